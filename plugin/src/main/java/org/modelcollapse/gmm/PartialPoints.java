package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Data of {@code n} rows and {@code d} columns, some values of which are not known. Immutable and so safe for use by many
 * threads.
 */
public final class PartialPoints {

    private final double[][] columns;

    private PartialPoints(final double[][] columns) {
        this.columns = columns;
    }

    /**
     * Data given column by column.
     *
     * @param columns {@code d} arrays of {@code n} values, copied; NaN where a value is not known
     * @return the points
     * @throws IllegalArgumentException if a value is infinite, lengths differ, there is nothing, or no value of a row or of a
     *             column is known; the message names it
     */
    public static PartialPoints ofColumns(final double[]... columns) {
        if (columns.length == 0 || columns[0].length == 0) {
            throw new IllegalArgumentException("Data need at least one row and one column, but there is none.");
        }
        final double[][] copy = new double[columns.length][];
        for (int j = 0; j < copy.length; j++) {
            if (columns[j].length != columns[0].length) {
                throw new IllegalArgumentException("Column " + (j + 1) + " has " + columns[j].length
                    + " rows, but column 1 has " + columns[0].length + ": all columns need the same number of rows.");
            }
            copy[j] = columns[j].clone();
            boolean any = false;
            for (int i = 0; i < copy[j].length; i++) {
                if (Double.isInfinite(copy[j][i])) {
                    throw new IllegalArgumentException("The value in row " + (i + 1) + " of column " + (j + 1) + " is "
                        + copy[j][i] + ": only finite numbers and missing ones can be used.");
                }
                any |= !Double.isNaN(copy[j][i]);
            }
            if (!any) {
                throw new IllegalArgumentException("Column " + (j + 1)
                    + " has no value at all: leave the column out, or fill it in.");
            }
        }
        final PartialPoints points = new PartialPoints(copy);
        for (int i = 0; i < points.size(); i++) {
            final int row = i;
            if (IntStream.range(0, copy.length).noneMatch(j -> points.isKnown(row, j))) {
                throw new IllegalArgumentException(
                    "Row " + (i + 1) + " has no value at all: it says nothing; remove the row.");
            }
        }
        return points;
    }

    /** {@return the number of rows, at least 1} */
    public int size() {
        return columns[0].length;
    }

    /** {@return the number of columns, at least 1} */
    public int dimension() {
        return columns.length;
    }

    /**
     * Whether a value is known.
     *
     * @param i row, from 0
     * @param j column, from 0
     * @return whether it is a number
     */
    public boolean isKnown(final int i, final int j) {
        return !Double.isNaN(columns[j][i]);
    }

    /**
     * A row.
     *
     * @param i row, from 0
     * @return a copy of its {@code d} values, NaN where one is not known
     */
    public double[] row(final int i) {
        return Arrays.stream(columns).mapToDouble(column -> column[i]).toArray();
    }

    /** {@return the rows of which every value is known, in their order; empty if there is none} */
    public int[] completeRows() {
        return IntStream.range(0, size())
            .filter(i -> IntStream.range(0, dimension()).allMatch(j -> isKnown(i, j))).toArray();
    }

    /**
     * The rows with what a mixture expects in the place of values that are not known.
     *
     * @param mixture of {@code d} columns
     * @return whole rows
     */
    public Points filledBy(final GaussianMixture mixture) {
        return filledBy(mixture, Gaps.of(this));
    }

    Points filledBy(final GaussianMixture mixture, final Gaps gaps) {
        final Conditional[] expected =
            Arrays.stream(gaps.patterns()).map(known -> Conditional.of(mixture, known)).toArray(Conditional[]::new);
        final double[][] rows = new double[size()][];
        Arrays.setAll(rows, i -> expected[gaps.ofRow()[i]].mean(row(i)));
        return Points.ofRows(rows);
    }

    /** The rows with the mean of the column in the place of values that are not known. */
    Points filledByMeans() {
        final double[][] filled = new double[dimension()][];
        for (int j = 0; j < filled.length; j++) {
            final double[] known = Arrays.stream(columns[j]).filter(x -> !Double.isNaN(x)).toArray();
            double mean = 0;
            for (int i = 0; i < known.length; i++) {
                mean += (known[i] - mean) / (i + 1);
            }
            final double value = mean;
            filled[j] = Arrays.stream(columns[j]).map(x -> Double.isNaN(x) ? value : x).toArray();
        }
        return Points.wrap(filled);
    }
}
