package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-values of rows: exact where the law is known, uniform where it is drawn. */
class OutlierTestTest {

    private static final GaussianMixture OVERLAPPING = GaussianMixture.of(CovarianceType.FULL, new double[]{0.4, 0.6},
        new double[][]{{0, 0}, {1.5, 1}}, new double[][][]{{{1, 0.5}, {0.5, 1}}, {{0.5, 0}, {0, 2}}});

    /** Reference values: R 4.2.2, pchisq(x, df, lower.tail = FALSE). */
    @ParameterizedTest
    @CsvSource({"3.841458820694124, 1, 0.05", "9.2, 2, 0.01005183574463359", "40, 2, 2.061153622438558e-09",
        "1000, 3, 1.799420876531448e-216", "0.5, 7, 0.9994464813904251", "0, 4, 1", "1e300, 4, 0", "1.7e308, 1, 0"})
    void tailOfChiSquare(final double square, final int degrees, final double expected) {
        assertEquals(expected, OutlierTest.chiSquareTail(square, degrees), 1e-11 * expected);
    }

    @Test
    void ofOneComponentBothWaysAreTheSameAndExact() {
        final GaussianMixture plane = GaussianMixture.of(CovarianceType.FULL, new double[]{1}, new double[][]{{1, -1}},
            new double[][][]{{{2, 0.5}, {0.5, 1}}});
        final double expected = Math.exp(-0.5 * plane.factor(0).squaredDistance(new double[]{3, 2}, new double[]{1, -1}));
        assertEquals(expected, OutlierTest.byDistance(plane).pValue(3, 2), 1e-14);
        assertEquals(expected, OutlierTest.byDensity(plane, 10, RandomStream.of(1)).pValue(3, 2), 1e-14);
    }

    /** With densities as with no other statistic, p is uniform whatever the components do: each decile gets its tenth. */
    @Test
    void byDensityTheRowsOfTheMixtureHaveUniformPValues() {
        final int n = 100_000;
        final OutlierTest test = OutlierTest.byDensity(OVERLAPPING, 1_000_000, RandomStream.of(7));
        final Points rows = MixtureSampler.of(OVERLAPPING).sample(n, RandomStream.of(8));
        final int[] deciles = new int[10];
        for (int i = 0; i < n; i++) {
            deciles[(int)Math.min(9, 10 * test.pValue(rows.row(i)))]++;
        }
        for (final int count : deciles) {
            // the draws have an error of their own, a tenth of the rows' variance
            final double z = (count - 0.1 * n) / Math.sqrt(1.1 * n * 0.09);
            assertTrue(Math.abs(z) < 4, Arrays.toString(deciles));
        }
    }

    @Test
    void noPValueFromDrawsIsZero() {
        final OutlierTest test = OutlierTest.byDensity(OVERLAPPING, 999, RandomStream.of(9));
        assertEquals(0.001, test.pValue(1e9, -1e9), 1e-18);
    }

    @Test
    void theSameSeedGivesTheSamePValue() {
        assertEquals(OutlierTest.byDensity(OVERLAPPING, 1000, RandomStream.of(9)).pValue(2, 2),
            OutlierTest.byDensity(OVERLAPPING, 1000, RandomStream.of(9)).pValue(2, 2));
    }

    @Test
    void needsADraw() {
        assertThrows(IllegalArgumentException.class, () -> OutlierTest.byDensity(OVERLAPPING, 0, RandomStream.of(1)));
    }
}
