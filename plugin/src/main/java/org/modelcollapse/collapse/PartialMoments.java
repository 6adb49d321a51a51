package org.modelcollapse.collapse;

import org.modelcollapse.gmm.GaussianMixture;

/** Moments of the part of a one-dimensional mixture that lies between two points, in closed form. Immutable. */
final class PartialMoments {

    private final GaussianMixture mixture;
    private final MixtureTails tails;

    PartialMoments(final GaussianMixture mixture) {
        this.mixture = mixture;
        tails = MixtureTails.of(mixture);
    }

    /** The quantile of i/n. */
    double quantile(final int i, final int n) {
        return 2L * i <= n ? tails.lowerQuantile((double)i / n) : tails.upperQuantile((double)(n - i) / n);
    }

    /** Integral of (x - centre) q(x) from low to high. */
    double first(final double centre, final double low, final double high) {
        double sum = 0;
        for (int k = 0; k < mixture.components(); k++) {
            final Piece piece = Piece.of(mixture.mean(k), mixture.sd(k), low, high);
            sum += mixture.weight(k) * ((mixture.mean(k) - centre) * piece.mass + mixture.sd(k) * piece.first);
        }
        return sum;
    }

    /** Integral of (x - centre)^2 q(x) from low to high. */
    double second(final double centre, final double low, final double high) {
        double sum = 0;
        for (int k = 0; k < mixture.components(); k++) {
            final double sd = mixture.sd(k);
            final double shift = mixture.mean(k) - centre;
            final Piece piece = Piece.of(mixture.mean(k), sd, low, high);
            sum += mixture.weight(k)
                * (shift * shift * piece.mass + 2 * shift * sd * piece.first + sd * sd * piece.second);
        }
        return sum;
    }

    /** Moments of the standard normal density between two points. */
    private record Piece(double mass, double first, double second) {

        static Piece of(final double mean, final double sd, final double low, final double high) {
            final double a = (low - mean) / sd;
            final double b = (high - mean) / sd;
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
