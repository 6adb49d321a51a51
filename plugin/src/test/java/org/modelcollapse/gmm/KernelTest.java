package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick kernels give the sums of the textbook. */
class KernelTest {

    /** Relative to the size of what is summed, for components of at least {@link #RARE} of the rows. */
    private static final double TOLERANCE = 1e-13;

    /** A component of fewer is exact to that share of so many: its rows' log densities are rounded like the others'. */
    private static final double RARE = 1e-9;

    private static void assertSameSums(final FitData data, final Parameters parameters, final int from, final int to) {
        final int k = parameters.components();
        final Statistics expected = new TextbookKernel(data, k).sums(parameters, true, from, to);
        final boolean line = data.dimension() == 1;
        final boolean diagonal = parameters.type().form() != Form.FULL;
        assertTrue(line ? LineKernel.suits(data, parameters) : SpaceKernel.suits(data, parameters));
        final boolean tied = parameters.type() == CovarianceType.TIED && TiedKernel.suits(data, parameters);
        final BlockKernel kernel = line ? new LineKernel(data, k)
            : diagonal ? new DiagonalKernel(data, k) : tied ? new TiedKernel(data, k) : new SpaceKernel(data, k);
        kernel.sums(parameters, true, 0, Math.min(7, data.size())); // what was before makes no difference
        final Statistics actual = kernel.sums(parameters, true, from, to);
        double rows = 0;
        for (int i = from; i < to; i++) {
            rows += data.weight(i);
        }
        assertEquals(expected.logLikelihood / rows, actual.logLikelihood / rows,
            TOLERANCE * Math.max(1, Math.abs(expected.logLikelihood / rows)));
        assertEquals(expected.entropy / rows, actual.entropy / rows, TOLERANCE);
        for (int c = 0; c < k; c++) {
            final double tolerance = TOLERANCE * Math.max(1, RARE * rows / expected.count[c]);
            assertEquals(expected.count[c], actual.count[c], tolerance * expected.count[c]);
            for (int i = 0; i < data.dimension(); i++) {
                // the tied kernel subtracts whitened means from whitened rows, so that its digits are those of the rows
                final double scale =
                    Math.sqrt(expected.count[c] * (tied ? trace(data.products(from, to)) : expected.second[c][i][i]));
                assertEquals(expected.first[c][i], actual.first[c][i], tolerance * scale);
                for (int j = diagonal ? i : 0; !tied && j <= i; j++) {
                    final double size = Math.sqrt(expected.second[c][i][i] * expected.second[c][j][j]);
                    assertEquals(expected.second[c][i][j], actual.second[c][i][j], 2 * tolerance * size);
                }
            }
        }
        if (tied) {
            assertSamePooledScatter(expected, actual, data.products(from, to));
        }
    }

    private static double trace(final double[][] matrix) {
        return IntStream.range(0, matrix.length).mapToDouble(j -> matrix[j][j]).sum();
    }

    /** The tied kernel knows the scatter of all components together only, from sums of products about the centre. */
    private static void assertSamePooledScatter(final Statistics expected, final Statistics actual,
        final double[][] products) {
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                double pooled = 0;
                double same = 0;
                for (int c = 0; c < expected.count.length; c++) {
                    pooled += expected.second[c][i][j];
                    same += actual.second[c][i][j];
                }
                assertEquals(pooled, same, 4 * TOLERANCE * trace(products));
            }
        }
    }

    private static void assertSameSums(final Points points, final double[] weights, final GaussianMixture mixture) {
        final FitData data = FitData.of(points, weights);
        final FitSettings settings =
            FitSettings.sklearn(mixture.components()).withCovarianceType(mixture.covarianceType());
        assertSameSums(data, Starts.given(data, settings, mixture), 0, data.size());
    }

    private static double[] randomWeights(final int n, final RandomStream random) {
        final double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = i % 10 == 0 ? 0 : 3 * random.nextDouble();
        }
        return weights;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 17, 40})
    void inOneDimension(final int k) {
        final RandomStream random = RandomStream.of(1, k);
        for (int replicate = 0; replicate < 10; replicate++) {
            final Points points = RandomCases.data(1777, k, 1, random);
            final GaussianMixture mixture = RandomCases.mixture(k, 1, CovarianceType.FULL, random);
            assertSameSums(points, null, mixture);
            assertSameSums(points, randomWeights(1777, random), mixture);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inSeveralDimensions(final CovarianceType type) {
        final RandomStream random = RandomStream.of(2, type.ordinal());
        for (int d = 2; d <= 9; d++) {
            for (int k = 1; k <= 4; k++) {
                final Points points = RandomCases.data(700, k, d, random);
                final GaussianMixture mixture = RandomCases.mixture(k, d, type, random);
                assertSameSums(points, null, mixture);
                assertSameSums(points, randomWeights(700, random), mixture);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 0.5", "1e-3, 1e-3", "0.1, 1e-6", "1, 1e-9", "1e-6, 0.5", "1e3, 0.5"})
    void withSaturatedRowsAndRareComponents(final double sd, final double weight) {
        final Points points = RandomCases.data(3000, 2, 1, RandomStream.of(3));
        assertSameSums(points, null, GaussianMixture.of(new double[]{weight, 1 - weight},
            new double[]{points.get(0, 0) + sd, 0.3}, new double[]{sd, 1}));
        assertSameSums(points, null, GaussianMixture.of(new double[]{weight, 0.9 * (1 - weight), 0.1 * (1 - weight)},
            new double[]{points.get(0, 0) + sd, 0.3, -5}, new double[]{sd, 1, 2}));
    }

    @Test
    void withTwoComponentsThatAreTheSame() {
        final Points points = RandomCases.data(1000, 2, 1, RandomStream.of(4));
        assertSameSums(points, null,
            GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{1, 1}, new double[]{2, 2}));
    }

    @Test
    void withRowsFarFromEveryComponent() {
        assertSameSums(Points.of(-1e9, 0, 1, 2, 1e9), null,
            GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{0, 1}, new double[]{1, 2}));
    }

    @Test
    void withComponentsOfNoWeight() {
        final Points points = RandomCases.data(1000, 2, 1, RandomStream.of(5));
        final FitData data = FitData.of(points, null);
        final GaussianMixture three = GaussianMixture.of(new double[]{0, 0.4, 0.6}, new double[]{0, 1, 2},
            new double[]{1, 2, 1});
        final Parameters parameters = Starts.given(data, FitSettings.sklearn(3), three);
        final Statistics sums = new LineKernel(data, 3).sums(parameters, true, 0, 1000);
        final Statistics expected = new TextbookKernel(data, 3).sums(parameters, true, 0, 1000);
        assertEquals(0, sums.count[0]);
        assertEquals(expected.count[1], sums.count[1], 1e-10);
        assertEquals(expected.logLikelihood, sums.logLikelihood, 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 3", "0, 255", "0, 256", "0, 257", "5, 1000", "999, 1000"})
    void onStretchesOfAnyLength(final int from, final int to) {
        final RandomStream random = RandomStream.of(6);
        for (int d = 1; d <= 6; d++) {
            for (final CovarianceType type : List.of(CovarianceType.FULL, CovarianceType.DIAGONAL, CovarianceType.TIED)) {
                final FitData data = FitData.of(RandomCases.data(1000, 3, d, random), null);
                final GaussianMixture mixture = RandomCases.mixture(3, d, type, random);
                assertSameSums(data, Starts.given(data, FitSettings.sklearn(3).withCovarianceType(type), mixture), from,
                    to);
            }
        }
    }

    @Test
    void refuseWhatWouldOverflow() {
        final FitData data = FitData.of(Points.of(0, 1, 1e139), null);
        final GaussianMixture mixture =
            GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{0, 1}, new double[]{1e-12, 1});
        assertEquals(false, LineKernel.suits(data, Starts.given(data, FitSettings.sklearn(2), mixture)));
    }

    @Test
    void theirLogarithmIsExactToTwoUnitsInTheLastPlace() {
        final RandomStream random = RandomStream.of(7);
        for (int i = 0; i < 100_000; i++) {
            final double x = StrictMath.exp(i % 2 == 0 ? 10 * random.nextGaussian() : 0.1 * random.nextDouble());
            final double expected = StrictMath.log(x);
            assertEquals(expected, Lanes.log(x), 2 * Math.ulp(expected));
        }
    }
}
