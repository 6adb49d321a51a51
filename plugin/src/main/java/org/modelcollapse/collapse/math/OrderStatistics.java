package org.modelcollapse.collapse.math;

/** Quantiles of sorted values. */
public final class OrderStatistics {

    private OrderStatistics() {
    }

    /**
     * Linear between neighbouring values at the place (n - 1) p, as the default of R and NumPy (type 7 of Hyndman and
     * Fan, DOI 10.1080/00031305.1996.10473566).
     *
     * @param sorted n finite values in ascending order, at least one
     * @param p from 0 to 1
     */
    public static double quantile(final double[] sorted, final double p) {
        final double place = (sorted.length - 1) * p;
        final int below = (int)place;
        final double share = place - below;
        if (share == 0 || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        return sorted[below] * (1 - share) + sorted[below + 1] * share;
    }
}
