package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bayesian mixtures: the bound climbs, what is not needed dies, and nothing but the data and the seed decides. */
class BayesFitterTest {

    private static final GaussianMixture THREE = GaussianMixture.of(CovarianceType.FULL, new double[]{0.5, 0.3, 0.2},
        new double[][]{{0, 0}, {8, 0}, {0, 8}}, new double[][][]{{{1, 0.5}, {0.5, 1}}, {{1, 0}, {0, 2}}, {{2, 0}, {0, 1}}});

    private static final Points ROWS = MixtureSampler.of(THREE).sample(600, MixtureSampler.Order.SHUFFLED, RandomStream.of(1));

    private static BayesFit fit(final Points rows, final BayesSettings settings) {
        return BayesFitter.fit(rows, null, settings, RandomStream.of(2), Monitor.NONE);
    }

    @ParameterizedTest
    @EnumSource(WeightPrior.class)
    void whatIsNotNeededDies(final WeightPrior prior) {
        final BayesFit fit = fit(ROWS, BayesSettings.converged(8).withPrior(prior, OptionalDouble.of(1e-3), 1,
            OptionalDouble.empty()));
        assertEquals(3, fit.living());
        final GaussianMixture living = fit.withoutDead().sorted().mixture();
        assertEquals(3, living.components());
        assertEquals(1, Arrays.stream(living.weights()).sum(), 1e-15);
        assertEquals(8, living.mean(2, 0), 0.3);
    }

    @ParameterizedTest
    @CsvSource({"VVV, DIRICHLET_PROCESS", "EEE, DIRICHLET_DISTRIBUTION", "VVI, DIRICHLET_PROCESS",
        "VII, DIRICHLET_DISTRIBUTION", "VVV, DIRICHLET_DISTRIBUTION"})
    void theLowerBoundNeverFalls(final CovarianceType type, final WeightPrior prior) {
        // without regularisation, of which the bound knows nothing
        final double[] trace = fit(ROWS, BayesSettings.converged(6).withCovarianceType(type).withRegularization(0)
            .withPrior(prior, OptionalDouble.empty(), 1, OptionalDouble.empty())).trace();
        for (int i = 1; i < trace.length; i++) {
            assertTrue(trace[i] >= trace[i - 1] - 1e-9, i + ": " + trace[i - 1] + " to " + trace[i]);
        }
        assertTrue(trace[trace.length - 1] > trace[0]);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        final Points many = MixtureSampler.of(THREE).sample(100_000, RandomStream.of(5));
        final BayesSettings settings = BayesSettings.sklearn(5).withMaxIterations(20);
        assertEquals(fit(many, settings), fit(many, settings.withThreads(3)));
    }

    @Test
    void aRowOfWeightTwoCountsLikeTwoRows() {
        final double[] weights = IntStream.range(0, ROWS.size()).mapToDouble(i -> i % 3 == 0 ? 2 : 1).toArray();
        final int[] twice = IntStream.range(0, ROWS.size()).flatMap(i -> IntStream.generate(() -> i).limit((long)weights[i]))
            .toArray();
        final Points repeated = Points.ofRows(Arrays.stream(twice).mapToObj(ROWS::row).toArray(double[][]::new));
        final BayesSettings settings = BayesSettings.converged(4).withStart(Start.given(GaussianMixture.of(
            CovarianceType.FULL, new double[]{0.25, 0.25, 0.25, 0.25}, new double[][]{{0, 1}, {7, 0}, {1, 7}, {4, 4}},
            new double[][][]{{{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}})));
        final BayesFit one = BayesFitter.fit(ROWS, weights, settings, RandomStream.of(1), Monitor.NONE);
        final BayesFit other = fit(repeated, settings);
        assertEquals(other.lowerBound(), one.lowerBound(), 1e-7);
        assertArrayEquals(other.rows(), one.rows(), 1e-5);
        assertArrayEquals(other.mixture().means()[1], one.mixture().means()[1], 1e-7);
    }

    /** With one component the posterior is known in closed form: nothing is approximate (Bishop 2006, 2.3.6). */
    @Test
    void ofOneComponentIsTheConjugatePosterior() {
        final Points line = Points.of(1, 2, 4, 9);
        final BayesFit fit = fit(line, BayesSettings.sklearn(1).withRegularization(0));
        // mean 4, squares about it 38, prior covariance 38 / 3 with 1 degree of freedom
        assertEquals(4, fit.mixture().mean(0), 1e-14);
        assertEquals((38 + 38.0 / 3) / 5, fit.mixture().variance(0), 1e-13);
        assertEquals(5, fit.degreesOfFreedom()[0], 1e-13);
        assertEquals(5, fit.meanPrecision()[0], 1e-13);
        assertArrayEquals(new double[]{5, 1}, fit.concentration()[0], 1e-13);
    }

    @Test
    void moreStartsAreNeverWorse() {
        assertTrue(fit(ROWS, BayesSettings.converged(6).withRestarts(5)).lowerBound()
            >= fit(ROWS, BayesSettings.converged(6)).lowerBound());
    }

    @Test
    void sortedMovesEverythingTogether() {
        final BayesFit fit = fit(ROWS, BayesSettings.converged(5));
        final BayesFit sorted = fit.sorted();
        for (int k = 0; k < 5; k++) {
            final int at = Arrays.asList(boxed(fit.rows())).indexOf(sorted.rows()[k]);
            assertArrayEquals(fit.mixture().means()[at], sorted.mixture().means()[k]);
            assertArrayEquals(fit.concentration()[at], sorted.concentration()[k]);
            assertEquals(fit.degreesOfFreedom()[at], sorted.degreesOfFreedom()[k]);
        }
    }

    private static Double[] boxed(final double... values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    private static String refusal(final Points rows, final BayesSettings settings) {
        return assertThrows(IllegalArgumentException.class, () -> fit(rows, settings)).getMessage();
    }

    @Test
    void saysWhatDoesNotSuitTheData() {
        final Points constant = Points.ofColumns(new double[]{1, 2, 3}, new double[]{5, 5, 5});
        assertTrue(refusal(constant, BayesSettings.sklearn(2)).contains("Column 2 is constant"));
        final Points line = Points.ofColumns(new double[]{1, 2, 3}, new double[]{2, 4, 6});
        assertTrue(refusal(line, BayesSettings.sklearn(2)).contains("determine each other"));
        assertFalse(fit(line, BayesSettings.sklearn(2).withCovarianceType(CovarianceType.DIAGONAL)).rows().length == 0);
        assertTrue(refusal(ROWS, BayesSettings.sklearn(2).withPrior(WeightPrior.DIRICHLET_PROCESS, OptionalDouble.empty(), 1,
            OptionalDouble.of(1))).contains("must be above 1"));
        assertTrue(refusal(Points.of(1, 2), BayesSettings.sklearn(3)).contains("take fewer components"));
    }

    @Test
    void settingsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> BayesSettings.sklearn(0));
        assertThrows(IllegalArgumentException.class, () -> BayesSettings.sklearn(2)
            .withPrior(WeightPrior.DIRICHLET_PROCESS, OptionalDouble.of(0), 1, OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class, () -> BayesSettings.sklearn(2)
            .withPrior(WeightPrior.DIRICHLET_PROCESS, OptionalDouble.empty(), -1, OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class,
            () -> BayesSettings.sklearn(2).withStart(Start.given(THREE)));
    }

    @Test
    void canBeCancelled() {
        final Monitor impatient = new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                // nobody listens
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class,
            () -> BayesFitter.fit(ROWS, null, BayesSettings.sklearn(3), RandomStream.of(1), impatient));
    }
}
