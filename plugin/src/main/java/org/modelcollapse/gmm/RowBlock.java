package org.modelcollapse.gmm;

import java.io.Serializable;

/**
 * A stretch of the rows of a data set that is too large, or too far away, to be handed over as {@link Points}. Blocks
 * have a size of their own, {@link #rows}, because sums are taken a block at a time and their rounding depends on where
 * a block ends. Immutable: the arrays are shared, and nobody may write to them.
 */
public final class RowBlock implements Serializable {

    private static final long serialVersionUID = 1;

    /** Values of a block: a fraction of a millisecond of the quick kernels' work. */
    private static final int VALUES = 1 << 15;

    private static final int LEAST_ROWS = 1024;

    private final int index;

    private final double[][] columns;

    private final double[] weights;

    private RowBlock(final int index, final double[][] columns, final double[] weights) {
        this.index = index;
        this.columns = columns;
        this.weights = weights;
    }

    /**
     * A block.
     *
     * @param index which of the blocks of the data set it is, from 0
     * @param columns {@code d} arrays of as many finite values as the block has rows, taken over without a copy
     * @param weights a row weight above 0 for each, taken over without a copy; {@code null} for 1 each
     * @return the block
     * @throws IllegalArgumentException if the lengths differ, a value is not finite or there are more rows than
     *             {@link #rows}
     */
    public static RowBlock of(final int index, final double[][] columns, final double[] weights) {
        final Points points = Points.wrap(columns);
        Check.atLeast("index of the block", index, 0);
        if (points.size() > rows(columns.length) || weights != null && weights.length != points.size()) {
            throw new IllegalArgumentException("A block has " + points.size() + " rows"
                + (weights == null ? "" : " and " + weights.length + " row weights") + "; of " + columns.length
                + " columns it can have " + rows(columns.length) + ".");
        }
        return new RowBlock(index, columns.clone(), weights);
    }

    /**
     * How many rows a block has; only the last one of a data set may have fewer.
     *
     * @param dimension number of columns, at least 1
     * @return the number
     */
    public static int rows(final int dimension) {
        return Math.max(LEAST_ROWS, VALUES / dimension);
    }

    /** {@return which of the blocks of the data set it is, from 0} */
    public int index() {
        return index;
    }

    /** {@return the number of rows, at least 1} */
    public int size() {
        return columns[0].length;
    }

    /** {@return the number of columns} */
    public int dimension() {
        return columns.length;
    }

    /**
     * A row.
     *
     * @param i its place in the block, from 0
     * @return a copy of its {@code d} values
     */
    public double[] row(final int i) {
        final double[] row = new double[columns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][i];
        }
        return row;
    }

    /** {@return the place of its first row among all rows, from 0} */
    public int first() {
        return index * rows(columns.length);
    }

    /**
     * The block with other row weights.
     *
     * @param largest what its weights are divided by
     * @param factor what they are multiplied by then
     * @return the block
     */
    public RowBlock scaled(final double largest, final double factor) {
        final double[] scaled = new double[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = weights[i] / largest * factor;
        }
        return new RowBlock(index, columns, scaled);
    }

    double[][] columns() {
        return columns;
    }

    double[] weights() {
        return weights;
    }
}
