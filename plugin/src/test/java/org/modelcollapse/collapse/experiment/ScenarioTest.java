package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.Start;

class ScenarioTest {

    private static final GaussianMixture UNIT =
        GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});

    private static final Original PLANE =
        Original.of(Points.ofColumns(new double[] {1, 2, 4}, new double[] {3, 1, 8}));

    private static final Learner GAUSSIAN = new GaussianLearner(0);

    private static Scenario scenario(final int generations) {
        return Scenario.of("test", Original.of(UNIT), 10, Regime.replace(), GAUSSIAN, generations);
    }

    @ParameterizedTest
    @CsvSource({"10, 3, 1 3 6 9 10", "9, 3, 1 3 6 9", "1, 7, 1", "7, 7, 1 7", "3, 1, 1 2 3", "5, 100, 1 5",
        "2, 2, 1 2"})
    void recordsTheFirstTheMultiplesAndTheLast(final int generations, final int every, final String expected) {
        final int[] recorded = scenario(generations).withMetrics(GenerationMetrics.QUICK, every).recordedGenerations();
        assertArrayEquals(Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray(),
            recorded);
    }

    @Test
    void theVarianceOfTheOriginalHasTheDivisorN() {
        assertEquals(1, scenario(1).originalVariance());
        final Scenario rows = Scenario.of("rows", PLANE, 3, Regime.replace(), GAUSSIAN, 1);
        assertEquals(14 / 9.0 + 26 / 3.0, rows.originalVariance(), 1e-15);
    }

    @Test
    void keptGenerationsAreSorted() {
        assertEquals("[1, 5, 9]", scenario(10).withKept(List.of(9, 1, 5, 1), 3).keptGenerations().toString());
    }

    @Test
    void valuesOutOfTheirRangeAreRefusedByName() {
        refused("number of generations", () -> scenario(0));
        refused("generations between records", () -> scenario(5).withMetrics(Set.of(), 0));
        refused("collapse", () -> scenario(5).withCollapseShare(1));
        refused("collapse", () -> scenario(5).withCollapseShare(Double.NaN));
        refused("numbered from 1", () -> scenario(5).withKept(List.of(0), 1));
        refused("must not be negative", () -> scenario(5).withKept(List.of(1), -1));
        refused("share of variance to stop at", () -> StopRule.of(1, false));
        refused("at least 2 points", () -> Scenario.of("one", Original.of(UNIT), 1, Regime.replace(), GAUSSIAN, 1));
        refused("name", () -> Scenario.of("", Original.of(UNIT), 10, Regime.replace(), GAUSSIAN, 1));
    }

    @Test
    void settingsThatDoNotSuitEachOtherAreRefused() {
        refused("3 rows, so that n must be as many, but is 4",
            () -> Scenario.of("rows", PLANE, 4, Regime.replace(), GAUSSIAN, 1));
        refused("more than an array can hold",
            () -> Scenario.of("huge", Original.of(UNIT), 100_000, new AccumulateRegime(), GAUSSIAN, 100_000));
        refused("one dimension", () -> Scenario.of("plane", PLANE, 3, Regime.replace(), new CategoryLearner(3), 1));
        refused("set both to 1", () -> Scenario.of("kernels", Original.of(UNIT), 10, Regime.replace(),
            new KernelLearner(1), 1).withSampling(Sampling.of(.9, 1)));
        refused("central fraction", () -> Scenario.of("plane", PLANE, 3, Regime.replace(), GAUSSIAN, 1)
            .withSampling(Sampling.of(1, .9)));
        refused("too small for 11 components", () -> Scenario.of("small", Original.of(UNIT), 10, Regime.replace(),
            new MixtureLearner(FitSettings.sklearn(11), 0), 1));
        refused("start mixture has 1 dimension", () -> Scenario.of("start", PLANE, 3, Regime.replace(),
            new MixtureLearner(FitSettings.sklearn(1).withStart(Start.given(UNIT)), 0), 1));
    }

    private static void refused(final String part, final Executable attempt) {
        final var error = assertThrows(IllegalArgumentException.class, attempt);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }
}
