package org.modelcollapse.gmm;

import org.apache.commons.math3.special.Erf;

/** Distribution and quantile function of one-dimensional mixtures. */
final class Quantiles {

    private static final double SQRT_TWO = Math.sqrt(2);

    private Quantiles() {
    }

    /** P(X <= x). */
    static double below(final GaussianMixture mixture, final double x) {
        return tail(mixture, x, 1);
    }

    /** P(X > x), precise where it is small. */
    static double above(final GaussianMixture mixture, final double x) {
        return tail(mixture, x, -1);
    }

    private static double tail(final GaussianMixture mixture, final double x, final int sign) {
        double sum = 0;
        for (int k = 0; k < mixture.components(); k++) {
            if (mixture.weight(k) > 0) {
                final double z = (x - mixture.mean(k)) / mixture.sd(k);
                sum += mixture.weight(k) * 0.5 * erfc(-sign * z / SQRT_TWO);
            }
        }
        return Math.min(1, sum);
    }

    private static double erfc(final double x) {
        if (x > 27) {
            return 0; // below the smallest number
        }
        return x < -6 ? 2 : Erf.erfc(x);
    }

    /**
     * Bisects between bounds that enclose the quantile until neighbouring numbers are left: 60 odd steps, no danger.
     * In the upper half the upper tail is matched, so both tails are equally precise.
     */
    static double quantile(final GaussianMixture mixture, final double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("The probability of a quantile must be above 0 and below 1, but is " + p
                + ".");
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.components(); k++) {
            if (mixture.weight(k) > 0) {
                // beyond 39 standard deviations a tail is below the smallest number
                low = Math.min(low, mixture.mean(k) - 39 * mixture.sd(k));
                high = Math.max(high, mixture.mean(k) + 39 * mixture.sd(k));
            }
        }
        while (true) {
            final double middle = low / 2 + high / 2;
            if (!(low < middle && middle < high)) {
                return middle;
            }
            final boolean enough = p <= 0.5 ? below(mixture, middle) >= p : above(mixture, middle) <= 1 - p;
            if (enough) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }
}
