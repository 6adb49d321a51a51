package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.HistogramLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.BudgetRegime;
import org.modelcollapse.collapse.regime.GrowingRegime;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;

/** An experiment is read from the head of its checkpoint as it was, whatever its settings are. */
class PlanTest {

    /** A fitted one: its weights do not sum to 1 to the last bit, so that dividing them once more would change them. */
    private static final GaussianMixture MIXTURE = Fitter.fit(
        MixtureSampler.of(GaussianMixture.of(new double[]{0.3, 0.3, 0.4}, new double[]{-3, 0, 3}, new double[]{1, 1, 1}))
            .sample(1000, RandomStream.of(1)),
        FitSettings.sklearn(3), RandomStream.of(1)).mixture();

    private static final Points ROWS = Points.of(1, 2, 3.5, 4, 7, 8, 9, -1);

    @TempDir
    private Path folder;

    private static Scenario scenario(final Original original, final int n, final Regime regime, final Learner learner) {
        return Scenario.of("a scenario, \"quoted\"", original, n, regime, learner, 5);
    }

    static Stream<Scenario> scenarios() {
        final Original mixture = Original.of(MIXTURE);
        return Stream.of(scenario(mixture, 50, Regime.replace(), new MixtureLearner(FitSettings.sklearn(2), 5)),
            scenario(mixture, 50, new AccumulateRegime(), new GaussianLearner(1)),
            scenario(mixture, 50, new BudgetRegime(), new HistogramLearner(-3, 3, 7)),
            scenario(mixture, 50, new GrowingRegime(0.5), new KernelLearner(0.3)),
            scenario(mixture, 50, Regime.replace(),
                new MixtureLearner(FitSettings.converged(3).withCovarianceType(CovarianceType.TIED)
                    .withStart(Start.given(MIXTURE)), 5)),
            scenario(Original.of(ROWS), ROWS.size(), Regime.replace(), new GaussianLearner(0)),
            scenario(mixture, 50, Regime.replace(), new GaussianLearner(0)).withSampling(new Sampling(0.9, 0.95))
                .withStop(new StopRule(0.1, true)).withMetrics(Set.of(), 3).withCollapseShare(0.2)
                .withKept(List.of(1, 4), 2),
            scenario(mixture, 50, Regime.replace(), new GaussianLearner(0))
                .withMetrics(EnumSet.allOf(Metric.class), 1).withKept(Generations.every(2, 5), 1));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    @DisplayName("every setting of a scenario comes back, bit by bit")
    void comesBack(final Scenario scenario) throws IOException {
        final Experiment experiment = Experiment.of(9, 3, List.of(scenario, scenario));
        assertArrayEquals(experiment.fingerprint(), PlanCodec.decode(PlanCodec.encode(experiment)).fingerprint());
    }

    private Path checkpoint() throws IOException {
        final Path file = folder.resolve("checkpoint");
        try (RunStore store = RunStore.inFile(file)) {
            store.open(Experiment.of(9, 3, scenarios().toList()));
        }
        return file;
    }

    @Test
    @DisplayName("runs that are made one by one from a plan are those of the experiment")
    void givesTheSameRuns() throws IOException {
        final Experiment experiment = Experiment.of(9, 2, scenarios().toList());
        final Experiment read = PlanCodec.decode(PlanCodec.encode(experiment));
        try (RunStore store = RunStore.inMemory()) {
            experiment.run(store, 2, Monitor.NONE);
            final RunMaker maker = RunMaker.of(read);
            for (int s = 0; s < experiment.scenarios().size(); s++) {
                assertArrayEquals(store.get(s, 1).toBytes(),
                    RunResult.of(maker.make(s, 1, Monitor.NONE).toBytes()).toBytes(), "scenario " + s);
            }
        }
    }

    @Test
    void isAtTheHeadOfACheckpointFromTheBeginning() throws IOException {
        assertArrayEquals(Experiment.of(9, 3, scenarios().toList()).fingerprint(),
            RunStore.plan(checkpoint()).fingerprint());
    }

    private static String refused(final Path file, final byte[] content) throws IOException {
        Files.write(file, content);
        return assertThrows(IOException.class, () -> RunStore.plan(file)).getMessage().replace(file.toString(), "FILE");
    }

    @Test
    void whatIsNoPlanIsTold() throws IOException {
        final Path file = checkpoint();
        final byte[] whole = Files.readAllBytes(file);
        assertEquals("The file FILE is no checkpoint or plan of an experiment", refused(file, "a,b\n1,2\n".getBytes()));
        final byte[] older = whole.clone();
        older["Recursive Collapse Experiment, checkpoint ".length()] = '2';
        assertEquals("The checkpoint FILE was written by another version of this extension", refused(file, older));
        final byte[] damaged = whole.clone();
        damaged[200]++;
        assertEquals("The plan in FILE is damaged: write it anew", refused(file, damaged));
        assertEquals("The plan in FILE is damaged: write it anew",
            refused(file, Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    @DisplayName("a plan that names a class which is none of ours is not read")
    void otherClassesAreNotMade() {
        final byte[] plan = PlanCodec.encode(Experiment.of(9, 3, List.of(scenario(Original.of(MIXTURE), 50,
            Regime.replace(), new CategoryLearner(3)))));
        final String text = new String(plan, StandardCharsets.ISO_8859_1);
        final byte[] other = text.replace("org.modelcollapse", "org.modelcollapsE")
            .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("it is of another version of this extension",
            assertThrows(IOException.class, () -> PlanCodec.decode(other)).getMessage());
    }
}
