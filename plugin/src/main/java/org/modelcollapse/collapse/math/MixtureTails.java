package org.modelcollapse.collapse.math;

import org.modelcollapse.gmm.GaussianMixture;

/** Density, tails and quantiles of a one-dimensional mixture, each precise where it is small. Immutable. */
public final class MixtureTails {

    private static final double HALF_LOG_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

    /** Beyond as many standard deviations a tail is not a normal number. */
    public static final int NORMAL_TAIL = 38;

    /** After as many steps it is time to see where the components are. */
    private static final int SLOW = 60;

    private final double[] weights;
    private final double[] means;
    private final double[] sds;
    private final double[] logScales;

    private MixtureTails(final double[] weights, final double[] means, final double[] sds) {
        this.weights = weights;
        this.means = means;
        this.sds = sds;
        logScales = new double[weights.length];
        for (int k = 0; k < logScales.length; k++) {
            // log 0 is minus infinity, which is what a dead component's log density should be
            logScales[k] = StrictMath.log(weights[k]) - StrictMath.log(sds[k]) - HALF_LOG_TWO_PI;
        }
    }

    /** @return the tails of a mixture in one dimension */
    public static MixtureTails of(final GaussianMixture mixture) {
        final int k = mixture.components();
        final double[] means = new double[k];
        final double[] sds = new double[k];
        for (int i = 0; i < k; i++) {
            means[i] = mixture.mean(i);
            sds[i] = mixture.sd(i);
        }
        return of(mixture.weights(), means, sds);
    }

    /** The arrays are kept: nobody may write to them. */
    public static MixtureTails of(final double[] weights, final double[] means, final double[] sds) {
        return new MixtureTails(weights, means, sds);
    }

    /** P(X <= x). */
    public double lower(final double x) {
        return lower(0, x);
    }

    /** P(X > x). */
    public double upper(final double x) {
        return upper(0, x);
    }

    /** P(X <= base + offset). */
    public double lower(final double base, final double offset) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * Normal.lower(z(k, base, offset));
        }
        return sum;
    }

    /** P(X > base + offset). */
    public double upper(final double base, final double offset) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * Normal.upper(z(k, base, offset));
        }
        return sum;
    }

    /** How many standard deviations base + offset is from a mean: the bases first, which may be large and alike. */
    private double z(final int k, final double base, final double offset) {
        return (base - means[k] + offset) / sds[k];
    }

    /** The x of which the lower tail has the probability p, from 0 to 1, exclusive. */
    public double lowerQuantile(final double p) {
        return p <= 0.5 ? quantile(p, false) : quantile(1 - p, true);
    }

    /** The x of which the upper tail has the probability p, from 0 to 1, exclusive. */
    public double upperQuantile(final double p) {
        return p <= 0.5 ? quantile(p, true) : quantile(1 - p, false);
    }

    private double quantile(final double p, final boolean upper) {
        final double[] bounds = bounds();
        return solve(p, upper, 0, bounds[0], bounds[1], bounds[0] / 2 + bounds[1] / 2, 0);
    }

    /**
     * The offset from a base, between two others, of which the tail has the probability p: Newton's steps on the logarithm
     * of the tail, where it is nearly a parabola; bisection where a step leaves the bracket.
     *
     * @param enough a step as small as this is the last one; 0 for all that a number can say
     */
    public double solve(final double p, final boolean upper, final double base, final double from, final double to,
        final double guess, final double enough) {
        double low = from;
        double high = to;
        double x = guess;
        for (int i = 0; i < 200; i++) {
            final double tail = upper ? upper(base, x) : lower(base, x);
            if (tail == p) {
                return x;
            }
            if (tail > p == upper) {
                low = x;
            } else {
                high = x;
            }
            if (i == SLOW) {
                low = nearestEnd(p, upper, base, low, high, -1);
                high = nearestEnd(p, upper, base, low, high, 1);
            }
            double next = Double.NaN;
            if (tail > 0) {
                final double step = tail * StrictMath.log(tail / p) / density(base, x);
                next = upper ? x + step : x - step;
            }
            // steps that each narrow the bracket by little only do not come to an end: then every second one halves it
            if (!(next > low && next < high) || i > SLOW && i % 2 == 0) {
                next = low / 2 + high / 2;
            }
            if (Math.abs(next - x) <= Math.max(enough, 4e-16 * Math.abs(x)) || !(next > low && next < high)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /**
     * Brings one end of a bracket (-1 the lower, 1 the upper) as near as the ends of components allow. Halving alone would
     * not find a component that is narrower than 2^-200 of the bracket.
     */
    private double nearestEnd(final double p, final boolean upper, final double base, final double low,
        final double high, final int side) {
        double nearest = side < 0 ? low : high;
        for (int k = 0; k < weights.length; k++) {
            for (int times = -NORMAL_TAIL; times <= NORMAL_TAIL; times += NORMAL_TAIL) {
                final double x = means[k] - base + times * sds[k];
                if (x > low && x < high && side * (nearest - x) > 0) {
                    final double tail = upper ? upper(base, x) : lower(base, x);
                    final boolean isLow = tail > p == upper;
                    nearest = isLow == side < 0 ? x : nearest;
                }
            }
        }
        return nearest;
    }

    /** The smallest standard deviation of a component. */
    public double smallestSd() {
        double smallest = Double.POSITIVE_INFINITY;
        for (final double sd : sds) {
            smallest = Math.min(smallest, sd);
        }
        return smallest;
    }

    /** The mean variance within a component, of lengths multiplied by a scale. */
    public double varianceWithin(final double scale) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * (sds[k] * scale) * (sds[k] * scale);
        }
        return sum;
    }

    /** @return the mean that is nearest to x */
    public double nearestMean(final double x) {
        double nearest = means[0];
        for (final double mean : means) {
            if (Math.abs(x - mean) < Math.abs(x - nearest)) {
                nearest = mean;
            }
        }
        return nearest;
    }

    /** @return the largest standard deviation of a component */
    public double largestSd() {
        double largest = 0;
        for (final double sd : sds) {
            largest = Math.max(largest, sd);
        }
        return largest;
    }

    /** The logarithm of the highest density of a component, weights counted. */
    public double peak() {
        double peak = -Double.MAX_VALUE;
        for (final double scale : logScales) {
            peak = Math.max(peak, scale);
        }
        return peak;
    }

    /** Whether no component has much more of the density at base + offset than k. */
    public boolean isLeading(final int k, final double base, final double offset) {
        final double z = z(k, base, offset);
        return logScales[k] - 0.5 * z * z > logDensity(base, offset) - 5;
    }

    /** Smallest and largest x that matter: beyond them tails are not normal numbers. */
    public double[] bounds() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                low = Math.min(low, means[k] - NORMAL_TAIL * sds[k]);
                high = Math.max(high, means[k] + NORMAL_TAIL * sds[k]);
            }
        }
        return new double[] {low, high};
    }

    /** The logarithm of the density: exact far out too, and never below what a number can say. */
    public double logDensity(final double base, final double offset) {
        double largest = -Double.MAX_VALUE;
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            final double z = z(k, base, offset);
            final double term = logScales[k] - 0.5 * z * z;
            if (term > largest) {
                sum = sum * StrictMath.exp(largest - term) + 1;
                largest = term;
            } else if (term > largest - 50) { // less than that adds nothing to 1
                sum += StrictMath.exp(term - largest);
            }
        }
        return sum > 1 ? largest + StrictMath.log(sum) : largest;
    }

    /** @return the density at base + offset, where the sum may lose digits */
    public double density(final double base, final double offset) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] / sds[k] * Normal.density(z(k, base, offset));
        }
        return sum;
    }
}
