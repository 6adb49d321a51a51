package org.modelcollapse.gmm;

/**
 * Tells which component a random number means: inversion with a guide table (Chen and Asai, AIIE Transactions 6, 1974,
 * doi:10.1080/05695557408974948), so that it takes as long for many components as for two. The probabilities are exact to
 * the rounding of the cumulated weights. Immutable.
 */
final class ComponentTable {

    private static final int BITS = 8;

    /** Numbers from 0 (included) to this (excluded) are looked up. */
    private static final double RANGE = 0x1p62;

    /** The first components that numbers with these leading bits may mean. */
    private final int[] guide = new int[1 << BITS];

    /** Numbers below this mean this component or one before; the last is larger than any. */
    private final long[] end;

    ComponentTable(final GaussianMixture mixture) {
        end = new long[mixture.components()];
        double total = 0;
        for (int k = 0; k < end.length; k++) {
            total += mixture.weight(k);
        }
        int last = 0;
        double sum = 0;
        for (int k = 0; k < end.length; k++) {
            last = mixture.weight(k) > 0 ? k : last;
            sum += mixture.weight(k);
            end[k] = (long)(sum / total * RANGE);
        }
        // what rounding leaves belongs to the last component of any weight
        end[last] = Long.MAX_VALUE;
        int k = 0;
        for (int cell = 0; cell < guide.length; cell++) {
            while ((long)cell << 62 - BITS >= end[k]) {
                k++;
            }
            guide[cell] = k;
        }
    }

    /** The component that 64 random bits mean. */
    int component(final long bits) {
        final long number = bits >>> 2;
        int k = guide[(int)(number >>> 62 - BITS)];
        while (number >= end[k]) {
            k++;
        }
        return k;
    }
}
