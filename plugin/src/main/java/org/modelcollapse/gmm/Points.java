package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * Data of {@code n} rows and {@code d} columns, all values finite. Immutable and so safe for use by many threads.
 * Stored by column, which is how the numerics read it.
 */
public final class Points {

    private final double[][] columns;

    private final int size;

    private Points(final double[][] columns, final int size) {
        this.columns = columns;
        this.size = size;
    }

    /**
     * One-dimensional data.
     *
     * @param values the rows, at least one, copied
     * @return the points
     * @throws IllegalArgumentException if a value is not finite or there is none
     */
    public static Points of(final double... values) {
        return wrap(values.clone());
    }

    /**
     * Data given column by column.
     *
     * @param columns {@code d} arrays of {@code n} values, copied
     * @return the points
     * @throws IllegalArgumentException if a value is not finite, lengths differ, or there is nothing
     */
    public static Points ofColumns(final double[]... columns) {
        final double[][] copy = new double[columns.length][];
        for (int j = 0; j < copy.length; j++) {
            copy[j] = columns[j].clone();
        }
        return wrap(copy);
    }

    /**
     * Data given row by row.
     *
     * @param rows {@code n} arrays of {@code d} values, copied
     * @return the points
     * @throws IllegalArgumentException if a value is not finite, lengths differ, or there is nothing
     */
    public static Points ofRows(final double[][] rows) {
        final int d = rows.length == 0 ? 0 : rows[0].length;
        final double[][] columns = new double[d][rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != d) {
                throw new IllegalArgumentException("Row " + (i + 1) + " has " + rows[i].length
                    + " values, but row 1 has " + d + ": all rows need the same number of columns.");
            }
            for (int j = 0; j < d; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return wrap(columns);
    }

    /**
     * Data given column by column, taken over without a copy: the caller hands the arrays in and must never write to
     * them again, otherwise this object is no longer immutable and what is computed from it is undefined.
     *
     * @param columns {@code d} arrays of {@code n} values
     * @return the points
     * @throws IllegalArgumentException if a value is not finite, lengths differ, or there is nothing
     */
    public static Points wrap(final double[]... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("Data need at least one column, but there is none.");
        }
        final int n = columns[0].length;
        if (n == 0) {
            throw new IllegalArgumentException("Data need at least one row, but there is none.");
        }
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != n) {
                throw new IllegalArgumentException("Column " + (j + 1) + " has " + columns[j].length
                    + " rows, but column 1 has " + n + ": all columns need the same number of rows.");
            }
            requireFinite(columns[j], j);
        }
        return new Points(columns.clone(), n);
    }

    private static void requireFinite(final double[] column, final int j) {
        // 0 * x is zero for a finite x and NaN otherwise, and stays NaN in the sum: one cheap pass in the good case
        double zero = 0;
        double another = 0;
        for (int i = 1; i < column.length; i += 2) {
            zero += 0 * column[i - 1];
            another += 0 * column[i];
        }
        if (zero + another + 0 * column[column.length - 1] == 0) {
            return;
        }
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                throw new IllegalArgumentException("The value in row " + (i + 1) + " of column " + (j + 1) + " is "
                    + column[i] + ": only finite numbers can be used; remove the row or replace the value.");
            }
        }
    }

    /** {@return the number of rows, at least 1} */
    public int size() {
        return size;
    }

    /** {@return the number of columns, at least 1} */
    public int dimension() {
        return columns.length;
    }

    /**
     * A single value.
     *
     * @param i row, from 0
     * @param j column, from 0
     * @return the value
     */
    public double get(final int i, final int j) {
        return columns[j][i];
    }

    /**
     * A column.
     *
     * @param j column, from 0
     * @return a copy of its {@code n} values
     */
    public double[] column(final int j) {
        return columns[j].clone();
    }

    /**
     * A row.
     *
     * @param i row, from 0
     * @return a copy of its {@code d} values
     */
    public double[] row(final int i) {
        final double[] row = new double[columns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][i];
        }
        return row;
    }

    /** The column itself, for reading only. */
    double[] columnUncopied(final int j) {
        return columns[j];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Points that && Arrays.deepEquals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return "Points[" + size + " x " + columns.length + "]";
    }
}
