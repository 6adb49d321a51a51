package org.modelcollapse.collapse.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.modelcollapse.gmm.GaussianMixture;

/** Closed forms between two Gaussians where squares of their numbers are too large or too small for a number. */
class ExtremeGaussiansTest {

    private static final GaussianMixture UNIT = gaussian(0, 1);

    @Test
    void wasserstein2OfMeansWhoseSquareIsTooLarge() {
        assertEquals(1e200, MixtureDistance.wasserstein2(UNIT, gaussian(1e200, 1)), 1e185);
    }

    @Test
    void wasserstein2OfMeansWhoseSquareIsTooSmall() {
        assertEquals(1e-170, MixtureDistance.wasserstein2(UNIT, gaussian(1e-170, 1)), 1e-185);
    }

    @Test
    void divergenceOfVariancesWhoseRatioIsTooSmall() {
        // log of the ratio of the standard deviations, 300 ln 10, less a half
        assertEquals(300 * StrictMath.log(10) - 0.5,
            MixtureDistance.kullbackLeibler(gaussian(0, 1e-150), gaussian(0, 1e150)), 1e-12 * 690);
    }

    @Test
    void likelihoodOfVariancesWhoseRatioIsTooSmall() {
        // the density of the wide one is flat all over the narrow one
        assertEquals(-150 * StrictMath.log(10) - StrictMath.log(2 * Math.PI) / 2,
            MixtureDistance.expectedLogLikelihood(gaussian(0, 1e-150), gaussian(0, 1e150)), 1e-12 * 690);
    }

    @Test
    void divergenceBeyondAllNumbersIsInfiniteNotMissing() {
        assertEquals(Double.POSITIVE_INFINITY,
            MixtureDistance.kullbackLeibler(gaussian(0, 1e150), gaussian(0, 1e-150)));
    }

    @Test
    void divergenceOfEqualNarrowOnesIsZero() {
        assertEquals(0, MixtureDistance.kullbackLeibler(gaussian(3, 1e-150), gaussian(3, 1e-150)));
    }

    private static GaussianMixture gaussian(final double mean, final double sd) {
        return GaussianMixture.of(new double[] {1}, new double[] {mean}, new double[] {sd});
    }
}
