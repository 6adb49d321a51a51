package org.modelcollapse.knime.filter;

/**
 * The middle of sorted values, where equal values are told apart by the order in which they come: of the lowest the first
 * ones are dropped, of the highest the last ones. Asked once for each value, in their order.
 */
final class Middle {

    private final double least;

    private final double most;

    /** How many of the values equal to the least are yet to be dropped. */
    private int toDrop;

    /** How many of the values equal to the greatest are yet to be taken, after those dropped. */
    private int toTake;

    private Middle(final double least, final double most, final int toDrop, final int toTake) {
        this.least = least;
        this.most = most;
        this.toDrop = toDrop;
        this.toTake = toTake;
    }

    /**
     * @param sorted finite, ascending
     * @param dropped how many to drop at either end, fewer than half
     * @return the middle of them
     */
    static Middle of(final double[] sorted, final int dropped) {
        final double least = sorted[dropped];
        final int end = sorted.length - dropped;
        final double most = sorted[end - 1];
        int below = dropped;
        while (below > 0 && sorted[below - 1] == least) {
            below--;
        }
        int belowMost = end;
        while (belowMost > dropped && sorted[belowMost - 1] == most) {
            belowMost--;
        }
        return new Middle(least, most, dropped - below, end - belowMost);
    }

    /**
     * @param value the next one, also one that is not finite
     * @return whether it belongs to the middle
     */
    boolean takes(final double value) {
        if (value == least && toDrop > 0) {
            toDrop--;
            return false;
        }
        if (value == most) {
            return toTake-- > 0;
        }
        return value >= least && value < most;
    }
}
