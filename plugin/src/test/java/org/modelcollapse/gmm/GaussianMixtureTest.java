package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mixture is what its formula says, and nothing that is no mixture can be made. */
class GaussianMixtureTest {

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[]{0.25, 0.75}, new double[]{2, -1}, new double[]{0.5, 2});

    private static final GaussianMixture PLANE = GaussianMixture.of(CovarianceType.FULL, new double[]{0.4, 0.6},
        new double[][]{{0, 0}, {3, -2}}, new double[][][]{{{1, 0.8}, {0.8, 1}}, {{2, -0.5}, {-0.5, 0.25}}});

    private static double normal(final double x, final double mean, final double sd) {
        return new NormalDistribution(mean, sd).density(x);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-7, -1, 0, 0.3, 2, 5})
    void densityIsTheWeightedSum(final double x) {
        final double first = 0.25 * normal(x, 2, 0.5);
        final double second = 0.75 * normal(x, -1, 2);
        assertEquals(first + second, PAIR.density(x), 1e-14);
        assertEquals(Math.log(first + second), PAIR.logDensity(x), 1e-13);
        assertEquals(first / (first + second), PAIR.responsibilities(x)[0], 1e-14);
        assertEquals(second / (first + second), PAIR.responsibilities(x)[1], 1e-14);
    }

    @Test
    void normalisingAgainChangesNothing() {
        for (int seed = 0; seed < 200; seed++) {
            final RandomStream random = RandomStream.of(seed);
            final int k = 2 + seed % 7;
            final double[] weights = new double[k];
            double sum = 0;
            for (int c = 0; c < k; c++) {
                weights[c] = random.nextDouble();
                sum += weights[c];
            }
            for (int c = 0; c < k; c++) {
                weights[c] = weights[c] / sum * (1 + 1e-9);
            }
            final double[] means = new double[k];
            final double[] sds = new double[k];
            Arrays.setAll(means, c -> -c);
            Arrays.fill(sds, 1);
            final double[] once = GaussianMixture.of(weights, means, sds).weights();
            assertArrayEquals(once, GaussianMixture.of(once, means, sds).weights());
            assertEquals(1, Arrays.stream(once).sum(), 1e-15 * k);
        }
    }

    @Test
    void logDensityStaysFiniteFarAway() {
        assertEquals(-0.5 * 1e10 / 4, PAIR.logDensity(1e5), 1e6);
        assertTrue(Double.isFinite(PAIR.logDensity(1e300)));
        assertEquals(0, PAIR.density(1e300));
        assertArrayEquals(new double[]{0, 1}, PAIR.responsibilities(1e5));
        assertTrue(Double.isFinite(PLANE.logDensity(1e200, -1e308)));
    }

    @Test
    void densityInThePlaneIsThatOfTheFormula() {
        // component 1 at (1, 0): determinant 0.36, inverse {1, -0.8; -0.8, 1} / 0.36
        final double first = 0.4 * Math.exp(-0.5 / 0.36) / (2 * Math.PI * 0.6);
        // component 2 at (1, 0): difference (-2, 2), determinant 0.25, inverse {0.25, 0.5; 0.5, 2} / 0.25
        final double second = 0.6 * Math.exp(-0.5 * (4 * 0.25 - 2 * 4 * 0.5 + 4 * 2) / 0.25) / (2 * Math.PI * 0.5);
        assertEquals(first + second, PLANE.density(1, 0), 1e-15);
    }

    @Test
    void momentsAreThoseOfTheMixture() {
        assertArrayEquals(new double[]{0.25 * 2 - 0.75}, PAIR.mean(), 1e-15);
        final double variance = 0.25 * (0.25 + 4) + 0.75 * (4 + 1) - 0.0625;
        assertEquals(variance, PAIR.totalVariance(), 1e-14);
        assertArrayEquals(new double[]{1.8, -1.2}, PLANE.mean(), 1e-15);
        final double xy = 0.4 * 0.8 + 0.6 * (-0.5) + 0.4 * 0.6 * (3 * -2);
        assertEquals(xy, PLANE.covariance()[0][1], 1e-14);
        assertEquals(xy, PLANE.covariance()[1][0], 1e-14);
        final double trace = 0.4 * 2 + 0.6 * 2.25 + 0.4 * 0.6 * (9 + 4);
        assertEquals(trace, PLANE.totalVariance(), 1e-13);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-12, 0.001, 0.1, 0.5, 0.77, 0.999, 1 - 1e-12})
    void quantileInvertsTheDistributionFunction(final double p) {
        final double x = PAIR.quantile(p);
        final NormalDistribution first = new NormalDistribution(2, 0.5);
        final NormalDistribution second = new NormalDistribution(-1, 2);
        if (p <= 0.5) {
            final double below = 0.25 * first.cumulativeProbability(x) + 0.75 * second.cumulativeProbability(x);
            assertEquals(p, below, 1e-12 * p);
            assertEquals(below, PAIR.cdf(x), 1e-13 * p);
        } else {
            // by symmetry about either mean
            final double above =
                0.25 * first.cumulativeProbability(4 - x) + 0.75 * second.cumulativeProbability(-2 - x);
            assertEquals(1 - p, above, 1e-12 * (1 - p));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void quantileWantsAProbability(final double p) {
        assertThrows(IllegalArgumentException.class, () -> PAIR.quantile(p));
    }

    @Test
    void componentsOfNoWeightCountForNothing() {
        final GaussianMixture two =
            GaussianMixture.of(new double[]{0, 1}, new double[]{50, 0}, new double[]{1, 1});
        assertEquals(normal(0.5, 0, 1), two.density(0.5), 1e-15);
        assertArrayEquals(new double[]{0, 1}, two.responsibilities(50));
        assertEquals(0, two.quantile(0.5), 1e-12);
    }

    @Test
    void weightsAreNormalisedExactly() {
        final GaussianMixture thirds = GaussianMixture.of(new double[]{0.3333333, 0.3333333, 0.3333333},
            new double[]{0, 1, 2}, new double[]{1, 1, 1});
        assertEquals(1.0 / 3, thirds.weight(0), 1e-16);
    }

    @Test
    void sortsByMean() {
        assertArrayEquals(new double[]{0.75, 0.25}, PAIR.sortedByMean().weights());
        assertEquals(-1, PAIR.sortedByMean().mean(0));
        assertEquals(PAIR.density(0.2), PAIR.sortedByMean().density(0.2), 1e-16);
        final double[][][] unit = {{{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}};
        final GaussianMixture tie = GaussianMixture.of(CovarianceType.TIED, new double[]{0.5, 0.5},
            new double[][]{{1, 5}, {1, 4}}, unit);
        assertEquals(4, tie.sortedByMean().mean(0, 1));
    }

    @Test
    void cannotBeChangedThroughWhatItTakesOrGives() {
        final double[] weights = {0.5, 0.5};
        final double[][] means = {{0}, {1}};
        final double[][][] covariances = {{{1}}, {{2}}};
        final GaussianMixture mixture = GaussianMixture.of(CovarianceType.FULL, weights, means, covariances);
        final GaussianMixture same = GaussianMixture.of(CovarianceType.FULL, weights, means, covariances);
        weights[0] = 7;
        means[0][0] = 7;
        covariances[0][0][0] = 7;
        mixture.weights()[0] = 7;
        mixture.means()[0][0] = 7;
        mixture.covariances()[0][0][0] = 7;
        assertEquals(same, mixture);
        assertEquals(same.hashCode(), mixture.hashCode());
        assertNotEquals(PAIR, mixture);
    }

    @Test
    void logDensitiesOfPointsAreThoseOfTheRows() {
        final Points points = Points.ofRows(new double[][]{{1, 0}, {2, -1}, {0, 0}});
        final double[] expected = {PLANE.logDensity(1, 0), PLANE.logDensity(2, -1), PLANE.logDensity(0, 0)};
        assertArrayEquals(expected, PLANE.logDensities(points), 1e-15);
        assertEquals((expected[0] + expected[1] + expected[2]) / 3, PLANE.meanLogLikelihood(points), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> PAIR.logDensities(points));
    }

    @Test
    void logDensitiesOfPointsFarAwayAreFiniteAndThoseOfTheRows() {
        final Points far = Points.of(-1e308, -1e200, -1e3, 0, 1e8, 1e160, 1e308);
        final double[] actual = PAIR.logDensities(far);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            final double expected = PAIR.logDensity(far.get(i, 0));
            assertEquals(expected, actual[i], 1e-14 * Math.abs(expected));
            sum += actual[i] / actual.length;
        }
        assertTrue(Double.isFinite(PAIR.meanLogLikelihood(Points.of(-1e150, 0, 1e150))));
        assertTrue(sum < 0);
    }

    @ParameterizedTest
    @CsvSource({"VVV, 3, 2, 17", "EEE, 3, 2, 11", "VVI, 3, 2, 14", "VII, 3, 2, 11", "VVV, 2, 1, 5", "EEE, 2, 1, 4",
        "VVI, 2, 1, 5", "VII, 2, 1, 5", "VVV, 1, 8, 44",
        // mclust 6.0.0, nMclustParams(family, 4, 3)
        "EII, 3, 4, 15", "VII, 3, 4, 17", "EEI, 3, 4, 18", "VEI, 3, 4, 20", "EVI, 3, 4, 24", "VVI, 3, 4, 26",
        "EEE, 3, 4, 24", "VEE, 3, 4, 26", "EVE, 3, 4, 30", "VVE, 3, 4, 32", "EEV, 3, 4, 36", "VEV, 3, 4, 38",
        "EVV, 3, 4, 42", "VVV, 3, 4, 44"})
    void countsFreeParameters(final CovarianceType type, final int k, final int d, final int expected) {
        assertEquals(expected, type.freeParameters(k, d));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> mistakes() {
        final double[] halves = {0.5, 0.5};
        final double[][] means = {{0, 0}, {1, 1}};
        final double[][] unit = {{1, 0}, {0, 1}};
        final double[][] singular = {{1, 1}, {1, 1}};
        final double[][] lopsided = {{1, 0.5}, {0.4, 1}};
        final double[][] slanted = {{1, 0.5}, {0.5, 1}};
        final double[][] oblong = {{1, 0}, {0, 2}};
        return Stream.of(
            mistake("sum is 0.9", () -> line(new double[]{0.5, 0.4}, 1, 1)),
            mistake("weight of component 2", () -> line(new double[]{1.5, -0.5}, 1, 1)),
            mistake("weight of component 1", () -> line(new double[]{Double.NaN, 1}, 1, 1)),
            mistake("deviation of component 2", () -> line(halves, 1, 0)),
            mistake("deviation of component 1", () -> line(halves, Double.NaN, 1)),
            mistake("variance of component 1", () -> line(halves, 1e-200, 1)),
            mistake("variance of component 2", () -> line(halves, 1, 1e200)),
            mistake("mean of component 2", () -> GaussianMixture.of(halves, new double[]{0, 1.0 / 0}, halves)),
            mistake("1 means for 2", () -> GaussianMixture.of(halves, new double[1], halves)),
            mistake("at least one component", () -> GaussianMixture.of(new double[0], new double[0], new double[0])),
            mistake("component 2 is not positive definite", () -> plane(CovarianceType.FULL, means, unit, singular)),
            mistake("component 2 is not symmetric", () -> plane(CovarianceType.FULL, means, unit, lopsided)),
            mistake("component 2 is not of type EEE", () -> plane(CovarianceType.TIED, means, unit, slanted)),
            mistake("component 1 is not of type VVI", () -> plane(CovarianceType.DIAGONAL, means, slanted, unit)),
            mistake("component 2 is not of type VII", () -> plane(CovarianceType.SPHERICAL, means, unit, oblong)),
            mistake("component 2 is not of type EVV: its volume", () -> plane(CovarianceType.EVV, means, unit, oblong)),
            mistake("component 2 is not of type VEE: its shape", () -> plane(CovarianceType.VEE, means, oblong, slanted)),
            mistake("component 2 is not of type VEI: its shape", () -> plane(CovarianceType.VEI, means, unit, oblong)),
            mistake("component 2 is not of type VEV: its shape", () -> plane(CovarianceType.VEV, means, unit, slanted)),
            mistake("component 2 is not of type VVE: its orientation",
                () -> plane(CovarianceType.VVE, means, oblong, slanted)),
            mistake("has dimension 1", () -> plane(CovarianceType.FULL, new double[][]{{0, 0}, {1}}, unit, unit)),
            mistake("dimension", () -> PAIR.density(1, 2)),
            mistake("finite", () -> PAIR.density(Double.NaN)));
    }

    private static org.junit.jupiter.params.provider.Arguments mistake(final String message, final Executable maker) {
        return org.junit.jupiter.params.provider.Arguments.of(message, maker);
    }

    private static void line(final double[] weights, final double... sds) {
        GaussianMixture.of(weights, new double[]{0, 1}, sds);
    }

    private static void plane(final CovarianceType type, final double[][] means, final double[][]... covariances) {
        GaussianMixture.of(type, new double[]{0.5, 0.5}, means, covariances);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatIsNoMixtureAndSaysWhatIsWrong(final String message, final Executable maker) {
        final String actual = assertThrows(IllegalArgumentException.class, maker).getMessage();
        assertTrue(actual.contains(message), actual);
    }

    @Test
    void oneDimensionalViewsNeedOneDimension() {
        assertThrows(IllegalStateException.class, () -> PLANE.mean(0));
        assertThrows(IllegalStateException.class, () -> PLANE.sd(0));
        assertThrows(IllegalStateException.class, () -> PLANE.cdf(0));
        assertThrows(IllegalStateException.class, () -> PLANE.quantile(0.5));
    }

    private static GaussianMixture plane(final double[][]... covariances) {
        final double[] weights = new double[covariances.length];
        Arrays.fill(weights, 1.0 / weights.length);
        return GaussianMixture.of(CovarianceType.FULL, weights, new double[][]{{0, 0}, {3, -2}}, covariances);
    }

    @Test
    void theNarrowestTypeIsFoundAgain() {
        final double[][] turned = {{2, 0.5}, {0.5, 1}};
        assertEquals(CovarianceType.TIED, plane(turned, turned).withNarrowestType().covarianceType());
        assertEquals(CovarianceType.DIAGONAL,
            plane(new double[][]{{2, 0}, {0, 1}}, new double[][]{{1, 0}, {0, 7}}).withNarrowestType().covarianceType());
        assertEquals(CovarianceType.SPHERICAL,
            plane(new double[][]{{2, 0}, {0, 2}}, new double[][]{{1, 0}, {0, 1}}).withNarrowestType().covarianceType());
        assertEquals(CovarianceType.FULL, PLANE.withNarrowestType().covarianceType());
    }

    @Test
    void ofOneComponentTheTypeIsTheOneThatFitsMore() {
        final GaussianMixture one = GaussianMixture.of(CovarianceType.FULL, new double[]{1}, new double[][]{{0, 0}},
            new double[][][]{{{2, 0.5}, {0.5, 1}}});
        assertEquals(CovarianceType.FULL, one.withNarrowestType().covarianceType());
    }
}
