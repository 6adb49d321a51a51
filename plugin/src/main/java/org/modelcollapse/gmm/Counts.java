package org.modelcollapse.gmm;

/** Binomial and multinomial counts, exact in distribution and the same on every machine. */
final class Counts {

    /** Expected count below which searching upwards from zero is quicker and safe from underflow. */
    private static final double SMALL = 10;

    private Counts() {
    }

    static long[] multinomial(final long n, final double[] weights, final RandomStream random) {
        Check.atLeast("number of weights", weights.length, 1);
        final double[] rest = new double[weights.length + 1];
        for (int k = weights.length - 1; k >= 0; k--) {
            if (!(weights[k] >= 0 && weights[k] < Double.POSITIVE_INFINITY)) {
                Check.notNegative("weight " + (k + 1), weights[k]);
            }
            rest[k] = rest[k + 1] + weights[k];
        }
        if (!(rest[0] > 0 && rest[0] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The weights must have a positive finite sum, but it is " + rest[0]
                + ".");
        }
        final long[] counts = new long[weights.length];
        long left = n;
        for (int k = 0; k < weights.length && left > 0; k++) {
            if (rest[k] > 0) {
                counts[k] = binomial(left, Math.min(1, weights[k] / rest[k]), random);
                left -= counts[k];
            }
        }
        return counts;
    }

    static long binomial(final long n, final double p, final RandomStream random) {
        if (!(n >= 0)) {
            throw new IllegalArgumentException("The number of trials must be at least 0, but is " + n + ".");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("The probability must be from 0 to 1, but is " + p + ".");
        }
        if (n == 0 || p == 0) {
            return 0;
        }
        if (p == 1) {
            return n;
        }
        if (p > 0.5) {
            return n - atMostHalf(n, 1 - p, random);
        }
        return atMostHalf(n, p, random);
    }

    private static long atMostHalf(final long n, final double p, final RandomStream random) {
        return n * p < SMALL ? search(n, p, random) : transformedRejection(n, p, random);
    }

    /** Inversion: adds up the probabilities of 0, 1, 2, ... until they exceed a uniform number. */
    private static long search(final long n, final double p, final RandomStream random) {
        final double odds = p / (1 - p);
        final double none = StrictMath.exp(n * StrictMath.log1p(-p));
        while (true) {
            double u = random.nextDouble();
            double probability = none;
            // far beyond the mean only rounding errors are left of u: then draw anew
            for (long k = 0; k <= n && k < 150; k++) {
                if (u < probability) {
                    return k;
                }
                u -= probability;
                probability *= odds * (n - k) / (k + 1);
            }
        }
    }

    /** Algorithm BTRS of Hoermann, J. Stat. Comput. Simul. 46, 1993, doi:10.1080/00949659308811496. */
    private static long transformedRejection(final long n, final double p, final RandomStream random) {
        final double odds = p / (1 - p);
        final double sd = StrictMath.sqrt(n * p * (1 - p));
        final double b = 1.15 + 2.53 * sd;
        final double a = -0.0873 + 0.0248 * b + 0.01 * p;
        final double c = n * p + 0.5;
        final double alpha = (2.83 + 5.1 / b) * sd;
        final double inner = 0.92 - 4.2 / b;
        final double mode = StrictMath.floor((n + 1) * p);
        final double atMode = (mode + 0.5) * StrictMath.log((mode + 1) / (odds * (n - mode + 1)))
            + stirling(mode) + stirling(n - mode);
        while (true) {
            final double u = random.nextDouble() - 0.5;
            final double v = 1 - random.nextDouble();
            final double us = 0.5 - Math.abs(u);
            final double k = StrictMath.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= inner) {
                return (long)k;
            }
            if (!(k >= 0 && k <= n)) {
                continue;
            }
            final double bound = atMode + (n + 1) * StrictMath.log((n - mode + 1) / (n - k + 1))
                + (k + 0.5) * StrictMath.log(odds * (n - k + 1) / (k + 1)) - stirling(k) - stirling(n - k);
            if (StrictMath.log(v * alpha / (a / (us * us) + b)) <= bound) {
                return (long)k;
            }
        }
    }

    /** The error of Stirling's formula: log k! - [log sqrt(2 pi) + (k + 1/2) log(k + 1) - (k + 1)]. */
    private static double stirling(final double k) {
        if (k < 10) {
            double factorial = 1;
            for (int i = 2; i <= k; i++) {
                factorial *= i;
            }
            return StrictMath.log(factorial) - (0.91893853320467274178 + (k + 0.5) * StrictMath.log(k + 1) - (k + 1));
        }
        final double s = (k + 1) * (k + 1);
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / s) / s) / (k + 1);
    }
}
