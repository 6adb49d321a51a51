package org.modelcollapse.collapse.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.GaussianMixture;

class NormalTest {

    @ParameterizedTest
    @CsvSource({ // mpmath 1.2.1 at 40 digits: erfc(z / sqrt(2)) / 2
        "0.3,    0.38208857781104736",
        "1,      0.15865525393145705",
        "1.96,   0.024997895148220434",
        "3.0321, 0.0012142936690960907",
        "5,      2.8665157187919391e-7",
        "10.03,  5.625830191069769e-24",
        "20,     2.7536241186062337e-89",
        "37.4,   1.9536815616488883e-306",
    })
    void upperTail(final double z, final double expected) {
        assertEquals(expected, Normal.upper(z), 1e-13 * expected);
        assertEquals(expected, Normal.lower(-z), 1e-13 * expected);
        assertEquals(1 - expected, Normal.lower(z), 1e-15);
    }

    @Test
    void fallsSmoothlyFromCellToCellOfTheTable() {
        for (double z = 0; z < 37; z += 1.0 / 32) {
            // Simpson's rule over a short step, from the density alone
            final double h = 1.0 / 256;
            final double area = h / 6 * (Normal.density(z) + 4 * Normal.density(z + h / 2) + Normal.density(z + h));
            // the rule errs by the fourth derivative, z^4 times the density, times h^4 / 2880
            final double error = Math.pow((z + 1) * h, 4) / 2880 * area;
            assertEquals(area, Normal.upper(z) - Normal.upper(z + h), 2 * error + 2e-13 * Normal.upper(z),
                "at " + z);
        }
    }

    @Test
    void endsWell() {
        assertEquals(0, Normal.upper(1e300));
        assertEquals(1, Normal.lower(Double.POSITIVE_INFINITY));
        assertEquals(0, Normal.lower(Double.NEGATIVE_INFINITY));
        assertEquals(0.5, Normal.upper(0), 1e-16);
        assertEquals(0, Normal.density(Double.POSITIVE_INFINITY));
    }

    @Test
    void quantilesInvertTheTails() {
        final MixtureTails tails = MixtureTails.of(GaussianMixture.of(new double[] {.3, .69, .01},
            new double[] {-2, 2, 50}, new double[] {1, .01, 3}));
        for (double p = 1e-300; p < 0.5; p = p * 7 + 1e-310) {
            final double low = tails.lowerQuantile(p);
            final double high = tails.upperQuantile(p);
            // a quantile is known to an ulp of x, which moves the tail by the density times that
            assertEquals(p, tails.lower(low), p * 1e-10 + Math.ulp(low) * tails.density(0, low) * 4);
            assertEquals(p, tails.upper(high), p * 1e-10 + Math.ulp(high) * tails.density(0, high) * 4);
            assertTrue(low < high);
        }
        assertEquals(tails.lowerQuantile(.25), tails.upperQuantile(.75));
    }
}
