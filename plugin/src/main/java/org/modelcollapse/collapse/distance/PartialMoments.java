package org.modelcollapse.collapse.distance;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.collapse.math.Moments;
import org.modelcollapse.collapse.math.Normal;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Moments of the part of a one-dimensional mixture that lies between two places, in closed form. All lengths are multiplied
 * by a scale, so that their squares are numbers. Immutable.
 */
final class PartialMoments {

    /** Where a mean is farther from 0 than as many standard deviations, quantiles are offsets from it. */
    private static final double FAR = 0x1p16;

    private final double[] weights;
    private final double[] means;
    private final double[] sds;
    private final MixtureTails tails;
    private final boolean far;
    private final double[] gaps;
    private final double[] belowGaps;

    /** @param scale a power of two */
    PartialMoments(final GaussianMixture mixture, final double scale) {
        weights = mixture.weights();
        means = new double[weights.length];
        sds = new double[weights.length];
        double farthest = 0;
        for (int k = 0; k < weights.length; k++) {
            means[k] = scale * mixture.mean(k);
            // one that vanishes beside the others is as good as this narrow
            sds[k] = Math.max(Double.MIN_NORMAL, scale * mixture.sd(k));
            farthest = Math.max(farthest, Math.abs(means[k]));
        }
        tails = MixtureTails.of(weights, means, sds);
        far = farthest > FAR * tails.smallestSd();
        gaps = far ? Gaps.of(mixture) : new double[0];
        belowGaps = new double[gaps.length];
        for (int i = 0; i < gaps.length; i++) {
            belowGaps[i] = Gaps.mass(mixture, Double.NEGATIVE_INFINITY, gaps[i]);
            gaps[i] *= scale;
        }
    }

    /** A place on the line, as an offset from a base, which keeps its digits beside a mean that is large. */
    record Place(double base, double offset) {

        /** The nearest place that is neither below nor above two others. */
        Place within(final Place low, final Place high) {
            return isBelow(low) ? low : high.isBelow(this) ? high : this;
        }

        private boolean isBelow(final Place other) {
            return base - other.base + (offset - other.offset) < 0;
        }
    }

    /** The quantile of i/n. */
    Place quantile(final int i, final int n) {
        for (int gap = 0; gap < gaps.length; gap++) {
            if (Gaps.isSame(belowGaps[gap], (double)i / n)) {
                return new Place(0, gaps[gap]);
            }
        }
        final boolean upper = 2L * i > n;
        final double p = upper ? (double)(n - i) / n : (double)i / n;
        final double x = upper ? tails.upperQuantile(p) : tails.lowerQuantile(p);
        if (!far) {
            return new Place(0, x);
        }
        final double base = tails.nearestMean(x);
        final double[] bounds = tails.bounds();
        return new Place(base, tails.solve(p, upper, base, bounds[0] - base, bounds[1] - base, x - base, 0));
    }

    /** Integral of (x - centre) q(x) from low to high. */
    double first(final double centre, final Place low, final Place high) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            final Piece piece = Piece.of(means[k], sds[k], low, high);
            sum += weights[k] * ((means[k] - centre) * piece.mass + sds[k] * piece.first);
        }
        return sum;
    }

    /** Integral of (x - centre)^2 q(x) from low to high. */
    double second(final double centre, final Place low, final Place high) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            final double sd = sds[k];
            final double shift = means[k] - centre;
            final Piece piece = Piece.of(means[k], sd, low, high);
            if (piece.mass == 0 && shift * shift == Double.POSITIVE_INFINITY) {
                continue; // so far away that nothing of it is here
            }
            sum += weights[k] * (shift * shift * piece.mass + 2 * shift * sd * piece.first + sd * sd * piece.second);
        }
        return sum;
    }

    /** Moments of the standard normal density between two points. */
    private record Piece(double mass, double first, double second) {

        static Piece of(final double mean, final double sd, final Place low, final Place high) {
            final double a = (low.base - mean + low.offset) / sd;
            final double b = (high.base - mean + high.offset) / sd;
            final double mass = a > 0 ? Normal.upper(a) - Normal.upper(b) : Normal.lower(b) - Normal.lower(a);
            final double atA = Normal.density(a);
            final double atB = Normal.density(b);
            return new Piece(mass, atA - atB, mass + edge(a, atA) - edge(b, atB));
        }

        private static double edge(final double z, final double density) {
            return density == 0 ? 0 : z * density;
        }
    }
}
