package org.modelcollapse.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Monitor;

/** The runs of an experiment on Spark, or share by share, are those that one machine makes. */
class ExperimentCommandTest {

    private static final int RUNS = 500;

    @TempDir
    Path place;

    private final Experiment experiment = Experiment.of(3, RUNS,
        List.of(Scenario.of("mixture", Original.of(Commands.LINE), 60, Regime.replace(),
            new MixtureLearner(FitSettings.sklearn(2), 1), 8),
            Scenario.of("one Gaussian", Original.of(Commands.LINE), 30, new AccumulateRegime(), new GaussianLearner(0), 20)));

    private Path plan;

    private byte[] expected;

    @BeforeEach
    void writesThePlan() throws IOException {
        plan = place.resolve("plan");
        try (RunStore store = RunStore.inFile(plan)) {
            store.open(experiment);
        }
        final Path alone = place.resolve("alone");
        try (RunStore store = RunStore.inFile(alone)) {
            experiment.run(store, 1, Monitor.NONE);
        }
        expected = Files.readAllBytes(alone);
    }

    private String file(final String name) {
        return place.resolve(name).toString();
    }

    private byte[] bytes(final String name) throws IOException {
        return Files.readAllBytes(place.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[4]"})
    @DisplayName("1,000 runs on Spark: the bytes of one thread of one machine")
    void onSpark(final String master) throws IOException {
        assertEquals(0, Commands.run(master, "experiment", plan.toString(), file("result")).code());
        assertArrayEquals(expected, bytes("result"));
    }

    @Test
    void inSharesThatAreMerged() throws IOException {
        final List<String> words = new ArrayList<>(List.of("merge"));
        for (int part = 1; part <= 3; part++) {
            assertEquals(0, Main.run("experiment", plan.toString(), file("part-" + part), "--part", part + "/3"));
            words.add(file("part-" + part));
        }
        words.add(file("merged"));
        assertEquals(0, Main.run(words.toArray(String[]::new)));
        assertArrayEquals(expected, bytes("merged"));
    }

    /** Ends an experiment after so many questions whether to go on. */
    private static final class Impatient implements Monitor {
        private int left = 3;

        @Override
        public void progress(final double fraction, final Supplier<String> message) {
            // nobody listens
        }

        @Override
        public void checkCanceled() {
            if (left-- == 0) {
                throw new CancellationException();
            }
        }
    }

    @Test
    @DisplayName("the checkpoint of an interrupted experiment is a plan, too, and its runs are kept")
    void goesOnFromAnInterruptedExperiment() throws IOException {
        final Path interrupted = place.resolve("interrupted");
        try (RunStore store = RunStore.inFile(interrupted)) {
            experiment.run(store, 2, new Impatient());
        } catch (final CancellationException e) {
            // as it should be; a machine that is quick enough has made all runs before
        }
        assertEquals(0, Commands.run("local[2]", "experiment", interrupted.toString(), file("result")).code());
        assertArrayEquals(expected, bytes("result"));
    }

    @Test
    void theNodesEngineFindsNothingLeftToDo() throws IOException {
        assertEquals(0, Commands.run("local[2]", "experiment", plan.toString(), file("result")).code());
        try (RunStore store = RunStore.inFile(place.resolve("result"))) {
            experiment.run(store, 1, Monitor.NONE);
        }
        assertArrayEquals(expected, bytes("result"));
    }

    private String refused(final String... words) {
        final Commands.Ended ended = Commands.run("local[1]", words);
        assertEquals(3, ended.code());
        assertFalse(Files.exists(place.resolve("result")));
        return ended.errors().replace(place.toString(), "PLACE").lines().filter(l -> l.startsWith("ERROR")).findFirst()
            .orElse("");
    }

    @Test
    void aPlanThatIsNoneIsTold() throws IOException {
        Files.writeString(place.resolve("table.csv"), "a,b\n1,2\n");
        assertEquals("ERROR The file PLACE/table.csv is no checkpoint or plan of an experiment.",
            refused("experiment", file("table.csv"), file("result")));
        assertEquals("ERROR The file PLACE/nothing is not there.", refused("experiment", file("nothing"), file("result")));
        final byte[] other = Files.readAllBytes(plan);
        other["Recursive Collapse Experiment, checkpoint ".length()] = '2';
        Files.write(place.resolve("old"), other);
        assertEquals("ERROR The checkpoint PLACE/old was written by another version of this extension.",
            refused("experiment", file("old"), file("result")));
    }

    @Test
    void aResultThatExistsIsLeftAlone() throws IOException {
        Files.writeString(place.resolve("mine"), "mine");
        assertEquals("ERROR The result PLACE/mine exists: give another name, or --overwrite.",
            refused("experiment", plan.toString(), file("mine")));
    }

    @Test
    @DisplayName("a share that is missing, twice, damaged or of another experiment is told by name")
    void whatIsWrongWithSharesIsTold() throws IOException {
        for (int part = 1; part <= 3; part++) {
            Main.run("experiment", plan.toString(), file("part-" + part), "--part", part + "/3");
        }
        assertEquals("ERROR 333 of 1000 runs are in no share (share 2/3); the first is replicate 2 of scenario \"mixture\":"
            + " give the share that has them, or --incomplete.",
            refused("merge", file("part-1"), file("part-3"), file("result")));
        final byte[] damaged = bytes("part-2");
        damaged[damaged.length - 20]++;
        Files.write(place.resolve("damaged"), damaged);
        assertEquals("ERROR The checkpoint PLACE/damaged was damaged: replicate 498 of scenario \"one Gaussian\" was lost."
            + " Make the share again, or give --incomplete.",
            refused("merge", file("part-1"), file("damaged"), file("part-3"), file("result")));
        final Path other = place.resolve("other");
        try (RunStore store = RunStore.inFile(other)) {
            store.open(Experiment.of(4, RUNS, experiment.scenarios()));
        }
        assertEquals("ERROR The share PLACE/other is of another experiment than the first one.",
            refused("merge", file("part-1"), file("other"), file("result")));
        final Commands.Ended twice = Commands.run("local[1]", "merge", file("part-1"), file("part-2"), file("part-3"),
            file("part-1"), file("merged"));
        assertEquals(new Commands.Ended(0, "WARN  334 runs of PLACE/part-1 are in PLACE/part-1, too; the numbers are the same.\n"
            .replace("PLACE", place.toString())), twice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "a", "3"})
    void aShareThatIsNoneIsTold(final String part) {
        assertEquals(new Commands.Ended(2, "ERROR --part is " + part + ". Give a share like 3/20, the third of twenty.\n"),
            Commands.run("local[1]", "experiment", plan.toString(), file("result"), "--part", part));
    }
}
