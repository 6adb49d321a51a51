package org.modelcollapse.collapse.math;

import org.modelcollapse.gmm.RandomStream;

/**
 * Draws m of n rows without replacement, every subset with the same probability, by a partial Fisher-Yates shuffle
 * (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P) of min(m, n - m) draws. The index is reused, so one
 * object serves one thread.
 */
public final class Subset {

    private int[] index = {};

    /** Copies m of the first n rows of {@code source} to the rows from {@code at} on of {@code target}. */
    public void copy(final double[][] source, final int n, final int m, final double[][] target, final int at,
        final RandomStream random) {
        if (m == n) {
            for (int j = 0; j < source.length; j++) {
                System.arraycopy(source[j], 0, target[j], at, m);
            }
        } else if (m > 0) {
            draw(n, m, random);
            for (int j = 0; j < source.length; j++) {
                final double[] column = source[j];
                final double[] out = target[j];
                for (int i = 0; i < m; i++) {
                    out[at + i] = column[index[i]];
                }
            }
        }
    }

    /** Leaves m of the numbers 0 to n - 1 in the first m places of the index. */
    private void draw(final int n, final int m, final RandomStream random) {
        if (index.length < n) {
            index = new int[n];
        }
        for (int i = 0; i < n; i++) {
            index[i] = i;
        }
        if (m <= n - m) {
            for (int i = 0; i < m; i++) {
                swap(i, i + random.nextInt(n - i));
            }
        } else {
            for (int i = n - 1; i >= m; i--) {
                swap(i, random.nextInt(i + 1));
            }
        }
    }

    private void swap(final int i, final int k) {
        final int kept = index[i];
        index[i] = index[k];
        index[k] = kept;
    }
}
