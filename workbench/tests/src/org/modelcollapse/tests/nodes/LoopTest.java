package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.workflow.VariableType;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("Recursive Collapse Loop")
class LoopTest {

    /** Sample GMM -> loop start -> Fit GMM -> loop end. */
    private record Loop(Node sample, Node start, Node fit, Node end) {

        static Loop on(final Canvas canvas, final int rows, final int generations) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", rows).set("generations", generations);
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("preset", "SKLEARN");
            return new Loop(sample, start, fit, canvas.add(Canvas.END).from(fit, 1, 1));
        }
    }

    @Test
    @DisplayName("gives a wide trajectory, the last training set, and the first and last for histograms")
    void outputs() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 500, 7);
            canvas.execute();
            final Table trajectory = loop.end.out(1);
            assertEquals(List.of("Generation", "Variance 1", "Variance 2", "Sd 1", "Sd 2", "Mean 1", "Mean 2", "Weight 1",
                "Weight 2", "Mean", "Total variance", "Expected total variance", "Step z-score"), trajectory.columns());
            assertEquals(7, trajectory.size());
            for (int t = 0; t < 7; t++) {
                assertEquals(t + 1, trajectory.number(t, "Generation"));
                assertEquals(Math.sqrt(trajectory.number(t, "Variance 1")), trajectory.number(t, "Sd 1"));
                assertTrue(trajectory.number(t, "Mean 1") < trajectory.number(t, "Mean 2"), "sorted by mean");
                // the default, fitted only: 5 (1 - 1/n)^t
                assertEquals(5 * Math.pow(1 - 1.0 / 500, t + 1), trajectory.number(t, "Expected total variance"), 1e-12);
            }
            final Table last = loop.end.out(2);
            assertEquals(List.of("Value"), last.columns());
            assertEquals(500, last.size());
            final Table kept = loop.end.out(3);
            assertEquals(List.of("Generation", "Value"), kept.columns());
            assertEquals(1_000, kept.size());
            assertEquals(1, kept.number(0, "Generation"));
            assertEquals(7, kept.number(999, "Generation"));
            assertEquals(last.number(499, "Value"), kept.number(999, "Value"));
        }
    }

    @Test
    @DisplayName("every fit is that of its own training set: the mixture's mean and variance are the set's")
    void fitsItsTrainingSet() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 200, 5);
            loop.start.set("kept/keep", "EVERY_NTH").set("kept/keepEvery", 1);
            loop.fit.set("maximumLikelihood", true);
            canvas.execute();
            final Table kept = loop.end.out(3);
            assertEquals(5 * 200, kept.size());
            for (int t = 0; t < 5; t++) {
                final double[] set = Arrays.copyOfRange(kept.numbers("Value"), t * 200, (t + 1) * 200);
                final double mean = Arrays.stream(set).average().orElseThrow();
                final double variance = Arrays.stream(set).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
                assertEquals(mean, loop.end.out(1).number(t, "Mean"), 1e-12);
                assertEquals(variance, loop.end.out(1).number(t, "Total variance"), 1e-11);
            }
        }
    }

    @Test
    @DisplayName("the next training set has int(N a) original points, drawn anew (the default) or of the fixed set, int(N b)"
        + " new ones, the rest of the current set")
    void threeWayMix() {
        threeWayMix(null, 0);
        threeWayMix("FIXED_SET", 30);
    }

    /** 103 * 0.3 = 30.9 and 103 * 0.25 = 25.75 are rounded down; the set lists original, fitted, current. */
    private static void threeWayMix(final String originalPoints, final int ofFirstSet) {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 103, 4);
            loop.start.set("next/ratioFitted", 0.25).set("next/ratioOriginal", 0.3).set("kept/keep", "EVERY_NTH").set("kept/keepEvery", 1);
            if (originalPoints != null) {
                loop.start.set("next/originalPoints", originalPoints);
            }
            canvas.execute();
            final double[] values = loop.end.out(3).numbers("Value");
            final List<Double> original = generation(values, 0);
            for (int t = 1; t < 4; t++) {
                final List<Double> before = generation(values, t - 1);
                final double[] set = Arrays.copyOfRange(values, t * 103, (t + 1) * 103);
                assertEquals(ofFirstSet, Arrays.stream(set, 0, 30).filter(original::contains).count());
                assertEquals(0, Arrays.stream(set, 30, 55).filter(before::contains).count(), "25 are new");
                // without replacement: each point of the current set can be taken but once
                Arrays.stream(set, 55, 103).forEach(v -> assertTrue(before.remove(v), "taken from the current set"));
            }
        }
    }

    private static List<Double> generation(final double[] values, final int generation) {
        return new ArrayList<>(Arrays.stream(values, generation * 103, (generation + 1) * 103).boxed().toList());
    }

    @Test
    @DisplayName("the total variance follows the exact law over many seeds (|z| < 4)")
    void law() {
        final int replicates = 60;
        final double[] last = new double[replicates];
        double expected = 0;
        for (int r = 0; r < replicates; r++) {
            try (Canvas canvas = new Canvas()) {
                final Loop loop = Loop.on(canvas, 50, 40);
                loop.start.set("random/seed", 1_000L + r);
                loop.fit.set("maximumLikelihood", true);
                canvas.execute();
                last[r] = loop.end.out(1).number(39, "Total variance");
                expected = loop.end.out(1).number(39, "Expected total variance");
            }
        }
        assertEquals(5 * Math.pow(1 - 1.0 / 50, 40), expected, 1e-12);
        final double mean = Arrays.stream(last).average().orElseThrow();
        final double sd = Math.sqrt(Arrays.stream(last).map(v -> (v - mean) * (v - mean)).sum() / (replicates - 1));
        final double z = (mean - expected) / (sd / Math.sqrt(replicates));
        assertTrue(Math.abs(z) < 4, "z = " + z + ", mean " + mean + ", expected " + expected);
    }

    @Test
    @DisplayName("one run has a z-score of its steps, missing for fewer than 20; a body that narrows the data is found out")
    void stepScore() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 100, 60);
            final Node start = canvas.add(Canvas.START).from(loop.sample, 2, 1).set("rows", 100).set("generations", 60);
            final Node filter = canvas.add(Canvas.FILTER).from(start, 1, 1).set("fraction", 0.9);
            final Node fit = canvas.add(Canvas.FIT).from(filter, 1, 1).set("components", 1).set("maximumLikelihood", true);
            final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
            canvas.execute();
            for (int t = 0; t < 60; t++) {
                assertEquals(t < 19, loop.end.out(1).cell(t, "Step z-score").isMissing(), "generation " + (t + 1));
            }
            assertTrue(Math.abs(loop.end.out(1).number(59, "Step z-score")) < 4);
            assertTrue(end.out(1).number(59, "Step z-score") < -4, end.out(1).text());
        }
    }

    @Test
    @DisplayName("same seed, same bytes; another seed, another trajectory")
    void seeds() {
        assertEquals(trajectory(1L), trajectory(1L));
        assertFalse(trajectory(1L).equals(trajectory(2L)));
    }

    private static String trajectory(final long seed) {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 300, 5);
            loop.start.set("random/seed", seed);
            canvas.execute();
            return loop.end.out(1).text() + loop.end.out(3).text();
        }
    }

    @Test
    @DisplayName("tells the nodes in its body seed, generation and maximum")
    void flowVariables() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 100, 3);
            canvas.execute();
            assertEquals(3, loop.start.variable("generation").getValue(VariableType.IntType.INSTANCE));
            assertEquals(2, loop.start.variable("currentIteration").getValue(VariableType.IntType.INSTANCE));
            assertEquals(3, loop.start.variable("maxIterations").getValue(VariableType.IntType.INSTANCE));
            assertEquals(1L, loop.start.variable("seed").getValue(VariableType.LongType.INSTANCE));
        }
    }

    @Test
    @DisplayName("starts from the user's own rows, in several dimensions, under their names")
    void ownRows() {
        try (Canvas canvas = new Canvas()) {
            final Node data = canvas.add(Canvas.EXAMPLE);
            final Node first = canvas.add(Canvas.FIT).from(data, 1, 1);
            final Node start = canvas.add(Canvas.START, "Original rows").from(first, 1, 1).from(data, 1, 2)
                .set("generations", 3);
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("preset", "SKLEARN");
            final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
            canvas.execute();
            final Table kept = end.out(3);
            assertEquals(List.of("Generation", "Eruption (min)", "Waiting (min)"), kept.columns());
            assertEquals(2 * 272, kept.size(), "as many rows as the original");
            for (int i = 0; i < 272; i++) {
                assertEquals(data.out(1).number(i, "Waiting (min)"), kept.number(i, "Waiting (min)"));
            }
            final Table trajectory = end.out(1);
            assertEquals("Variance 1 (Eruption (min))", trajectory.columns().get(1));
            // the first fit is that of the rows, so its total variance is certain (regularisation adds 1e-6 a column)
            assertEquals(trajectory.number(0, "Expected total variance"), trajectory.number(0, "Total variance"), 1e-5);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FRESH, true", "FIXED_SET, false"})
    @DisplayName("original points are own rows where these are connected: with replacement if drawn anew, without from the fixed set")
    void originalPointsAreOwnRows(final String originalPoints, final boolean rowsComeTwice) {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE).set("rows", 200L);
            final Node start = canvas.add(Canvas.START, "Original rows").from(sample, 2, 1).from(sample, 1, 2)
                .set("generations", 3).set("next/ratioFitted", 0.25).set("next/ratioOriginal", 0.75)
                .set("next/originalPoints", originalPoints);
            final Node end = canvas.add(Canvas.END).from(canvas.add(Canvas.FIT).from(start, 1, 1), 1, 1);
            canvas.execute();
            final Set<Double> own = Arrays.stream(sample.out(1).numbers("Value")).boxed().collect(Collectors.toSet());
            final double[] original = Arrays.copyOf(end.out(2).numbers("Value"), 150);
            assertEquals(200, own.size());
            assertTrue(Arrays.stream(original).allMatch(own::contains), "all 150 are own rows");
            assertEquals(rowsComeTwice, Arrays.stream(original).distinct().count() < 150);
        }
    }

    @Test
    @DisplayName("any node may stand in the body: curation by a filter shortens what is fitted")
    void curation() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", 1_000).set("generations", 3);
            final Node filter = canvas.add(TestNode.between(0, 100)).from(start, 1, 1);
            final Node fit = canvas.add(Canvas.FIT).from(filter, 1, 1).set("components", 1).set("preset", "SKLEARN");
            final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
            canvas.execute();
            assertTrue(end.executed(), end.message());
            for (int t = 0; t < 3; t++) {
                assertTrue(end.out(1).number(t, "Mean") > 1, "only positive values are fitted");
            }
            assertEquals(1_000, end.out(2).size(), "the current set is what the start gave out");
        }
    }

    @Test
    @DisplayName("takes the fitted points from another generator's rows when they are connected")
    void otherGenerator() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", 50).set("generations", 2);
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("preset", "SKLEARN");
            final Node generator = canvas.add(TestNode.values(IntStream.range(0, 60).mapToDouble(i -> 700 + i).toArray()));
            final Node end = canvas.add(Canvas.END, "Generated rows").from(fit, 1, 1).from(generator, 1, 2);
            canvas.execute();
            final double[] last = end.out(2).numbers("Value");
            assertEquals(50, Arrays.stream(last).filter(v -> v >= 700 && v < 760).distinct().count(),
                "50 of the 60, without replacement");
        }
    }

    @Test
    @DisplayName("measures distances to the original on request, the same as Mixture Distance does")
    void distances() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 300, 3);
            loop.end.set("distances", true);
            final Node distance = canvas.add(Canvas.DISTANCE).from(loop.fit, 1, 1).from(loop.sample, 2, 2);
            canvas.execute();
            final Table trajectory = loop.end.out(1);
            assertTrue(trajectory.columns().containsAll(List.of("W1 to original", "W2 to original",
                "KL(fitted || original)", "KL(original || fitted)", "JS to original", "Mass below 1 % quantile",
                "Mass above 99 % quantile", "Log-likelihood of original", "Surviving components")),
                trajectory.columns().toString());
            // the node beside the loop has seen the last fit
            assertEquals(distance.out(1).number(0, "W1"), trajectory.number(2, "W1 to original"), 1e-9);
            assertEquals(distance.out(1).number(0, "KL(first || second)"),
                trajectory.number(2, "KL(fitted || original)"), 1e-9);
            assertEquals(distance.out(1).number(0, "Log-likelihood of second"),
                trajectory.number(2, "Log-likelihood of original"), 1e-9);
        }
    }

    @Test
    @DisplayName("accumulate: training sets grow by the number of rows, and the law knows")
    void accumulate() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 40, 6);
            loop.start.set("next/regime", "ACCUMULATE");
            canvas.execute();
            assertEquals(240, loop.end.out(2).size());
            double expected = 5;
            for (int i = 1; i <= 6; i++) {
                expected *= 1 - 1.0 / (40.0 * i * i);
                assertEquals(expected, loop.end.out(1).number(i - 1, "Expected total variance"), 1e-12);
            }
        }
    }

    @Test
    @DisplayName("ends early when the variance falls below a share of the original's")
    void stopsAtShare() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 20, 2_000);
            loop.start.set("stop/varianceShare", 0.5);
            canvas.execute();
            final Table trajectory = loop.end.out(1);
            assertTrue(trajectory.size() < 2_000);
            for (int t = 0; t < trajectory.size(); t++) {
                assertEquals(t == trajectory.size() - 1, trajectory.number(t, "Total variance") < 2.5);
            }
            assertEquals(trajectory.size(), loop.end.out(3).number(39, "Generation"), "the last set is kept");
        }
    }

    @Test
    @DisplayName("ends when a flow variable from the body says so")
    void stopVariable() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 50, 9);
            // the loop start's own counter stands in for a variable that a node of the body sets
            loop.end.set("stopVariable", "generation");
            canvas.execute();
            assertEquals(1, loop.end.out(1).size(), "generation is 1 in the first");
            final Loop wrong = Loop.on(canvas, 50, 9);
            wrong.end.set("stopVariable", "nobody sets this");
            canvas.execute();
            assertTrue(wrong.end.message().contains("There is no boolean, integer or text flow variable"),
                wrong.end.message());
        }
    }

    @Test
    @DisplayName("says \"Invalid ratio\" with the numbers when the shares leave less than nothing")
    void invalidRatio() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 100, 2);
            final String message = loop.start.refusal("next/ratioOriginal", 0.5);
            assertTrue(message.startsWith("Invalid ratio"), message);
            assertTrue(message.contains("0.5") && message.contains("1"), message);
            assertTrue(loop.start.refusal("next/ratioFitted", 1.5).contains("1.5"));
            assertTrue(loop.start.refusal("next/ratioFitted", Double.NaN).contains("NaN"));
        }
    }

    @Test
    @DisplayName("refuses no generations, and training sets too small for a variance")
    void settings() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 100, 2);
            assertEquals("The number of generations is 0. Give 1 or more.", loop.start.refusal("generations", 0));
            assertTrue(loop.start.refusal("rows", 1).startsWith("The number of rows in a training set is 1."));
        }
    }

    @Test
    @DisplayName("the end names the right start when it is wired to a stranger's")
    void foreignStart() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node stranger = canvas.add(TestNode.foreignLoopStart()).from(sample, 1, 1);
            final Node fit = canvas.add(Canvas.FIT).from(stranger, 1, 1);
            final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
            canvas.execute();
            assertFalse(end.executed());
            assertTrue(end.message().contains("Recursive Collapse Loop Start"), end.message());
        }
    }

    @Test
    @DisplayName("the end refuses a mixture of other columns than the training set's")
    void otherColumns() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", 50).set("generations", 2);
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("preset", "SKLEARN");
            final Node faithful = canvas.add(Canvas.FIT).from(canvas.add(Canvas.EXAMPLE), 1, 1);
            final Node end = canvas.add(Canvas.END, "Generated rows").from(faithful, 1, 1).from(fit, 1, 2);
            canvas.execute();
            assertFalse(end.executed());
            assertTrue(end.message().contains("Value"), end.message());
        }
    }

    @ParameterizedTest(name = "temperature {0}")
    @ValueSource(doubles = {1e60, 1e200, 1e290})
    @DisplayName("an explosion ends the loop as a result, and is not called a collapse")
    void explosion(final double temperature) {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 100, 400);
            loop.start.set("next/temperature", temperature);
            canvas.execute();
            assertTrue(loop.end.executed(), loop.end.message());
            final String reason = loop.end.variable("endReason").getStringValue();
            assertTrue(reason.startsWith("exploded"), reason);
            assertEquals(loop.end.variable("fittedGenerations").getIntValue(), loop.end.out(1).size());
            assertEquals(100, loop.end.out(2).size());
        }
    }

    @Test
    @DisplayName("rows of another generator are taken as they are: a temperature that no draw could hold matters only to draws")
    void generatedRowsDoNotExplode() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", 50).set("generations", 3)
                .set("next/temperature", 1e290);
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("preset", "SKLEARN");
            final Node end = canvas.add(Canvas.END, "Generated rows").from(fit, 1, 1).from(start, 1, 2);
            canvas.execute();
            assertTrue(end.executed(), end.message());
            assertEquals(3, end.variable("fittedGenerations").getIntValue());
        }
    }

    @Test
    @DisplayName("a collapse ends the loop as a result: generations to there, the last training set, and the reason")
    void collapse() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 10, 3_000);
            loop.fit.set("maximumLikelihood", true);
            canvas.execute();
            assertTrue(loop.end.executed(), loop.end.message());
            final int fitted = loop.end.out(1).size();
            assertTrue(fitted > 10 && fitted < 3_000, "fitted " + fitted);
            assertEquals(fitted, loop.end.variable("fittedGenerations").getIntValue());
            final String reason = loop.end.variable("endReason").getStringValue();
            assertTrue(reason.startsWith("collapsed: no further fit possible ("), reason);
            assertTrue(loop.end.message().startsWith("WARNING: The loop has ended at generation " + (fitted + 1)),
                loop.end.message());
            assertEquals(10, loop.end.out(2).size());
            assertEquals(fitted + 1, loop.end.out(3).number(19, "Generation"), "the set that could not be fitted is the last");
        }
    }

    @Test
    @DisplayName("a collapse fails the loop if Fit GMM is set to, and Fit GMM fails on its own as ever")
    void collapseAsFailure() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 10, 3_000);
            loop.fit.set("maximumLikelihood", true).set("noFit", "FAIL");
            final Node alone = canvas.add(Canvas.FIT).from(canvas.add(TestNode.values(1, 1, 1)), 1, 1);
            canvas.execute();
            assertFalse(loop.end.executed());
            assertTrue(loop.fit.message().startsWith("ERROR"), loop.fit.message());
            assertTrue(alone.message().startsWith("ERROR"), alone.message());
        }
    }

    @Test
    @DisplayName("tells why it ended when nothing went wrong, too")
    void endReason() {
        try (Canvas canvas = new Canvas()) {
            final Loop loop = Loop.on(canvas, 50, 3);
            canvas.execute();
            assertEquals("all generations", loop.end.variable("endReason").getStringValue());
        }
    }

    @Test
    @DisplayName("what is not shown does not count: Rows with own rows, Keep every unless every nth")
    void hiddenSettings() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.values(IntStream.range(0, 50).asDoubleStream().toArray()));
            final Node start = canvas.add(Canvas.START, "Original rows").from(canvas.add(Canvas.SAMPLE), 2, 1).from(rows, 1, 2);
            start.set("next/regime", "ACCUMULATE").set("generations", 300_000).set("rows", 0);
            start.set("kept/keepEvery", 0);
            assertTrue(start.refusal("kept/keep", "EVERY_NTH").contains("\"Keep every\" is 0"));
        }
    }

    @Test
    @DisplayName("more rows than an array can have are refused before execution")
    void tooManyRows() {
        try (Canvas canvas = new Canvas()) {
            final String message = Loop.on(canvas, 100, 2).start.refusal("rows", Integer.MAX_VALUE);
            assertTrue(message.startsWith("The number of rows in a training set is 2147483647. Give at most "), message);
        }
    }

    @Test
    @DisplayName("a column may be called Generation, and another Generation (variable)")
    void columnsCalledGeneration() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.table(List.of("Generation", "Generation (variable)"), new Object[]{1, 2},
                new Object[]{2, 1}, new Object[]{3, 5}, new Object[]{4, 3}, new Object[]{5, 8}, new Object[]{6, 1}));
            final Node first = canvas.add(Canvas.FIT).from(rows, 1, 1).set("components", 1);
            final Node start = canvas.add(Canvas.START).from(first, 1, 1).set("rows", 20).set("generations", 2);
            final Node end = canvas.add(Canvas.END).from(canvas.add(Canvas.FIT).from(start, 1, 1).set("components", 1), 1, 1);
            canvas.execute();
            assertTrue(end.executed(), end.message());
            assertEquals(List.of("Generation", "Generation (variable 2)", "Generation (variable)"), end.out(3).columns());
        }
    }
}
