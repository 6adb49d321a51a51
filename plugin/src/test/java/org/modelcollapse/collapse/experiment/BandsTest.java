package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.law.Steps;
import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.HistogramLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.BudgetRegime;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.GrowingRegime;
import org.modelcollapse.collapse.regime.MixRegime;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

class BandsTest {

    private static final GaussianMixture UNIT =
        GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.4, .6}, new double[] {-2, 2}, new double[] {1, 1});

    private static final GaussianMixture CODES =
        GaussianMixture.of(new double[] {.2, .3, .5}, new double[] {0, 1, 2}, new double[] {.3, .3, .3});

    @Test
    void quantilesAreThoseOfNumPy() { // numpy.quantile of the five values, default method
        final Band band = Band.of(new double[] {10, 1, 4, 2, 3}, OptionalDouble.of(5));
        assertEquals(5, band.runs());
        assertEquals(1.2, band.p05(), 1e-15);
        assertEquals(2, band.q1());
        assertEquals(3, band.median());
        assertEquals(4, band.q3());
        assertEquals(8.8, band.p95(), Math.ulp(8.8));
        assertEquals(4, band.mean(), 1e-15);
        assertEquals(Math.sqrt(50 / 4.0 / 5), band.standardError().getAsDouble(), 1e-15);
        assertTrue(band.z().isEmpty(), "five runs are no evidence");
    }

    @Test
    void theScoreIsInStandardErrors() {
        final double[] values = new double[21];
        Arrays.setAll(values, i -> i - 10); // variance 770 / 20
        assertEquals(-1 / Math.sqrt(38.5 / 21), Band.of(values, OptionalDouble.of(1)).z().getAsDouble(), 1e-14);
        assertEquals(21, Band.evidence(values, 0), "lighter tails than the normal are no more than all runs");
    }

    @Test
    void aMeanThatFewRunsCarryHasNoScore() {
        final double[] one = new double[100];
        one[99] = 1;
        assertEquals(3 / (.99 + 1 / 99.0), Band.evidence(one, .01), .1, "one run of a hundred");
        Arrays.setAll(one, i -> i == 0 ? 0 : 1);
        assertEquals(3 / (.99 + 1 / 99.0), Band.evidence(one, .99), .1, "the same from the other side");
        assertEquals(0, Band.evidence(new double[] {1, 1, 1}, 1), "no spread, no score");
    }

    @Test
    void aLogNormalMeanIsCarriedByFewRunsEvenWhereTheyAreMissing() {
        final NormalDistribution normal = new NormalDistribution(0, 2);
        final double[] values = new double[100];
        Arrays.setAll(values, i -> StrictMath.exp(normal.inverseCumulativeProbability((i + .5) / 100)));
        assertEquals(100 * Math.exp(-4), evidence(values), .2, "two runs of a hundred");
        assertTrue(evidence(Arrays.copyOf(values, 90)) < 10, "the ten that carry the mean left out");
        assertTrue(Band.of(values, OptionalDouble.of(Math.exp(2))).z().isEmpty());
    }

    private static double evidence(final double[] sorted) {
        return Band.evidence(sorted, Arrays.stream(sorted).average().getAsDouble());
    }

    /** Over 300 such experiments the z-score of the mean has the mean -97, and the worst is -1,485, though the law holds. */
    @Test
    void aCollapsedExperimentHasTheScoreOfItsStepsOnly() throws IOException {
        final Experiment experiment = Experiment.of(5, 100, List.of(Scenario.of("a", Original.of(UNIT), 100,
            Regime.replace(), new GaussianLearner(0), 1000).withMetrics(GenerationMetrics.QUICK, 25)));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final var all = bands(Bands.of(experiment, 0, store));
        final int variance = Bands.of(experiment, 0, store).names().indexOf("Total variance");
        assertTrue(all.get(1).getValue().get(variance).z().isPresent(), "25 generations: all runs carry the mean");
        for (final var row : all) {
            final Band band = row.getValue().get(variance);
            assertTrue(Math.abs(band.z().orElse(0)) < 4, row.getKey() + ": " + band);
            assertTrue(row.getKey() < 200 || band.z().isEmpty(), row.getKey() + ": " + band);
            assertTrue(band.expected().isPresent());
        }
        final Steps steps = ScenarioSummary.of(experiment, 0, store, Monitor.NONE).steps();
        assertEquals(100_000, steps.count());
        assertTrue(Math.abs(steps.z().getAsDouble()) < 4, steps.toString());
    }

    @Test
    void aSingleRunHasNoStandardError() {
        final Band band = Band.of(new double[] {7}, OptionalDouble.of(5));
        assertEquals(7, band.p05());
        assertEquals(7, band.p95());
        assertTrue(band.standardError().isEmpty());
        assertTrue(band.z().isEmpty());
        assertTrue(Band.of(new double[] {7, 7}, OptionalDouble.of(5)).z().isEmpty(), "no spread, no score");
    }

    @Test
    void hugeValuesDoNotOverflow() {
        final double huge = Double.MAX_VALUE;
        final Band band = Band.of(new double[] {huge, huge, -huge, huge}, OptionalDouble.empty());
        assertTrue(Double.isFinite(band.mean()) && Double.isFinite(band.standardError().getAsDouble())
            && Double.isFinite(band.p05()), band.toString());
    }

    private static List<Map.Entry<Integer, List<Band>>> bands(final Bands bands) throws IOException {
        final List<Map.Entry<Integer, List<Band>>> all = new ArrayList<>();
        bands.forEach((generation, row) -> all.add(Map.entry(generation, row)), Monitor.NONE);
        return all;
    }

    @Test
    void smallBlocksGiveTheSame() throws IOException {
        final Experiment experiment = Experiment.of(3, 40, List.of(Scenario.of("a", Original.of(UNIT), 8,
            Regime.replace(), new GaussianLearner(0), 25).withMetrics(GenerationMetrics.QUICK, 2)));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final var whole = bands(Bands.of(experiment, 0, store));
        assertEquals(14, whole.size());
        assertEquals(25, whole.get(13).getKey());
        assertEquals(whole, bands(Bands.inBlocks(experiment, 0, store, 1)));
        assertEquals(whole, bands(Bands.inBlocks(experiment, 0, store, 1000)));
    }

    @Test
    void runsThatEndedCountNoMore() throws IOException {
        final Experiment experiment = Experiment.of(3, 50, List.of(Scenario.of("a", Original.of(UNIT), 5,
            Regime.replace(), new GaussianLearner(0), 60).withStop(StopRule.of(.2, false))));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final var all = bands(Bands.of(experiment, 0, store));
        assertEquals(50, all.get(0).getValue().get(0).runs());
        assertTrue(all.get(0).getValue().get(0).expected().isPresent());
        int before = 50;
        for (final var row : all) {
            final int reached = row.getKey();
            int runs = 0;
            for (int r = 0; r < 50; r++) {
                runs += store.get(0, r).fits() >= reached ? 1 : 0;
            }
            assertEquals(runs, row.getValue().get(0).runs());
            assertTrue(runs > 0 && runs <= before);
            assertEquals(runs == 50, row.getValue().get(0).expected().isPresent(), "a selection has no law");
            before = runs;
        }
        final ScenarioSummary summary = ScenarioSummary.of(experiment, 0, store, Monitor.NONE);
        assertTrue(summary.reasons().get(EndReason.VARIANCE_BELOW_SHARE) > 40, summary.toString());
        assertTrue(summary.halfLife().isPresent());
        assertTrue(summary.collapseTime().isEmpty(), "runs end at a fifth and mostly never see a tenth");
        assertEquals(50, summary.reasons().values().stream().mapToInt(Integer::intValue).sum());
    }

    static List<Scenario> scenarios() {
        final EnumSet<Metric> metrics = EnumSet.of(Metric.TOTAL_VARIANCE, Metric.MEAN, Metric.WEIGHT_DIVERSITY,
            Metric.COMPONENTS, Metric.KL_FITTED_ORIGINAL, Metric.LOWER_TAIL, Metric.UPPER_TAIL);
        final Learner em = new MixtureLearner(FitSettings.sklearn(2).withRegularization(.01).withMaxIterations(4)
            .withScored(false), 0);
        final Points rows = Points.of(0, 0, 1, 2, 2, 2, 2, 1, 1, 0, 2, 2);
        return List.of(
            Scenario.of("one Gaussian", Original.of(UNIT), 20, Regime.replace(), new GaussianLearner(1), 10),
            Scenario.of("three-way mix by EM", Original.of(PAIR), 40,
                new MixRegime(GenerationMix.of(.1, .6), OriginalSource.FRESH), em, 8),
            Scenario.of("rows, fixed budget", Original.of(rows), 12, new BudgetRegime(),
                new KernelLearner(.5), 10),
            Scenario.of("categories of rows", Original.of(rows), 12,
                new MixRegime(GenerationMix.of(.25, .5), OriginalSource.FIXED_SET), new CategoryLearner(3), 10),
            Scenario.of("categories of a mixture", Original.of(CODES), 30, new AccumulateRegime(),
                new CategoryLearner(3), 10),
            Scenario.of("histogram", Original.of(PAIR), 30,
                new MixRegime(GenerationMix.of(.25, .5), OriginalSource.FRESH), new HistogramLearner(-4, 4, 5), 10),
            Scenario.of("histogram of rows", Original.of(rows), 12, new BudgetRegime(),
                new HistogramLearner(0, 2.5, 4), 10),
            Scenario.of("one Gaussian by EM", Original.of(UNIT), 20, Regime.replace(),
                new MixtureLearner(FitSettings.sklearn(1).withMaximumLikelihood(true).withScored(false), 0), 10),
            Scenario.of("curated", Original.of(UNIT), 20, new GrowingRegime(1), new GaussianLearner(0), 8)
                .withSampling(Sampling.of(1.1, .9)))
            .stream().map(scenario -> scenario.withMetrics(metrics, 3)).toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyLawHoldsWithinFourStandardErrors(final Scenario scenario) throws IOException {
        final Experiment experiment = Experiment.of(11, 2500, List.of(scenario));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final Bands bands = Bands.of(experiment, 0, store);
        assertFalse(ScenarioLaws.expected(scenario).isEmpty());
        final int[] scored = {0};
        bands.forEach((generation, row) -> {
            for (int m = 0; m < row.size(); m++) {
                final String what = bands.names().get(m) + " at generation " + generation + ": " + row.get(m);
                assertTrue(Math.abs(row.get(m).z().orElse(0)) < 4, what);
                scored[0] += row.get(m).z().isPresent() ? 1 : 0;
            }
        }, Monitor.NONE);
        assertTrue(scored[0] >= 4, "only " + scored[0] + " scores");
    }

    @Test
    void lawsOfAHistogramAreThoseOfItsBins() {
        final Scenario scenario = Scenario.of("bins", Original.of(Points.of(0, 0, 1, 3)), 4, Regime.replace(),
            new HistogramLearner(-.5, 3.5, 4), 3);
        final Map<String, IntToDoubleFunction> laws = ScenarioLaws.expected(scenario);
        // centres 0, 1, 2, 3 with the weights 1/2, 1/4, 0, 1/4: mean 1, variance 3/2, and 1/12 within a bin
        for (int t = 1; t <= 3; t++) {
            assertEquals(1.5 * Math.pow(.75, t - 1) + 1 / 12.0, laws.get("Total variance").applyAsDouble(t), 1e-15);
            assertEquals(1, laws.get("Mean").applyAsDouble(t));
            assertEquals(.5, laws.get("Weight 1").applyAsDouble(t));
            assertEquals(0, laws.get("Weight 3").applyAsDouble(t));
        }
    }

    @Test
    void oneGaussianByEmHasTheLawsOfTheDivisorN() {
        final Scenario byEm = Scenario.of("em", Original.of(UNIT), 20, Regime.replace(),
            new MixtureLearner(FitSettings.converged(1).withMaximumLikelihood(true), 0), 5);
        final Map<String, IntToDoubleFunction> laws = ScenarioLaws.expected(byEm);
        final Map<String, IntToDoubleFunction> closed = ScenarioLaws.expected(Scenario.of("closed", Original.of(UNIT), 20,
            Regime.replace(), new GaussianLearner(0), 5));
        assertEquals(closed.keySet(), laws.keySet());
        closed.forEach((name, law) -> assertEquals(law.applyAsDouble(4), laws.get(name).applyAsDouble(4), name));
        assertFalse(ScenarioLaws.expected(Scenario.of("regularised", Original.of(UNIT), 20, Regime.replace(),
            new MixtureLearner(FitSettings.converged(1), 0), 5)).containsKey("Sd 1"));
    }

    @Test
    void whatHasNoLawHasNoExpectation() {
        final Scenario pair = Scenario.of("pair", Original.of(PAIR), 40, Regime.replace(),
            new MixtureLearner(FitSettings.sklearn(2), 0), 8);
        assertTrue(ScenarioLaws.expected(pair).containsKey("Total variance"));
        assertFalse(ScenarioLaws.expected(pair.withSampling(Sampling.of(.9, 1))).containsKey("Total variance"));
        assertTrue(ScenarioLaws.expected(pair.withSampling(Sampling.of(.9, 1))).containsKey("Mean"));
        assertFalse(ScenarioLaws.expected(pair.withSampling(Sampling.of(1, .9))).containsKey("Mean"));
    }
}
