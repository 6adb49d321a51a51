package org.modelcollapse.collapse;

import java.util.Arrays;

import org.modelcollapse.gmm.RandomStream;

/** All points so far, for the regimes that accumulate. Grows by half, so that appending costs O(1) a point. */
final class Pool {

    private final double[][] columns;
    private int size;

    Pool(final double[][] first) {
        columns = first.clone();
        size = first[0].length;
    }

    void append(final double[][] points) {
        final int more = points[0].length;
        final long wanted = (long)size + more;
        if (wanted > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The pool of all data so far would have " + wanted
                + " points, more than an array can hold; use fewer generations or a smaller n");
        }
        for (int j = 0; j < columns.length; j++) {
            if (wanted > columns[j].length) {
                final long grown = Math.max(wanted, columns[j].length * 3L / 2);
                columns[j] = Arrays.copyOf(columns[j], (int)Math.min(grown, Integer.MAX_VALUE - 8));
            }
            System.arraycopy(points[j], 0, columns[j], size, more);
        }
        size = (int)wanted;
    }

    double[][] toColumns() {
        final double[][] all = new double[columns.length][];
        for (int j = 0; j < all.length; j++) {
            all[j] = Arrays.copyOf(columns[j], size);
        }
        return all;
    }

    void sample(final int n, final double[][] target, final Subset subset, final RandomStream random) {
        subset.copy(columns, size, n, target, 0, random);
    }
}
