package org.modelcollapse.collapse.regime;

import java.util.Arrays;

import org.modelcollapse.gmm.RandomStream;

/**
 * All points so far, for the regimes that accumulate. Grows by half, so that appending costs O(1) a point. The arrays
 * of the first training set are shared until something is appended, and never written to.
 */
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

    /**
     * Draws n points without replacement by a partial Fisher-Yates shuffle of the pool itself, so that the cost does
     * not grow with the pool. Only after something was appended.
     */
    double[][] sample(final int n, final RandomStream random) {
        for (int i = 0; i < n; i++) {
            final int k = i + random.nextInt(size - i);
            for (final double[] column : columns) {
                final double moved = column[i];
                column[i] = column[k];
                column[k] = moved;
            }
        }
        final double[][] chosen = new double[columns.length][];
        for (int j = 0; j < chosen.length; j++) {
            chosen[j] = Arrays.copyOf(columns[j], n);
        }
        return chosen;
    }
}
