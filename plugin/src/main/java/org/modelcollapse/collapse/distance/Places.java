package org.modelcollapse.collapse.distance;

import java.util.Arrays;

/**
 * Places on the line in ascending order, each an offset from a base. The base is the mean of a component, so that a place
 * half a standard deviation beside a mean of 1e16 keeps its digits, which a single number could not. Mutable while it is
 * filled; then read.
 */
final class Places {

    private double[] bases = new double[32];
    private double[] offsets = new double[32];
    private int count;

    void add(final double base, final double offset) {
        if (count == bases.length) {
            bases = Arrays.copyOf(bases, 2 * count);
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        bases[count] = base;
        offsets[count++] = offset;
    }

    /** Places of one's own to add to. */
    Places copy() {
        final Places copy = new Places();
        copy.bases = bases.clone();
        copy.offsets = offsets.clone();
        copy.count = count;
        return copy;
    }

    int count() {
        return count;
    }

    double base(final int i) {
        return bases[i];
    }

    double offset(final int i) {
        return offsets[i];
    }

    /** How far place k is behind place i. */
    double distance(final int i, final int k) {
        return bases[k] - bases[i] + (offsets[k] - offsets[i]);
    }

    /** How far the last place is from the first, of sorted ones. */
    double reach() {
        return count == 0 ? 0 : distance(0, count - 1);
    }

    /** Sorts, by insertion: places are few, and differences of rounded numbers need not be transitive. */
    Places sorted() {
        for (int i = 1; i < count; i++) {
            final double base = bases[i];
            final double offset = offsets[i];
            int at = i;
            while (at > 0 && base - bases[at - 1] + (offset - offsets[at - 1]) < 0) {
                bases[at] = bases[at - 1];
                offsets[at] = offsets[at - 1];
                at--;
            }
            bases[at] = base;
            offsets[at] = offset;
        }
        return this;
    }
}
