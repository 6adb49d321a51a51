package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.law.GaussianLaw;
import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

class ScenarioSummaryTest {

    /** Not in the order of the means, so that the comparison has to see to that. */
    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {3, -3}, new double[] {1, .5});

    private static final GaussianMixture UNIT =
        GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});

    private static Learner em(final int components) {
        return new MixtureLearner(FitSettings.sklearn(components).withScored(false), 0);
    }

    private static Scenario scenario(final Original original, final int n, final Learner learner) {
        return Scenario.of("a", original, n, Regime.replace(), learner, 20);
    }

    private static RunStore run(final Experiment experiment) throws IOException {
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        return store;
    }

    @Test
    void componentsAreComparedWithThoseInTheSamePlace() throws IOException {
        final Scenario scenario = scenario(Original.of(PAIR), 60, em(2));
        final Experiment experiment = Experiment.of(8, 30, List.of(scenario));
        final RunStore store = run(experiment);
        final ComponentSpread spread = ComponentSpread.of(scenario).orElseThrow();
        final List<String> names = scenario.measured().names();
        double below = 0;
        int wider = 0;
        int runsWithWider = 0;
        for (int r = 0; r < 30; r++) {
            final double[] last = store.get(0, r).last();
            final double left = last[names.indexOf("Sd 1")];
            final double right = last[names.indexOf("Sd 2")];
            final double[] expected = {left * left / .25, right * right / 1};
            assertArrayEquals(expected, spread.varianceShares(store.get(0, r)), 1e-15);
            final int here = (expected[0] > 1 ? 1 : 0) + (expected[1] > 1 ? 1 : 0);
            assertEquals(here, spread.wider(store.get(0, r)));
            wider += here;
            runsWithWider += here > 0 ? 1 : 0;
            below += (expected[0] <= .5 ? 1 : 0) + (expected[1] <= .5 ? 1 : 0);
        }
        assertTrue(wider > 0 && below > 0, "the case tells nothing");
        final ScenarioSummary.Components components =
            ScenarioSummary.of(experiment, 0, store, Monitor.NONE).components().orElseThrow();
        assertEquals(wider / 60.0, components.widerShare(), 1e-15);
        assertEquals(runsWithWider / 30.0, components.runsWithWider(), 1e-15);
        assertTrue(components.q1() < components.median() && components.median() < components.q3(),
            components.toString());
        assertEquals(below > 30, components.median() <= .5, components.toString());
    }

    @Test
    void inSeveralDimensionsTheTraceCounts() throws IOException {
        final GaussianMixture plane = GaussianMixture.of(CovarianceType.FULL, new double[] {1},
            new double[][] {{0, 0}}, new double[][][] {{{2, 1}, {1, 3}}});
        final Scenario scenario = scenario(Original.of(plane), 30, new GaussianLearner(0));
        final Experiment experiment = Experiment.of(8, 1, List.of(scenario));
        final RunResult run = run(experiment).get(0, 0);
        assertEquals(run.last()[0] / 5, ComponentSpread.of(scenario).orElseThrow().varianceShares(run)[0], 1e-15);
    }

    @Test
    void whatCannotBeComparedIsNot() {
        assertTrue(ComponentSpread.of(scenario(Original.of(PAIR), 60, em(3))).isEmpty(), "other number of components");
        assertTrue(ComponentSpread.of(scenario(Original.of(Points.of(1, 2, 3)), 3, new GaussianLearner(0))).isEmpty());
        assertTrue(ComponentSpread.of(scenario(Original.of(PAIR), 60, new CategoryLearner(2))).isEmpty());
        assertTrue(ComponentSpread.of(scenario(Original.of(PAIR), 60, em(2)).withMetrics(Set.of(Metric.MEAN), 1))
            .isEmpty());
    }

    @Test
    void theoryStandsBesideHalfLifeAndShareWidened() throws IOException {
        final Scenario scenario = Scenario.of("a", Original.of(UNIT), 50, Regime.replace(), new GaussianLearner(1),
            100);
        final int replicates = 2000;
        final Experiment experiment = Experiment.of(9, replicates, List.of(scenario.withMetrics(
            GenerationMetrics.QUICK, 100), scenario(Original.of(PAIR), 60, em(2)), scenario.withStop(
            StopRule.of(.5, false)).withMetrics(GenerationMetrics.QUICK, 100)));
        final RunStore store = run(experiment);
        final ScenarioSummary summary = ScenarioSummary.of(experiment, 0, store, Monitor.NONE);
        final GaussianLaw law = GaussianLaw.of(50, 1, 1);
        assertEquals(law.medianTimeBelow(.5), summary.halfLifeExpected().getAsDouble());
        assertEquals(law.medianTimeBelow(.1), summary.collapseTimeExpected().getAsDouble());
        final double p = summary.widenedExpected().getAsDouble();
        assertEquals(law.probabilityWidened(100), p);
        // .1570 by theory, which is asymptotic, and .1568 by simulation
        assertEquals(p, summary.widenedShare(), 4 * Math.sqrt(p * (1 - p) / replicates) + .0002);
        final ScenarioSummary pair = ScenarioSummary.of(experiment, 1, store, Monitor.NONE);
        assertTrue(pair.halfLifeExpected().isEmpty() && pair.widenedExpected().isEmpty(), pair.toString());
        final ScenarioSummary stopped = ScenarioSummary.of(experiment, 2, store, Monitor.NONE);
        assertTrue(stopped.widenedExpected().isEmpty(), "runs that were stopped cannot widen again");
        assertTrue(stopped.halfLifeExpected().isPresent());
    }
}
