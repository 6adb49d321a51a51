package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * A sample that is taken in pieces, see {@link MixtureSampler#stream}. It holds a position: not safe for use by several
 * threads.
 */
public final class SampleStream {

    private final GaussianMixture mixture;

    private final boolean shuffled;

    private final RandomStream random;

    /** How many rows each component has still to give. */
    private final long[] left;

    private long rows;

    SampleStream(final GaussianMixture mixture, final long n, final MixtureSampler.Order order,
        final RandomStream random) {
        if (!(n >= 0)) {
            throw new IllegalArgumentException("The number of rows must be at least 0, but is " + n + ".");
        }
        this.mixture = mixture;
        this.shuffled = order == MixtureSampler.Order.SHUFFLED;
        this.random = random;
        left = random.nextMultinomial(n, mixture.weights());
        rows = n;
    }

    /** {@return how many rows are left to take} */
    public long remaining() {
        return rows;
    }

    /**
     * Takes the next rows.
     *
     * @param columns {@code d} arrays to write to
     * @param components where to write the component of each row, from 0, or {@code null}
     * @param from first index to write to
     * @param to index after the last; {@code to - from} is at most what remains
     */
    public void next(final double[][] columns, final int[] components, final int from, final int to) {
        Check.sameDimension("array of columns", columns.length, mixture.dimension());
        for (final double[] column : columns) {
            Check.range(from, to, column.length);
        }
        if (to - from > rows) {
            throw new IllegalArgumentException("There are " + rows + " rows left, not " + (to - from) + ".");
        }
        int at = from;
        while (at < to) {
            final int component = component();
            final int end = shuffled ? at + 1 : (int)Math.min(to, at + left[component]);
            if (columns.length == 1) {
                fillLine(columns[0], component, at, end);
            } else {
                fillSpace(columns, component, at, end);
            }
            if (components != null) {
                Arrays.fill(components, at, end, component);
            }
            left[component] -= end - at;
            rows -= end - at;
            at = end;
        }
    }

    private void fillLine(final double[] column, final int k, final int from, final int to) {
        final double mean = mixture.mean(k, 0);
        final double sd = mixture.factor(k).lower(0, 0);
        for (int i = from; i < to; i++) {
            column[i] = Math.fma(sd, random.nextGaussian(), mean);
        }
    }

    /** The component of the next row: each with the share it has in what is left, or the first with anything left. */
    private int component() {
        long ticket = shuffled ? random.nextLong(rows) : 0;
        int k = 0;
        while (ticket >= left[k]) {
            ticket -= left[k];
            k++;
        }
        return k;
    }

    private void fillSpace(final double[][] columns, final int k, final int from, final int to) {
        final int d = columns.length;
        final Cholesky factor = mixture.factor(k);
        final double[] z = new double[d];
        for (int i = from; i < to; i++) {
            for (int j = 0; j < d; j++) {
                z[j] = random.nextGaussian();
                double x = mixture.mean(k, j);
                for (int m = 0; m <= j; m++) {
                    x = Math.fma(factor.lower(j, m), z[m], x);
                }
                columns[j][i] = x;
            }
        }
    }
}
