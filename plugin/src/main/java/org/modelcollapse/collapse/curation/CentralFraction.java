package org.modelcollapse.collapse.curation;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.collapse.math.Normal;
import org.modelcollapse.gmm.GaussianMixture;

/** What keeping the central fraction of a Gaussian does to its variance. */
public final class CentralFraction {

    private static final GaussianMixture UNIT =
        GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});

    private CentralFraction() {
    }

    /**
     * Variance of the central share q of a Gaussian as a share of the whole variance: {@code 1 - 2 k phi(k) / q} with
     * {@code k = Phi^-1((1 + q) / 2)} (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 1994,
     * 13.10.1). A recursion of one Gaussian that keeps q of each generation behaves as one of this temperature.
     *
     * @param q the share that is kept, above 0, up to 1
     * @return the factor, above 0, up to 1
     * @throws IllegalArgumentException if q is out of its range
     */
    public static double varianceFactor(final double q) {
        if (!(q > 0 && q <= 1)) {
            throw new IllegalArgumentException("The central fraction must be above 0 and up to 1, but is " + q);
        }
        if (q == 1) {
            return 1;
        }
        final double k = MixtureTails.of(UNIT).upperQuantile((1 - q) / 2);
        if (k < 3e-3) {
            return k * k / 3 - 2 * k * k * k * k / 45; // the same, where it would cancel
        }
        return 1 - 2 * k * Normal.density(k) / q;
    }
}
