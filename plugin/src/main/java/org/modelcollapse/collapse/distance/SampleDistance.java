package org.modelcollapse.collapse.distance;

import java.util.Arrays;

import org.modelcollapse.collapse.math.SquareRoot;
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
        final double[] first = sorted(x);
        final double[] second = sorted(y);
        final double scale = scale(reach(first, second));
        return coupled(first, second, scale, false) / scale;
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
        final double[] first = sorted(x);
        final double[] second = sorted(y);
        return SquareRoot.of(reach(first, second), scale -> coupled(first, second, scale, true));
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
        final double[] sorted = sorted(x);
        requireLine(q.dimension());
        final double scale = scale(reach(sorted, q));
        return Math.max(0, sum(sorted, q, scale, (moments, at, from, to) -> {
            // on either side of the value the sign differs
            final PartialMoments.Place value = new PartialMoments.Place(at, 0).within(from, to);
            return moments.first(at, value, to) - moments.first(at, from, value);
        })) / scale;
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
        final double[] sorted = sorted(x);
        requireLine(q.dimension());
        return SquareRoot.of(reach(sorted, q), scale -> sum(sorted, q, scale, PartialMoments::second));
    }

    /** What one value of a sample contributes with the part of a mixture that it takes. */
    @FunctionalInterface
    private interface Part {
        double cost(PartialMoments moments, double value, PartialMoments.Place from, PartialMoments.Place to);
    }

    /**
     * Each of n values in ascending order takes the part of q between two neighbours of its n-quantiles; all lengths are
     * multiplied by a scale.
     */
    private static double sum(final double[] sorted, final GaussianMixture q, final double scale, final Part part) {
        final PartialMoments moments = new PartialMoments(q, scale);
        final int n = sorted.length;
        double sum = 0;
        PartialMoments.Place before = new PartialMoments.Place(0, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            final PartialMoments.Place after =
                i + 1 == n ? new PartialMoments.Place(0, Double.POSITIVE_INFINITY) : moments.quantile(i + 1, n);
            sum += part.cost(moments, scale * sorted[i], before, after);
            before = after;
        }
        return sum;
    }

    /** The order of the longest distance: no move is longer than some times this. */
    private static double reach(final double[] sorted, final GaussianMixture q) {
        double reach = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        for (int k = 0; k < q.components(); k++) {
            reach = Math.max(reach, Math.max(Math.abs(q.mean(k)), q.sd(k)));
        }
        return reach;
    }

    /** 1, but for lengths of which sums may leave the range of numbers. */
    private static double scale(final double reach) {
        return reach < 1e290 ? 1 : 0x1p-100;
    }

    /** Mean (squared) distance of values at the same level of the two empirical quantile functions. */
    private static double coupled(final double[] x, final double[] y, final double scale, final boolean squared) {
        double sum = 0;
        int i = 0;
        int k = 0;
        long level = 0; // in units of 1 / (n m)
        while (i < x.length && k < y.length) {
            final long endOfX = (i + 1L) * y.length;
            final long endOfY = (k + 1L) * x.length;
            final long next = Math.min(endOfX, endOfY);
            final double gap = Math.abs(scale * x[i] - scale * y[k]);
            sum += (next - level) * (squared ? gap * gap : gap);
            level = next;
            i += endOfX == next ? 1 : 0;
            k += endOfY == next ? 1 : 0;
        }
        return sum / x.length / y.length;
    }

    private static double reach(final double[] x, final double[] y) {
        return Math.max(Math.max(Math.abs(x[0]), Math.abs(x[x.length - 1])),
            Math.max(Math.abs(y[0]), Math.abs(y[y.length - 1])));
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
