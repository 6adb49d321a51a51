package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;

/** A run that widens beyond all numbers has exploded; it has not collapsed. */
class ExplosionTest {

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static final GaussianMixture PLANE = GaussianMixture.of(CovarianceType.FULL, new double[] {1},
        new double[][] {{0, 0}}, new double[][][] {{{1, .5}, {.5, 1}}});

    static Stream<Arguments> runs() {
        final Learner em = new MixtureLearner(FitSettings.sklearn(2), 0);
        return Stream.of(Arguments.of("EM", PAIR, em, 100.0, 100), Arguments.of("EM, wilder", PAIR, em, 1e200, 100),
            Arguments.of("EM, at the edge of numbers", PAIR, em, 1e300, 100),
            Arguments.of("one Gaussian, divisor n", PAIR, new GaussianLearner(0), 100.0, 100),
            Arguments.of("one Gaussian, divisor n - 1", PAIR, new GaussianLearner(1), 1e150, 100),
            Arguments.of("a Gaussian in the plane", PLANE, new GaussianLearner(0), 1e50, 100),
            Arguments.of("EM in the plane", PLANE, new MixtureLearner(FitSettings.sklearn(1), 0), 1e40, 100),
            Arguments.of("accumulating", PAIR, em, 1e60, 20));
    }

    @ParameterizedTest(name = "{0}, temperature {3}")
    @MethodSource("runs")
    @DisplayName("a temperature far above 1 ends a run as exploded and widened, with all numbers finite")
    void explodes(final String name, final GaussianMixture original, final Learner learner, final double temperature,
        final int n) throws IOException {
        final Regime regime = name.equals("accumulating") ? new AccumulateRegime() : Regime.replace();
        final Experiment experiment = Experiment.of(1, 3, List.of(Scenario.of(name, Original.of(original), n, regime, learner,
            400).withSampling(Sampling.of(temperature, 1)).withMetrics(Set.of(Metric.TOTAL_VARIANCE, Metric.COMPONENTS), 1)));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        for (int r = 0; r < 3; r++) {
            final RunResult run = store.get(0, r);
            assertEquals(EndReason.EXPLODED, run.reason(), run.message());
            assertTrue(run.widened());
            assertEquals(0, run.collapsedAt());
            assertTrue(run.recorded().stream().allMatch(row -> Arrays.stream(row).allMatch(Double::isFinite)));
        }
        assertEquals(3, ScenarioSummary.of(experiment, 0, store, Monitor.NONE).reasons().get(EndReason.EXPLODED));
    }

    @ParameterizedTest(name = "temperature {0}")
    @MethodSource("cold")
    @DisplayName("a temperature below 1 ends it as collapsed")
    void collapses(final double temperature) throws IOException {
        final Experiment experiment = Experiment.of(1, 2, List.of(Scenario.of("cold", Original.of(PAIR), 50, Regime.replace(),
            new GaussianLearner(0), 400).withSampling(Sampling.of(temperature, 1))));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 1, Monitor.NONE);
        assertEquals(EndReason.COLLAPSED, store.get(0, 0).reason());
    }

    static Stream<Double> cold() {
        return Stream.of(.01, 1e-100);
    }
}
