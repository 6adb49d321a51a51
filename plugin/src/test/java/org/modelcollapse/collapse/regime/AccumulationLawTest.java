package org.modelcollapse.collapse.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.experiment.Replicates;
import org.modelcollapse.collapse.experiment.Simulation;
import org.modelcollapse.collapse.math.Moments;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.Start;

class AccumulationLawTest {

    private static final GaussianMixture UNIT =
        GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.3, .7}, new double[] {-2, 2}, new double[] {1, .5});

    private static final ModelVariance KEPT = ModelVariance.KEPT;

    @Test
    void givesTheTabulatedValues() {
        assertEquals(.8443, AccumulationLaw.accumulate(.9, 10, 100, KEPT)[99], 5e-5);
        assertEquals(.5446, AccumulationLaw.accumulateSubsample(.8, 5, 30, KEPT)[29], 5e-5);
    }

    @Test
    void accumulateIsAProduct() {
        final int n = 7;
        final double[] law = AccumulationLaw.accumulate(2 * (1 - 1.0 / n), n, 200, KEPT);
        double product = 2;
        for (int i = 1; i <= 200; i++) {
            product *= 1 - 1.0 / (n * (double)i * i);
            assertEquals(product, law[i - 1], 1e-14);
        }
        final double limit = AccumulationLaw.accumulateLimit(2, n);
        final double[] longer = AccumulationLaw.accumulate(2 * (1 - 1.0 / n), n, 100_000, KEPT);
        assertEquals(limit, longer[99_999], 1e-5); // what is left is about V0 / (n T)
    }

    @Test
    void theFixedBudgetFollowsItsRecurrence() {
        final int n = 5;
        final double[] law = AccumulationLaw.accumulateSubsample(1 - 1.0 / n, n, 60, KEPT);
        double q = 1 - 1.0 / n;
        for (int t = 1; t <= 60; t++) {
            final double r = t * n / (t * n - 1.0);
            assertEquals((n - 1.0) / n * r * q, law[t - 1], 1e-14);
            q *= 1 - r / (n * (t + 1.0) * (t + 1.0)) * (2 - 1.0 / n - 1.0 / t);
        }
    }

    @Test
    void growingSizesAreAProduct() {
        final GrowingRegime linear = new GrowingRegime(1);
        final double[] law = AccumulationLaw.growing(.9, t -> linear.trainingSize(10, t), 50, KEPT);
        double product = 1;
        for (int t = 1; t <= 50; t++) {
            product *= 1 - 1.0 / (10 * t);
            assertEquals(product, law[t - 1], 1e-14);
        }
        assertArrayEquals(new double[] {.9, .9 * .9, .9 * .9 * .9},
            AccumulationLaw.growing(.9, t -> 10, 3, KEPT), 1e-15);
    }

    static Stream<Arguments> cases() {
        final Learner em = new MixtureLearner(FitSettings.converged(2).withMaximumLikelihood(true)
            .withStart(Start.given(PAIR)).withTolerance(0).withMaxIterations(2).withScored(false), 0);
        final Learner gaussian = new GaussianLearner(0);
        final Learner unbiased = new GaussianLearner(1);
        final Regime accumulate = new AccumulateRegime();
        final Regime budget = new BudgetRegime();
        return Stream.of(
            Arguments.of("accumulate", UNIT, accumulate, 10, gaussian, 30, 1, 2500),
            Arguments.of("accumulate, pair by EM", PAIR, accumulate, 10, em, 12, 1, 2500),
            Arguments.of("accumulate, ddof 1 and temperature", UNIT, accumulate, 8, unbiased, 20, .7, 2500),
            Arguments.of("budget", UNIT, budget, 5, gaussian, 30, 1, 5000),
            Arguments.of("budget, pair by EM", PAIR, budget, 12, em, 15, 1, 2500),
            Arguments.of("budget, ddof 1 and temperature", UNIT, budget, 6, unbiased, 20, .7, 5000),
            Arguments.of("linear growth", UNIT, new GrowingRegime(1), 8, gaussian, 20, 1, 2500),
            Arguments.of("superlinear growth, pair by EM", PAIR, new GrowingRegime(1.3), 10, em, 12, 1, 2500),
            Arguments.of("growth, ddof 1 and temperature", UNIT, new GrowingRegime(.5), 8, unbiased, 20, 1.1, 2500));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void holdsInTheRecursion(final String name, final GaussianMixture original, final Regime regime, final int n,
        final Learner learner, final int fits, final double temperature, final int replicates) {
        final double first = original.totalVariance() * (1 - 1.0 / n);
        final Replicates variance = new Replicates(name);
        Simulation.finalFits(Original.of(original), n, regime, Sampling.of(temperature, 1), learner, fits, replicates,
            fit -> variance.add(fit.totalVariance()));
        variance.assertExpectation(law(regime, first, n, fits, change(learner, temperature))[fits - 1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void holdsForRows(final String name, final GaussianMixture original, final Regime regime, final int n,
        final Learner learner, final int fits, final double temperature, final int replicates) {
        final double[] rows = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = original.quantile((i + .5) / n);
        }
        final double first = Moments.variance(rows, Moments.mean(rows));
        final Replicates variance = new Replicates(name);
        Simulation.finalFits(Original.of(Points.of(rows)), n, regime, Sampling.of(temperature, 1), learner, fits,
            replicates, fit -> variance.add(fit.totalVariance()));
        variance.assertExpectation(law(regime, first, n, fits, change(learner, temperature))[fits - 1]);
    }

    private static ModelVariance change(final Learner learner, final double temperature) {
        final int ddof = learner instanceof GaussianLearner gaussian ? gaussian.ddof() : 0;
        return ModelVariance.of(ddof, 0, temperature);
    }

    private static double[] law(final Regime regime, final double first, final int n, final int fits,
        final ModelVariance change) {
        if (regime instanceof GrowingRegime growing) {
            return AccumulationLaw.growing(first, t -> growing.trainingSize(n, t), fits, change);
        }
        return regime instanceof AccumulateRegime ? AccumulationLaw.accumulate(first, n, fits, change)
            : AccumulationLaw.accumulateSubsample(first, n, fits, change);
    }

    @Test
    void badNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> AccumulationLaw.accumulate(Double.NaN, 5, 1, KEPT));
        assertThrows(IllegalArgumentException.class, () -> AccumulationLaw.accumulate(1, 1, 1, KEPT));
        assertThrows(IllegalArgumentException.class, () -> AccumulationLaw.accumulateSubsample(1, 5, 0, KEPT));
        assertThrows(IllegalArgumentException.class, () -> ModelVariance.of(2, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> ModelVariance.of(0, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> ModelVariance.of(0, 0, Double.NaN));
    }
}
