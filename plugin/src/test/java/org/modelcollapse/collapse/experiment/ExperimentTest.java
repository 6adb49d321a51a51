package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.BudgetRegime;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.GrowingRegime;
import org.modelcollapse.collapse.regime.MixRegime;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

class ExperimentTest {

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static final GaussianMixture UNIT =
        GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});

    private static final Learner EM = new MixtureLearner(FitSettings.sklearn(2), 0);

    private static Experiment experiment() {
        final Scenario mix = Scenario.of("mix", Original.of(PAIR), 60,
            new MixRegime(GenerationMix.of(.1, .6), OriginalSource.FIXED_SET), EM, 12)
            .withMetrics(EnumSet.allOf(Metric.class), 5).withKept(List.of(1, 12), 2);
        final Scenario budget = Scenario.of("budget", Original.of(UNIT), 10, new BudgetRegime(),
            new GaussianLearner(1), 30);
        final Scenario rows = Scenario.of("rows", Original.of(Points.of(1, 2, 2, 3, 5, 9)), 6, Regime.replace(),
            new KernelLearner(.3), 20);
        return Experiment.of(42, 7, List.of(mix, budget, rows));
    }

    /** All bytes of all runs, in their order. */
    private static byte[] bytes(final Experiment experiment, final RunStore store) throws IOException {
        final var out = new ByteArrayOutputStream();
        for (int s = 0; s < experiment.scenarios().size(); s++) {
            for (int r = 0; r < experiment.replicates(); r++) {
                out.write(RunCodec.encode(store.get(s, r)));
            }
        }
        return out.toByteArray();
    }

    private static byte[] run(final Experiment experiment, final int threads) throws IOException {
        try (RunStore store = RunStore.inMemory()) {
            experiment.run(store, threads, Monitor.NONE);
            return bytes(experiment, store);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 50})
    void threadsChangeNothing(final int threads) throws IOException {
        assertArrayEquals(run(experiment(), 1), run(experiment(), threads));
    }

    @Test
    void aScenarioDoesNotDependOnThoseAfterIt() throws IOException {
        final Experiment all = experiment();
        final Experiment first = Experiment.of(42, 7, all.scenarios().subList(0, 1));
        final byte[] alone = run(first, 2);
        final byte[] together = run(all, 2);
        assertArrayEquals(alone, Arrays.copyOf(together, alone.length));
    }

    @Test
    void theFirstRunIsTheRecursionDrivenByHand() throws IOException {
        final Experiment experiment = experiment();
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final RunResult run = store.get(0, 0);
        final Scenario scenario = experiment.scenarios().get(0);
        final GenerationMetrics metrics = GenerationMetrics.of(scenario.original(), 60, 2,
            EnumSet.allOf(Metric.class));
        final Recursion recursion = Recursion.ofMixture(PAIR, 60, GenerationMix.of(.1, .6), OriginalSource.FIXED_SET,
            Experiment.stream(42, 0, 0));
        Points training = recursion.first();
        final int[] recorded = scenario.recordedGenerations();
        assertArrayEquals(new int[] {1, 5, 10, 12}, recorded);
        int at = 0;
        for (int t = 1; t <= 12; t++) {
            final GaussianMixture fit = Fitter.fit(training, FitSettings.sklearn(2),
                RandomStream.of(0)).mixture().sortedByMean();
            if (recorded[at] == t) {
                assertArrayEquals(metrics.measure(fit, recursion.original()), run.recorded().get(at++));
            }
            if (t < 12) {
                training = recursion.next(fit);
            }
        }
        assertEquals(4, run.recorded().size());
        assertArrayEquals(run.last(), run.recorded().get(3));
        assertEquals(training, run.kept().get(1).points());
        assertEquals(12, run.kept().get(1).generation());
        final GaussianMixture last = Fitter.fit(training, FitSettings.sklearn(2), RandomStream.of(0)).mixture().sortedByMean();
        for (int k = 0; k < 2; k++) {
            assertArrayEquals(new double[] {last.weight(k), last.mean(k), last.sd(k)},
                run.kept().get(1).components().get(k));
        }
        assertEquals(0, store.get(0, 2).kept().size());
    }

    @Test
    void aCheckpointResumesWithTheSameBytes(@TempDir final Path folder) throws IOException {
        final Experiment experiment = experiment();
        final byte[] whole = run(experiment, 2);
        final Path file = folder.resolve("checkpoint");
        cancelAfter(experiment, file, 5);
        // as a crash would leave it: a run cut short at the end
        final byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length - 3));
        final AtomicInteger made = new AtomicInteger();
        try (RunStore store = counting(RunStore.inFile(file), made)) {
            experiment.run(store, 3, Monitor.NONE);
            assertArrayEquals(whole, bytes(experiment, store));
        }
        assertTrue(made.get() > 0 && made.get() <= 21 - 4, "made " + made.get() + " of 21 runs again");
        try (RunStore store = counting(RunStore.inFile(file), made)) {
            made.set(0);
            experiment.run(store, 3, Monitor.NONE);
            assertEquals(0, made.get(), "nothing is left to do");
            assertArrayEquals(whole, bytes(experiment, store));
        }
    }

    /** Stops the experiment from outside when so many runs are in the file. */
    private static void cancelAfter(final Experiment experiment, final Path file, final int runs) throws IOException {
        final AtomicInteger made = new AtomicInteger();
        try (RunStore store = counting(RunStore.inFile(file), made)) {
            experiment.run(new Forwarding(store) {
                @Override
                public void add(final RunResult run) throws IOException {
                    if (made.get() >= runs) {
                        throw new CancellationException("enough");
                    }
                    super.add(run);
                }
            }, 1, Monitor.NONE);
        }
        assertEquals(runs, made.get());
    }

    private static RunStore counting(final RunStore store, final AtomicInteger made) {
        return new Forwarding(store) {
            @Override
            public void add(final RunResult run) throws IOException {
                super.add(run);
                made.incrementAndGet();
            }
        };
    }

    private static class Forwarding implements RunStore {
        private final RunStore store;

        Forwarding(final RunStore store) {
            this.store = store;
        }

        @Override
        public void open(final Experiment experiment) throws IOException {
            store.open(experiment);
        }

        @Override
        public boolean has(final int scenario, final int replicate) {
            return store.has(scenario, replicate);
        }

        @Override
        public void add(final RunResult run) throws IOException {
            store.add(run);
        }

        @Override
        public RunResult get(final int scenario, final int replicate) throws IOException {
            return store.get(scenario, replicate);
        }

        @Override
        public void close() throws IOException {
            store.close();
        }
    }

    @Test
    void aCheckpointOfAnotherExperimentIsRefused(@TempDir final Path folder) throws IOException {
        final Path file = folder.resolve("checkpoint");
        final Experiment experiment = experiment();
        try (RunStore store = RunStore.inFile(file)) {
            experiment.run(store, 1, Monitor.NONE);
        }
        final Experiment other = Experiment.of(43, 7, experiment.scenarios());
        try (RunStore store = RunStore.inFile(file)) {
            final var error = assertThrows(IOException.class, () -> other.run(store, 1, Monitor.NONE));
            assertTrue(error.getMessage().contains("another experiment"), error.getMessage());
        }
        final Path stranger = Files.writeString(folder.resolve("letter"), "Dear Sir,");
        try (RunStore store = RunStore.inFile(stranger)) {
            assertThrows(IOException.class, () -> experiment.run(store, 1, Monitor.NONE));
        }
        assertEquals("Dear Sir,", Files.readString(stranger));
    }

    @Test
    void aCheckpointInUseIsRefused(@TempDir final Path folder) throws IOException {
        final Path file = folder.resolve("checkpoint");
        try (RunStore first = RunStore.inFile(file); RunStore second = RunStore.inFile(file)) {
            first.open(experiment());
            final var error = assertThrows(IOException.class, () -> second.open(experiment()));
            assertTrue(error.getMessage().contains("in use"), error.getMessage());
        }
    }

    @Test
    void aDamagedRunIsMadeAgain(@TempDir final Path folder) throws IOException {
        final Path file = folder.resolve("checkpoint");
        final Experiment experiment = experiment();
        try (RunStore store = RunStore.inFile(file)) {
            experiment.run(store, 1, Monitor.NONE);
        }
        final byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        try (RunStore store = RunStore.inFile(file)) {
            experiment.run(store, 2, Monitor.NONE);
            assertArrayEquals(run(experiment, 1), bytes(experiment, store));
        }
    }

    @Test
    void cancellingEndsAllThreadsAndKeepsFinishedRuns() throws IOException {
        // a run that would take hours
        final Scenario slow = Scenario.of("slow", Original.of(PAIR), 1_000_000, Regime.replace(), EM, 1_000_000)
            .withMetrics(GenerationMetrics.QUICK, 1_000_000);
        final Experiment experiment = Experiment.of(1, 3, List.of(slow));
        final List<String> messages = new ArrayList<>();
        final Monitor impatient = new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                messages.add(message.get());
            }

            @Override
            public void checkCanceled() {
                if (messages.size() >= 2) {
                    throw new CancellationException("enough");
                }
            }
        };
        final RunStore store = RunStore.inMemory();
        assertThrows(CancellationException.class, () -> experiment.run(store, 2, impatient));
        assertFalse(store.has(0, 0));
        assertTrue(messages.get(1).startsWith("Scenario 1/1 \"slow\", replicate "), messages.get(1));
        assertTrue(Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("collapse-experiment")), "no thread is left");
    }

    @Test
    void progressSaysRateAndTimeLeft() {
        final Experiment experiment = experiment();
        final Progress progress = new Progress(experiment, List.of(new int[] {0, 2}, new int[] {1, 5}));
        assertEquals("Scenario 2/3 \"budget\", replicate 6/7, 1 generations/s, 21 s left",
            progress.describe(21, 1, 21));
        assertEquals("2 min", Progress.duration(100));
        assertEquals("1 h 40 min", Progress.duration(6000));
    }

    @Test
    void itsSizeIsKnownBefore() throws IOException {
        final Experiment experiment = experiment();
        final OutputSize size = experiment.size();
        assertEquals(21, size.runs());
        assertEquals(7 * (12 + 30 + 20), size.generations());
        assertEquals(7 * (4 + 30 + 20), size.trajectoryRows());
        assertEquals(2 * 2 * 60, size.keptValues());
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        long values = 0;
        for (int s = 0; s < 3; s++) {
            for (int r = 0; r < 7; r++) {
                values += store.get(s, r).recorded().stream().mapToLong(row -> row.length).sum();
            }
        }
        assertEquals(values, size.values());
        assertTrue(size.describe().startsWith("21 runs, 434 generations, 378 trajectory rows, 240 kept values: about"),
            size.describe());
        assertTrue(size.describe().endsWith(" kB for each run that is under way"), size.describe());
    }

    private static OutputSize size(final Regime regime, final int generations) {
        final GaussianMixture plane = GaussianMixture.of(CovarianceType.FULL, new double[] {1}, new double[][] {{0, 0}},
            new double[][][] {{{1, 0}, {0, 1}}});
        return Experiment.of(1, 4, List.of(Scenario.of("small", Original.of(plane), 10, Regime.replace(),
            new GaussianLearner(0), 5), Scenario.of("large", Original.of(plane), 1000, regime,
            new GaussianLearner(0), generations).withMetrics(GenerationMetrics.QUICK, 1000))).size();
    }

    @Test
    void whatARunHoldsIsKnownBefore() {
        final int value = 8;
        // two columns; all data so far at the end, 1,000 points of each of 500 generations
        final long all = 2 * value * 1000L * 500;
        final RunSize accumulate = size(new AccumulateRegime(), 500).largestRun();
        assertEquals("large", accumulate.scenario());
        assertEquals(500_000, accumulate.points());
        // the pool while it moves into a larger array, and the copy that is fitted and those that this makes
        assertTrue(accumulate.dataBytes() >= 3.5 * all && accumulate.dataBytes() <= 6 * all, accumulate.toString());
        final RunSize budget = size(new BudgetRegime(), 500).largestRun();
        assertTrue(budget.dataBytes() >= 2.5 * all && budget.dataBytes() <= 3 * all, budget.toString());
        final RunSize mix = size(Regime.replace(), 500).largestRun();
        assertTrue(mix.dataBytes() >= 3 * all / 500 && mix.dataBytes() <= 6 * all / 500, mix.toString());
        final RunSize growing = size(new GrowingRegime(1), 500).largestRun();
        assertTrue(growing.dataBytes() >= 2 * all && growing.dataBytes() <= 5 * all, growing.toString());
        assertTrue(accumulate.bytes() > accumulate.dataBytes(), "what is recorded counts too");
    }

    @Test
    void memoryLimitsHowManyRunsAreMadeAtOnce() {
        final OutputSize size = size(new AccumulateRegime(), 500);
        final long one = size.largestRun().bytes();
        assertEquals(4, size.threadsWithin(10 * one, 4));
        assertEquals(3, size.threadsWithin(4 * one - 1, 4));
        assertEquals(0, size.threadsWithin(one - 1, 4));
        assertFalse(size.largestRun().givesTooMuch());
        final OutputSize endless = Experiment.of(1, 1, List.of(Scenario.of("endless", Original.of(UNIT), 10,
            Regime.replace(), new GaussianLearner(0), 100_000_000))).size();
        assertTrue(endless.largestRun().givesTooMuch(), endless.describe());
    }

    @Test
    void aFirstTrainingSetThatCannotBeFittedNamesItsScenario() {
        final Scenario flat = Scenario.of("flat", Original.of(Points.of(3, 3, 3, 3)), 4, Regime.replace(),
            new GaussianLearner(0), 5);
        final var error = assertThrows(IllegalArgumentException.class,
            () -> Experiment.of(1, 4, List.of(flat)).run(RunStore.inMemory(), 2, Monitor.NONE));
        assertTrue(error.getMessage().startsWith("Scenario \"flat\": the first training set cannot be fitted"),
            error.getMessage());
    }

    @Test
    void anExperimentNeedsScenariosReplicatesAndThreads() {
        assertThrows(IllegalArgumentException.class, () -> Experiment.of(1, 0, experiment().scenarios()));
        assertThrows(IllegalArgumentException.class, () -> Experiment.of(1, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> experiment().run(RunStore.inMemory(), 0, Monitor.NONE));
    }
}
