package org.modelcollapse.collapse.original;

import org.modelcollapse.gmm.RandomStream;

/** Rows of a data set: all of them first, then drawn with replacement. The columns are shared, and nobody writes to them. */
record RowsOrigin(double[][] rows) implements Origin {

    @Override
    public int dimension() {
        return rows.length;
    }

    @Override
    public double[][] first(final int n, final RandomStream random) {
        return rows;
    }

    @Override
    public void fill(final double[][] columns, final int from, final int to, final RandomStream random) {
        final int size = rows[0].length;
        for (int i = from; i < to; i++) {
            final int row = random.nextInt(size);
            for (int j = 0; j < rows.length; j++) {
                columns[j][i] = rows[j][row];
            }
        }
    }
}
