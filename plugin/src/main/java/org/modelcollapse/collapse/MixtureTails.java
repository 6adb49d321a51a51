package org.modelcollapse.collapse;

import org.modelcollapse.gmm.GaussianMixture;

/** Tails and quantiles of a one-dimensional mixture, each precise where it is small. Immutable. */
final class MixtureTails {

    private final double[] weights;
    private final double[] means;
    private final double[] sds;

    private MixtureTails(final double[] weights, final double[] means, final double[] sds) {
        this.weights = weights;
        this.means = means;
        this.sds = sds;
    }

    static MixtureTails of(final GaussianMixture mixture) {
        final int k = mixture.components();
        final double[] means = new double[k];
        final double[] sds = new double[k];
        for (int i = 0; i < k; i++) {
            means[i] = mixture.mean(i);
            sds[i] = mixture.sd(i);
        }
        return new MixtureTails(mixture.weights(), means, sds);
    }

    /** P(X <= x). */
    double lower(final double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * Normal.lower((x - means[k]) / sds[k]);
        }
        return sum;
    }

    /** P(X > x). */
    double upper(final double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * Normal.upper((x - means[k]) / sds[k]);
        }
        return sum;
    }

    /** The x of which the lower tail has the probability p, from 0 to 1, exclusive. */
    double lowerQuantile(final double p) {
        return p <= 0.5 ? quantile(p, false) : quantile(1 - p, true);
    }

    /** The x of which the upper tail has the probability p, from 0 to 1, exclusive. */
    double upperQuantile(final double p) {
        return p <= 0.5 ? quantile(p, true) : quantile(1 - p, false);
    }

    /** Newton's steps on the logarithm of the tail, where it is nearly a parabola; bisection where a step leaves. */
    private double quantile(final double p, final boolean upper) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                low = Math.min(low, means[k] - 38 * sds[k]);
                high = Math.max(high, means[k] + 38 * sds[k]);
            }
        }
        double x = low / 2 + high / 2;
        for (int i = 0; i < 200; i++) {
            final double tail = upper ? upper(x) : lower(x);
            if (tail == p) {
                return x;
            }
            if (tail > p == upper) {
                low = x;
            } else {
                high = x;
            }
            double next = Double.NaN;
            if (tail > 0) {
                final double step = tail * StrictMath.log(tail / p) / density(x);
                next = upper ? x + step : x - step;
            }
            if (!(next > low && next < high)) {
                next = low / 2 + high / 2;
            }
            if (Math.abs(next - x) <= 4e-16 * Math.abs(x) || !(next > low && next < high)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    double density(final double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] / sds[k] * Normal.density((x - means[k]) / sds[k]);
        }
        return sum;
    }
}
