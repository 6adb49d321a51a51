package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.MixRegime;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

/** Which scenarios have a law of their components, and where it goes. */
class ComponentExpectationTest {

    private static final GaussianMixture POST =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static final Original ORIGINAL = Original.of(POST);

    private static final FitSettings EM = FitSettings.converged(2).withScored(false);

    private static boolean suited(final Original original, final Regime regime, final Learner learner,
        final Sampling sampling) {
        return ComponentExpectation
            .suited(Scenario.of("a", original, 2000, regime, learner, 20).withSampling(sampling)).isPresent();
    }

    private static boolean suited(final FitSettings em) {
        return suited(ORIGINAL, Regime.replace(), new MixtureLearner(em, 0), Sampling.PLAIN);
    }

    @Test
    @DisplayName("fitted points alone, an original mixture, as many components, no regularisation that matters")
    void suits() {
        assertTrue(suited(EM));
        assertTrue(suited(FitSettings.sklearn(2)), "the law is of converged EM, and what stops early is held against it");
        assertFalse(suited(EM.withComponents(3)));
        assertFalse(suited(EM.withCovarianceType(CovarianceType.TIED)));
        assertFalse(suited(EM.withRegularization(1e-3)));
        assertTrue(suited(EM.withRegularization(1e-3).withMaximumLikelihood(true)));
        final Learner em = new MixtureLearner(EM, 0);
        final Regime mix = new MixRegime(GenerationMix.of(.01, .99), OriginalSource.FRESH);
        assertFalse(suited(ORIGINAL, mix, em, Sampling.PLAIN));
        assertFalse(suited(ORIGINAL, new AccumulateRegime(), em, Sampling.PLAIN));
        assertFalse(suited(ORIGINAL, Regime.replace(), em, Sampling.of(.9, 1)));
        assertFalse(suited(ORIGINAL, Regime.replace(), new KernelLearner(.1), Sampling.PLAIN));
        assertFalse(suited(ORIGINAL, Regime.replace(), new GaussianLearner(0), Sampling.PLAIN), "one of two");
        final Original one = Original.of(GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1}));
        assertTrue(suited(one, Regime.replace(), new GaussianLearner(0), Sampling.PLAIN));
        assertFalse(suited(one, Regime.replace(), new GaussianLearner(1), Sampling.PLAIN), "divisor n - 1");
        assertFalse(suited(Original.of(Points.of(new double[2000])), Regime.replace(), em, Sampling.PLAIN), "rows");
    }

    @Test
    @DisplayName("a summary has the chances at the last generation, unless runs were ended early")
    void chances() throws IOException {
        final Scenario scenario =
            Scenario.of("a", ORIGINAL, 2000, Regime.replace(), new MixtureLearner(EM, 0), 20);
        final Experiment experiment =
            Experiment.of(3, 4, List.of(scenario, scenario.withStop(StopRule.of(.99, false))));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final List<ScenarioSummary> summaries = ScenarioSummary.all(experiment, store, Monitor.NONE);
        final ComponentBands bands = ComponentExpectation.bands(scenario, Monitor.NONE).orElseThrow();
        final int end = bands.generations().length - 1;
        assertEquals(20, bands.generations()[end]);
        final ScenarioSummary.Components components = summaries.get(0).components().orElseThrow();
        assertEquals((bands.wider()[end][0] + bands.wider()[end][1]) / 2, components.widerExpected().getAsDouble(), 1e-15);
        assertEquals(bands.anyWider()[end], components.runsWithWiderExpected().getAsDouble());
        assertTrue(summaries.get(1).reasons().getOrDefault(EndReason.ALL_GENERATIONS, 0) < 4, "the case tells nothing");
        assertTrue(summaries.get(1).components().orElseThrow().widerExpected().isEmpty());
        assertEquals(Optional.empty(), ScenarioSummary.of(Experiment.of(3, 4, List.of(
            Scenario.of("few", ORIGINAL, 40, Regime.replace(), new MixtureLearner(EM, 0), 20))), 0,
            fewRows(), Monitor.NONE).componentBands());
    }

    private static RunStore fewRows() throws IOException {
        final RunStore store = RunStore.inMemory();
        Experiment.of(3, 4, List.of(
            Scenario.of("few", ORIGINAL, 40, Regime.replace(), new MixtureLearner(EM, 0), 20))).run(store, 1, Monitor.NONE);
        return store;
    }
}
