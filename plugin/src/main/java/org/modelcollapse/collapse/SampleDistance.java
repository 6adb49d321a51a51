package org.modelcollapse.collapse;

import java.util.Arrays;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/**
 * Wasserstein distances that involve samples in one dimension, exact: a sample stands for the distribution that gives
 * each of its n values the probability 1/n. Between samples by their sorted values, between a sample and a mixture by
 * closed forms on the n pieces of the quantile function. All methods are safe for use by several threads.
 */
public final class SampleDistance {

    private SampleDistance() {
    }

    /**
     * Wasserstein distance of order 1.
     *
     * @param x a sample of one column
     * @param y another, of the same or another size
     * @return the distance in units of the data, at least 0
     * @throws IllegalArgumentException if one has several columns
     */
    public static double wasserstein1(final Points x, final Points y) {
        return coupled(x, y, false);
    }

    /**
     * Wasserstein distance of order 2.
     *
     * @param x a sample of one column
     * @param y another, of the same or another size
     * @return the distance in units of the data, at least 0
     * @throws IllegalArgumentException if one has several columns
     */
    public static double wasserstein2(final Points x, final Points y) {
        return Math.sqrt(coupled(x, y, true));
    }

    /**
     * Wasserstein distance of order 1.
     *
     * @param x a sample of one column
     * @param q a mixture in one dimension
     * @return the distance in units of the data, at least 0
     * @throws IllegalArgumentException if one has several dimensions
     */
    public static double wasserstein1(final Points x, final GaussianMixture q) {
        return Math.max(0, sum(x, q, (moments, at, from, to) -> {
            // on either side of the value the sign differs
            final double value = Math.min(Math.max(at, from), to);
            return moments.first(at, value, to) - moments.first(at, from, value);
        }));
    }

    /**
     * Wasserstein distance of order 2.
     *
     * @param x a sample of one column
     * @param q a mixture in one dimension
     * @return the distance in units of the data, at least 0
     * @throws IllegalArgumentException if one has several dimensions
     */
    public static double wasserstein2(final Points x, final GaussianMixture q) {
        return Math.sqrt(Math.max(0, sum(x, q, PartialMoments::second)));
    }

    /** What one value of a sample contributes with the part of a mixture that it takes. */
    @FunctionalInterface
    private interface Part {
        double cost(PartialMoments moments, double value, double from, double to);
    }

    /** Each of n values in ascending order takes the part of q between two neighbours of its n-quantiles. */
    private static double sum(final Points x, final GaussianMixture q, final Part part) {
        final double[] sorted = sorted(x);
        requireLine(q.dimension());
        final PartialMoments moments = new PartialMoments(q);
        final int n = sorted.length;
        double sum = 0;
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            final double after = i + 1 == n ? Double.POSITIVE_INFINITY : moments.quantile(i + 1, n);
            sum += part.cost(moments, sorted[i], before, after);
            before = after;
        }
        return sum;
    }

    /** Mean (squared) distance of values at the same level of the two empirical quantile functions. */
    private static double coupled(final Points first, final Points second, final boolean squared) {
        final double[] x = sorted(first);
        final double[] y = sorted(second);
        double sum = 0;
        int i = 0;
        int k = 0;
        long level = 0; // in units of 1 / (n m)
        while (i < x.length && k < y.length) {
            final long endOfX = (i + 1L) * y.length;
            final long endOfY = (k + 1L) * x.length;
            final long next = Math.min(endOfX, endOfY);
            final double gap = Math.abs(x[i] - y[k]);
            sum += (next - level) * (squared ? gap * gap : gap);
            level = next;
            i += endOfX == next ? 1 : 0;
            k += endOfY == next ? 1 : 0;
        }
        return sum / x.length / y.length;
    }

    private static double[] sorted(final Points points) {
        requireLine(points.dimension());
        final double[] values = points.column(0);
        Arrays.sort(values);
        return values;
    }

    private static void requireLine(final int dimension) {
        if (dimension != 1) {
            throw new IllegalArgumentException("The distance of a sample is computed in one dimension only, but there"
                + " are " + dimension + "; compare one column at a time");
        }
    }
}
