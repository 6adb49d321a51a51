package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("Every regime, on the canvas and in the experiment")
class RegimesTest {

    private static final int ROWS = 40;

    private static final int GENERATIONS = 6;

    private static Object value(final String text) {
        return text.matches("[0-9]+") ? Integer.valueOf(text)
            : text.matches("[0-9.]+") ? Double.valueOf(text) : text;
    }

    private static Map<String, Object> settings(final String text) {
        final Map<String, Object> settings = new TreeMap<>();
        for (final String setting : text == null ? new String[0] : text.split(" ")) {
            settings.put(setting.split("=")[0], value(setting.split("=")[1]));
        }
        return settings;
    }

    @ParameterizedTest(name = "{0}: the loop and the first run of the experiment have the same numbers")
    @CsvSource(delimiter = '|', value = { //
        "replace|", //
        "three-way mix|next/ratioOriginal=0.25 next/ratioFitted=0.5", //
        "fixed set|next/ratioOriginal=0.25 next/ratioFitted=0.75 next/originalPoints=FIXED_SET", //
        "nothing new|next/ratioFitted=0.0", //
        "accumulate|next/regime=ACCUMULATE", //
        "fixed budget|next/regime=BUDGET", //
        "linear growth|next/regime=GROWING next/growth=1.0", //
        "superlinear growth|next/regime=GROWING next/growth=1.5", //
        "temperature|next/temperature=0.8", //
        "central fraction|next/centralFraction=0.9", //
        "temperature, central fraction, budget|next/regime=BUDGET next/temperature=1.2 next/centralFraction=0.05"})
    void sameNumbers(final String name, final String next) {
        for (final int components : new int[]{1, 2, 3}) { // the original has two
            for (final boolean ownRows : new boolean[]{false, true}) {
                try (Canvas canvas = new Canvas()) {
                    final Node sample = canvas.add(Canvas.SAMPLE).set("rows", (long)ROWS);
                    final String[] port = ownRows ? new String[]{"Original rows"} : new String[0];
                    final Node start = canvas.add(Canvas.START, port).from(sample, 2, 1);
                    final Node experiment = canvas.add(Canvas.EXPERIMENT, port).from(sample, 2, 1)
                        .set("replicates", 2).set("model/components", components).set("model/em", "PURE");
                    for (final Node node : List.of(start, experiment)) {
                        node.set("rows", ROWS).set("generations", GENERATIONS);
                        settings(next).forEach(node::set);
                        if (ownRows) {
                            node.from(sample, 1, 2);
                        }
                    }
                    final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("components", components)
                        .set("preset", "CONVERGED").set("maximumLikelihood", true);
                    final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
                    canvas.execute();
                    assertSame(name + ", " + components + " components", end.out(1), experiment.out(1), components);
                    assertExpected(end.out(1), experiment.out(2));
                    assertArrayEquals(end.out(3).numbers("Value"), experiment.out(4).numbers("Value"), name);
                }
            }
        }
    }

    @ParameterizedTest(name = "one Gaussian, {0}: what Fit GMM gives for one component is what the experiment has in closed form")
    @CsvSource(delimiter = '|', value = {"replace|", "three-way mix|next/ratioOriginal=0.2 next/ratioFitted=0.4",
        "fixed set|next/ratioOriginal=0.2 next/ratioFitted=0.4 next/originalPoints=FIXED_SET",
        "fixed budget, temperature|next/regime=BUDGET next/temperature=0.9"})
    void oneGaussian(final String name, final String next) {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1);
            final Node experiment = canvas.add(Canvas.EXPERIMENT).from(sample, 2, 1).set("replicates", 2)
                .set("model/model", "GAUSSIAN");
            for (final Node node : List.of(start, experiment)) {
                node.set("rows", ROWS).set("generations", GENERATIONS);
                settings(next).forEach(node::set);
            }
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("components", 1).set("maximumLikelihood", true);
            final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
            canvas.execute();
            assertSame(name, end.out(1), experiment.out(1), 1);
            assertExpected(end.out(1), experiment.out(2));
        }
    }

    @Test
    @DisplayName("the divisor n - 1 on the canvas: the fitted deviation times a number is what the experiment has as a setting")
    void divisorNMinusOne() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1);
            final Node experiment = canvas.add(Canvas.EXPERIMENT).from(sample, 2, 1).set("replicates", 2)
                .set("model/model", "GAUSSIAN").set("model/divisor", "N_MINUS_1");
            for (final Node node : List.of(start, experiment)) {
                node.set("rows", ROWS).set("generations", GENERATIONS);
            }
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("components", 1).set("maximumLikelihood", true);
            final Node unbiased =
                canvas.add(TestNode.scaled("Sd", Math.sqrt(ROWS / (ROWS - 1.0)))).from(fit, 1, 1);
            final Node end = canvas.add(Canvas.END).from(unbiased, 1, 1);
            canvas.execute();
            assertSame("divisor n - 1", end.out(1), experiment.out(1), 1);
        }
    }

    @ParameterizedTest(name = "{0}: every table is complete, and the law is there")
    @CsvSource({"GAUSSIAN, model/divisor=N_MINUS_1", "KERNEL, model/bandwidth=0.3", "HISTOGRAM, model/bins=5",
        "CATEGORICAL, model/categories=4"})
    void otherModels(final String model, final String setting) {
        try (Canvas canvas = new Canvas()) {
            final Node experiment = canvas.add(Canvas.EXPERIMENT).from(canvas.add(Canvas.SAMPLE), 2, 1)
                .set("rows", ROWS).set("generations", GENERATIONS).set("replicates", 300).set("distances", true)
                .set("model/model", model);
            settings(setting).forEach(experiment::set);
            canvas.execute();
            assertTrue(experiment.executed(), experiment.message());
            final Table bands = experiment.out(2);
            assertEquals(GENERATIONS, bands.size());
            for (int t = 0; t < GENERATIONS; t++) {
                for (final String column : List.of("Total variance z", "Mean z")) {
                    assertTrue(Math.abs(bands.number(t, column)) < 4, model + ": " + column + " " + bands.cell(t, column));
                }
            }
            assertEquals(300, experiment.out(3).size());
        }
    }

    private static void assertSame(final String name, final Table trajectory, final Table runs, final int components) {
        assertEquals(GENERATIONS, trajectory.size());
        assertEquals(2 * GENERATIONS, runs.size());
        for (int t = 0; t < GENERATIONS; t++) {
            for (final String column : List.of("Total variance", "Mean")) {
                assertEquals(trajectory.number(t, column), runs.number(t, column), 1e-13, name + ": " + column);
            }
            for (int k = 1; k <= components; k++) {
                for (final String column : List.of("Weight ", "Mean ", "Sd ")) {
                    assertEquals(trajectory.number(t, column + k), runs.number(t, column + k), 1e-13, name);
                }
            }
        }
    }

    /** Where the one has a law the other has the same. */
    private static void assertExpected(final Table trajectory, final Table bands) {
        for (int t = 0; t < GENERATIONS; t++) {
            final boolean none = trajectory.cell(t, "Expected total variance").isMissing();
            assertEquals(none, bands.cell(t, "Total variance expected").isMissing());
            if (!none) {
                assertEquals(trajectory.number(t, "Expected total variance"),
                    bands.number(t, "Total variance expected"), 1e-13);
                assertTrue(trajectory.number(t, "Expected total variance") > 0);
            }
        }
    }
}
