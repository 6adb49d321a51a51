package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Probabilities of components given a point: they sum to 1, and are right however far the point is. */
class ResponsibilitiesTest {

    private static GaussianMixture mixture(final double[] weights, final double[] means, final double[] sds) {
        return GaussianMixture.of(weights, means, sds);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .01, .1, 10, 1000, 1e5, 1e10, 1e100, -1e100, 1e160, 1e300, -1.7e308})
    @DisplayName("components that differ in their weights alone have the weights as probabilities, everywhere")
    void alike(final double x) {
        assertArrayEquals(new double[] {.3, .7},
            mixture(new double[] {.3, .7}, new double[] {0, 0}, new double[] {.001, .001}).responsibilities(x), 1e-15);
        final GaussianMixture plane = GaussianMixture.of(CovarianceType.TIED, new double[] {.3, .7},
            new double[][] {{0, 1}, {0, 1}}, new double[][][] {{{2, 1}, {1, 2}}, {{2, 1}, {1, 2}}});
        assertArrayEquals(new double[] {.3, .7}, plane.responsibilities(x, -x / 3), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"1e3, 1", "1e160, 1", "1e300, 1", "-1e160, 1", "1.7e308, 1"})
    @DisplayName("far out the wide component has all")
    void wide(final double x, final double wide) {
        assertArrayEquals(new double[] {1 - wide, wide},
            mixture(new double[] {.5, .5}, new double[] {0, 0}, new double[] {1, 10}).responsibilities(x), 1e-15);
        assertArrayEquals(new double[] {wide, 1 - wide},
            mixture(new double[] {.5, .5}, new double[] {3, 0}, new double[] {10, 1}).responsibilities(x), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"1e40, 1", "1e160, 1", "-1e160, 0", "1e308, 1"})
    @DisplayName("of components of the same width the nearer one has all, even where its distance is rounded to the other's")
    void nearer(final double x, final double second) {
        assertArrayEquals(new double[] {1 - second, second},
            mixture(new double[] {.5, .5}, new double[] {0, 5}, new double[] {1, 1}).responsibilities(x), 1e-15);
    }

    /** Exact: the log ratio of two components of the same deviation is linear in x. */
    @Test
    @DisplayName("means that differ by little, a point far away: the ratio to twelve digits")
    void linear() {
        final GaussianMixture mixture = mixture(new double[] {.5, .5}, new double[] {0, 1e-7}, new double[] {1, 1});
        final double ratio = Math.exp(1e-7 * 1e6 - .5e-14);
        assertEquals(ratio / (1 + ratio), mixture.responsibilities(1e6)[1], 1e-12);
    }

    @Test
    @DisplayName("points all around, near and far, of random mixtures: sum 1, and the ratios of exact arithmetic")
    void randomMixtures() {
        final RandomStream random = RandomStream.of(2);
        for (int i = 0; i < 3000; i++) {
            final double[] m = {random.nextGaussian() * 5, random.nextGaussian() * 5, random.nextGaussian()};
            final double[] s = {Math.exp(2 * random.nextGaussian()), Math.exp(2 * random.nextGaussian()), 1};
            s[2] = i % 3 == 0 ? s[0] : 1;
            final double[] w = {.2, .3, .5};
            final double x = random.nextGaussian() * Math.pow(10, random.nextInt(8));
            final GaussianMixture mixture = mixture(w, m, s);
            final double[] shares = mixture.responsibilities(x);
            assertEquals(1, Arrays.stream(shares).sum(), 1e-15);
            for (int k = 0; k < 3; k++) {
                double inverse = 0;
                for (int j = 0; j < 3; j++) {
                    inverse += Math.exp(Math.min(700, logRatio(mixture, w, x, j, k)));
                }
                assertEquals(1 / inverse, shares[k], 1e-9, x + " under " + mixture);
            }
        }
    }

    /** log of w_j f_j over w_k f_k, the squared distances in exact arithmetic. */
    private static double logRatio(final GaussianMixture mixture, final double[] w, final double x, final int j,
        final int k) {
        return Math.log(w[j] / w[k]) + Math.log(mixture.sd(k) / mixture.sd(j))
            + half(mixture, x, k).subtract(half(mixture, x, j)).doubleValue();
    }

    private static BigDecimal half(final GaussianMixture mixture, final double x, final int k) {
        final BigDecimal gap = new BigDecimal(x).subtract(new BigDecimal(mixture.mean(k)));
        return gap.multiply(gap).divide(new BigDecimal(mixture.sd(k)).pow(2), new MathContext(60)).divide(new BigDecimal(2));
    }

    @Test
    @DisplayName("a dead component has none, also far away")
    void dead() {
        final double[] shares =
            mixture(new double[] {0, .5, .5}, new double[] {1e9, 0, 1}, new double[] {1, 1, 1}).responsibilities(1e9);
        assertEquals(0, shares[0]);
        assertTrue(shares[2] == 1);
    }
}
