package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("Recursive Collapse Experiment")
class ExperimentTest {

    private static Node experiment(final Canvas canvas, final int rows, final int generations, final int replicates) {
        return canvas.add(Canvas.EXPERIMENT).from(canvas.add(Canvas.SAMPLE), 2, 1).set("rows", rows)
            .set("generations", generations).set("replicates", replicates);
    }

    @Test
    @DisplayName("its first run has the same numbers as the loop with the same seed and settings")
    void sameNumbersAsTheLoop() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node experiment = canvas.add(Canvas.EXPERIMENT).from(sample, 2, 1).set("rows", 400)
                .set("generations", 6).set("replicates", 2).set("next/ratioFitted", 0.7).set("random/seed", 5L);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", 400).set("generations", 6)
                .set("next/ratioFitted", 0.7).set("random/seed", 5L);
            final Node fit = canvas.add(Canvas.FIT).from(start, 1, 1).set("preset", "SKLEARN");
            final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
            canvas.execute();
            final Table runs = experiment.out(1);
            assertEquals(12, runs.size());
            for (int t = 0; t < 6; t++) {
                for (final String column : List.of("Generation", "Total variance", "Mean", "Sd 1", "Sd 2", "Mean 1",
                    "Weight 2")) {
                    assertEquals(end.out(1).number(t, column), runs.number(t, column), 1e-13, column);
                }
            }
            final double[] ofLoop = end.out(3).numbers("Value");
            final double[] ofExperiment = experiment.out(4).numbers("Value");
            assertArrayEquals(ofLoop, ofExperiment);
        }
    }

    @Test
    @DisplayName("bands hold the law: the mean of many replicates is within four standard errors of it")
    void law() {
        try (Canvas canvas = new Canvas()) {
            final Node experiment = experiment(canvas, 60, 30, 400).set("model/em", "PURE");
            canvas.execute();
            final Table bands = experiment.out(2);
            assertEquals(30, bands.size());
            for (int t = 0; t < 30; t++) {
                assertEquals(5 * Math.pow(1 - 1.0 / 60, t + 1), bands.number(t, "Total variance expected"), 1e-12);
                assertTrue(Math.abs(bands.number(t, "Total variance z")) < 4, "generation " + (t + 1));
                assertTrue(bands.number(t, "Total variance 5 %") < bands.number(t, "Total variance median"));
                assertTrue(bands.number(t, "Total variance median") < bands.number(t, "Total variance 95 %"));
            }
        }
    }

    @Test
    @DisplayName("the score of the steps is there whatever is recorded and is the loop's; that of the mean is missing where few runs carry it")
    void scores() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node all = canvas.add(Canvas.EXPERIMENT).from(sample, 2, 1).set("rows", 10).set("generations", 120)
                .set("replicates", 30).set("model/model", "GAUSSIAN");
            final Node some = canvas.add(Canvas.EXPERIMENT).from(sample, 2, 1).set("rows", 10).set("generations", 120)
                .set("replicates", 30).set("model/model", "GAUSSIAN").set("recordEvery", 100);
            final Node loop = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", 10).set("generations", 120);
            final Node fit = canvas.add(Canvas.FIT).from(loop, 1, 1).set("components", 1).set("maximumLikelihood", true);
            final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
            canvas.execute();
            final double z = all.out(5).number(0, "Step z-score");
            assertTrue(Math.abs(z) < 4, "z " + z);
            assertEquals(z, some.out(5).number(0, "Step z-score"));
            assertEquals(end.out(1).number(119, "Step z-score"), all.out(3).number(0, "Step z-score"), 1e-9);
            final Table bands = all.out(2);
            assertFalse(bands.cell(0, "Total variance z").isMissing());
            assertTrue(bands.cell(119, "Total variance z").isMissing(), "the mean is carried by nobody");
            assertFalse(bands.cell(119, "Total variance expected").isMissing());
        }
    }

    @Test
    @DisplayName("beside the shares of components that widened is what the law expects, missing where it is not valid")
    void componentsThatWiden() {
        try (Canvas canvas = new Canvas()) {
            final Node table = canvas.add(TestNode.table(List.of("'Scenario", "rows", "ratioFitted", "'model"),
                new Object[]{"valid", 2000, null, null}, new Object[]{"few rows", 40, null, null},
                new Object[]{"mix", 2000, 0.5, null}, new Object[]{"kernels", 2000, null, "KERNEL"}));
            final Node experiment = canvas.add(Canvas.EXPERIMENT, "Scenarios").from(canvas.add(Canvas.SAMPLE), 2, 1)
                .from(table, 1, 2).set("generations", 60).set("replicates", 60).set("model/em", "CONVERGED");
            canvas.execute();
            assertTrue(experiment.executed(), experiment.message());
            final Table summary = experiment.out(5);
            for (final String column : List.of("Share of components wider", "Share of runs with a wider component")) {
                final double expected = summary.number(0, column + " expected");
                // components of a run are nearly independent, so that 60 is on the safe side of their number
                assertEquals(expected, summary.number(0, column),
                    4 * Math.sqrt(expected * (1 - expected) * (1 / 60.0 + 1 / 300.0)));
                for (int s = 1; s < 4; s++) {
                    assertTrue(summary.cell(s, column + " expected").isMissing(), column + " of scenario " + s);
                }
            }
        }
    }

    @Test
    @DisplayName("takes scenarios from a table: a row each, any setting as a column, missing cells as in the dialog")
    void scenarioTable() {
        try (Canvas canvas = new Canvas()) {
            final Node table = canvas.add(TestNode.table(List.of("'Scenario", "Rows", "ratio original", "ratioFitted", "'regime"),
                new Object[]{"replace", 30, null, null, null}, new Object[]{"fresh", 40, 0.5, 0.5, null},
                new Object[]{"accumulate", 20, null, null, "ACCUMULATE"}));
            final Node experiment = canvas.add(Canvas.EXPERIMENT, "Scenarios").from(canvas.add(Canvas.SAMPLE), 2, 1)
                .from(table, 1, 2).set("generations", 5).set("replicates", 3);
            canvas.execute();
            assertTrue(experiment.executed(), experiment.message());
            final Table summary = experiment.out(5);
            assertEquals(List.of("replace", "fresh", "accumulate"),
                summary.rows().stream().map(r -> r.get(0).toString()).toList());
            assertEquals(3 * 3 * 5, experiment.out(1).size());
            // kept are the first and last training set of the first replicate
            assertEquals(2 * 30 + 2 * 40 + 20 + 5 * 20, experiment.out(4).size());
        }
    }

    @Test
    @DisplayName("names the column that is no setting and lists those that are, the row whose value does not suit")
    void wrongScenarios() {
        assertComplaint("Column \"colour\" of the scenario table is no setting. Possible are Scenario (a name) and [",
            List.of("colour"), new Object[]{1});
        assertComplaint("is a setting of the whole experiment", List.of("replicates"), new Object[]{1});
        assertComplaint("Row \"Row1\", column \"rows\" of the scenario table: give a whole number", List.of("rows"),
            new Object[]{10}, new Object[]{10.5});
        assertComplaint("Row \"Row0\" of the scenario table: Invalid ratio", List.of("ratioOriginal"), new Object[]{0.5});
        assertComplaint("is there twice", List.of("rows"), new Object[]{10}, new Object[]{10});
    }

    private static void assertComplaint(final String part, final List<String> columns, final Object[]... rows) {
        try (Canvas canvas = new Canvas()) {
            final Node table = canvas.add(TestNode.table(columns, rows));
            final Node experiment = canvas.add(Canvas.EXPERIMENT, "Scenarios").from(canvas.add(Canvas.SAMPLE), 2, 1)
                .from(table, 1, 2);
            canvas.execute();
            assertFalse(experiment.executed());
            assertTrue(experiment.message().contains(part), experiment.message());
        }
    }

    @Test
    @DisplayName("the number of threads changes nothing")
    void threads() {
        try (Canvas canvas = new Canvas()) {
            final Node one = experiment(canvas, 50, 10, 7).set("threads", 1);
            final Node three = experiment(canvas, 50, 10, 7).set("threads", 3);
            canvas.execute();
            for (int port = 1; port <= 5; port++) {
                assertEquals(one.out(port).text(), three.out(port).text(), "port " + port);
            }
        }
    }

    @Test
    @DisplayName("tells half-life, collapse time and why each run ended; what was not reached is missing")
    void runs() {
        try (Canvas canvas = new Canvas()) {
            final Node experiment = experiment(canvas, 10, 500, 20).set("stop/varianceShare", 0.05);
            canvas.execute();
            final Table runs = experiment.out(3);
            assertEquals(20, runs.size());
            int collapsed = 0;
            for (int r = 0; r < 20; r++) {
                if (runs.cell(r, "Ended because").toString().startsWith("variance below")) {
                    collapsed++;
                    assertTrue(runs.number(r, "Half-life") <= runs.number(r, "Collapse time"));
                    assertTrue(runs.number(r, "Last Total variance") < 0.05 * 5);
                } else {
                    assertTrue(runs.cell(r, "Collapse time").isMissing() || runs.number(r, "Collapse time") <= 500);
                }
            }
            assertTrue(collapsed > 10, "with ten points nearly every run of 500 generations collapses: " + collapsed);
        }
    }

    @Test
    @DisplayName("what needs more memory than there is, is announced when configured and refused before it starts")
    void tooLarge() {
        try (Canvas canvas = new Canvas()) {
            // all data so far would be two thousand million rows at the end
            final Node experiment = experiment(canvas, 10_000, 200_000, 1).set("next/regime", "ACCUMULATE")
                .set("kept/keep", "NONE");
            assertTrue(experiment.message().startsWith("WARNING: This experiment is large: 1 runs, 200,000 generations"),
                experiment.message());
            canvas.execute();
            assertFalse(experiment.executed());
            assertTrue(experiment.message().contains("a single run would need "), experiment.message());
            assertTrue(experiment.message().contains("for the 2,000,000,000 rows that it holds"), experiment.message());
            assertTrue(experiment.message().contains("Lower \"Rows in a training set\" or \"Generations\""),
                experiment.message());
            experiment.set("next/regime", "MIX").set("rows", 100).set("generations", 100_000_000);
            canvas.execute();
            assertTrue(experiment.message().contains("Raise \"Record every\""), experiment.message());
        }
    }

    @Test
    @DisplayName("tells how wide single components ended, and what theory expects of one Gaussian")
    void summaries() {
        try (Canvas canvas = new Canvas()) {
            final Node pair = experiment(canvas, 60, 40, 30);
            final Node one = experiment(canvas, 60, 40, 30).set("model/model", "GAUSSIAN");
            canvas.execute();
            final Table runs = pair.out(3);
            double wider = 0;
            for (int r = 0; r < 30; r++) {
                final int expected = (runs.number(r, "Last Sd 1") > 1 ? 1 : 0) + (runs.number(r, "Last Sd 2") > 1 ? 1 : 0);
                assertEquals(expected, runs.number(r, "Wider components"));
                wider += expected;
            }
            final Table summary = pair.out(5);
            assertEquals(wider / 60, summary.number(0, "Share of components wider"), 1e-15);
            assertTrue(summary.number(0, "Component variance lower quartile") < summary.number(0,
                "Component variance median"));
            assertTrue(summary.cell(0, "Median half-life expected").isMissing(), "a mixture has no such law");
            assertTrue(one.out(3).cell(0, "Wider components").isMissing(), "the original has two components");
            assertTrue(one.out(5).cell(0, "Share of components wider").isMissing());
        }
    }

    @Test
    @DisplayName("a checkpoint of another experiment is refused, and that of this one is gone when it has finished")
    void checkpoint(@TempDir final Path folder) throws Exception {
        final Path file = folder.resolve("runs");
        try (Canvas canvas = new Canvas()) {
            final Node plain = experiment(canvas, 50, 5, 3);
            final Node checked = experiment(canvas, 50, 5, 3).set("checkpoint", file.toString());
            canvas.execute();
            assertEquals(plain.out(1).text(), checked.out(1).text());
            assertFalse(Files.exists(file));
            Files.writeString(file, "somebody else's file");
            final Node refused = experiment(canvas, 50, 5, 3).set("checkpoint", file.toString());
            canvas.execute();
            assertFalse(refused.executed());
            assertEquals("somebody else's file", Files.readString(file), "it is left as it was");
        }
    }

    @Test
    @DisplayName("only the plan: a file without runs, and a message how to go on; a folder of runs is taken and left as it is")
    void planAndFolder(@TempDir final Path folder) throws Exception {
        final Path plan = folder.resolve("plan");
        final Path shares = Files.createDirectory(folder.resolve("shares"));
        try (Canvas canvas = new Canvas()) {
            final Node plain = experiment(canvas, 50, 5, 3);
            final Node only = experiment(canvas, 50, 5, 3).set("checkpoint", plan.toString()).set("planOnly", true);
            canvas.execute();
            assertFalse(only.executed());
            assertTrue(only.message().contains("The plan of the experiment is written to " + plan), only.message());
            final Experiment experiment = RunStore.plan(plan);
            try (RunStore store = RunStore.inFile(shares.resolve("all"))) {
                experiment.run(store, 1, Monitor.NONE);
            }
            final byte[] share = Files.readAllBytes(shares.resolve("all"));
            final Node gone = experiment(canvas, 50, 5, 3).set("checkpoint", shares.toString());
            canvas.execute();
            assertEquals(plain.out(1).text(), gone.out(1).text());
            assertArrayEquals(share, Files.readAllBytes(shares.resolve("all")));
        }
    }
}
