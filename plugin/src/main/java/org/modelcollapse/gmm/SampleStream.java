package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * A sample that is taken in pieces, see {@link MixtureSampler#stream}. It holds a position: not safe for use by several
 * threads.
 */
public final class SampleStream {

    private final GaussianMixture mixture;

    private final RandomStream random;

    /** Picks the component of each row; null if rows are grouped. */
    private final ComponentTable table;

    /** How many rows each component has still to give; null if rows are in random order. */
    private final long[] left;

    /** Standard deviations, and the means beside them, of a mixture of one dimension. */
    private final double[] sds;

    private final double[] means;

    /** Normal numbers of one row. */
    private final double[] z;

    private long rows;

    SampleStream(final GaussianMixture mixture, final long n, final MixtureSampler.Order order,
        final RandomStream random) {
        if (!(n >= 0)) {
            throw new IllegalArgumentException("The number of rows must be at least 0, but is " + n + ".");
        }
        this.mixture = mixture;
        this.random = random;
        final boolean grouped = order == MixtureSampler.Order.GROUPED;
        left = grouped ? random.nextMultinomial(n, mixture.weights()) : null;
        table = grouped ? null : new ComponentTable(mixture);
        rows = n;
        z = new double[mixture.dimension()];
        sds = new double[mixture.components()];
        means = new double[mixture.components()];
        for (int k = 0; k < sds.length; k++) {
            sds[k] = mixture.factor(k).lower(0, 0);
            means[k] = mixture.mean(k, 0);
        }
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
        if (left != null) {
            fillGrouped(columns, components, from, to);
        } else if (columns.length == 1) {
            random.fillMixture(columns[0], components, from, to, table, means, sds);
        } else {
            for (int i = from; i < to; i++) {
                final int k = table.component(random.nextLong());
                fillRow(columns, k, i);
                if (components != null) {
                    components[i] = k;
                }
            }
        }
        rows -= to - from;
    }

    private void fillGrouped(final double[][] columns, final int[] components, final int from, final int to) {
        int k = 0;
        for (int at = from; at < to;) {
            if (left[k] == 0) {
                k++;
                continue;
            }
            final int end = (int)Math.min(to, at + left[k]);
            if (columns.length == 1) {
                random.fillGaussian(columns[0], at, end, means[k], sds[k]);
            } else {
                for (int i = at; i < end; i++) {
                    fillRow(columns, k, i);
                }
            }
            if (components != null) {
                Arrays.fill(components, at, end, k);
            }
            left[k] -= end - at;
            at = end;
        }
    }

    private void fillRow(final double[][] columns, final int k, final int i) {
        final Cholesky factor = mixture.factor(k);
        for (int j = 0; j < z.length; j++) {
            z[j] = random.nextGaussian();
            double x = mixture.mean(k, j);
            for (int m = 0; m <= j; m++) {
                x = Math.fma(factor.lower(j, m), z[m], x);
            }
            columns[j][i] = x;
        }
    }
}
