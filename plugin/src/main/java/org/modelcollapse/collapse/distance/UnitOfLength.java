package org.modelcollapse.collapse.distance;

import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * A power of two as the unit of length of mixtures on the line. It is 1 for all but the very large and the very small, for
 * which reciprocals of variances or differences of means would leave the range of numbers. Powers of two round nothing.
 *
 * @param exponent of two
 */
record UnitOfLength(int exponent) {

    /** Above this the distance of two means may not be a number. */
    private static final int LARGE = 1000;

    /** What is far enough from the ends of the range for some products. */
    private static final int USUAL = 300;

    static UnitOfLength of(final GaussianMixture... mixtures) {
        int largest = Integer.MIN_VALUE;
        int narrowest = Integer.MAX_VALUE;
        for (final GaussianMixture mixture : mixtures) {
            for (int k = 0; k < mixture.components(); k++) {
                final int sd = StrictMath.getExponent(mixture.sd(k));
                largest = Math.max(largest, Math.max(sd, StrictMath.getExponent(mixture.mean(k))));
                narrowest = Math.min(narrowest, sd);
            }
        }
        if (largest < -USUAL) {
            return new UnitOfLength(largest);
        }
        return new UnitOfLength(narrowest > USUAL ? narrowest : largest > LARGE ? 8 : 0);
    }

    /** The mixture in this unit. */
    GaussianMixture in(final GaussianMixture mixture) {
        if (exponent == 0) {
            return mixture;
        }
        final double[][] means = mixture.means();
        final double[][][] variances = mixture.covariances();
        for (int k = 0; k < means.length; k++) {
            means[k][0] = StrictMath.scalb(means[k][0], -exponent);
            // beside a mean beyond 1e300, less than that is nothing
            variances[k][0][0] = Math.max(Double.MIN_NORMAL, StrictMath.scalb(variances[k][0][0], -2 * exponent));
        }
        return GaussianMixture.of(CovarianceType.FULL, mixture.weights(), means, variances);
    }

    /** A length given in this unit. */
    double length(final double inThisUnit) {
        return StrictMath.scalb(inThisUnit, exponent);
    }

    /** A log density given a unit. */
    double logDensity(final double inThisUnit) {
        return inThisUnit - exponent * StrictMath.log(2);
    }
}
