package org.modelcollapse.collapse.math;

import org.modelcollapse.gmm.Points;

/** Points as plain arrays, one a column. */
public final class Columns {

    private Columns() {
    }

    /** @return an array of zeros for each column */
    public static double[][] create(final int dimension, final int size) {
        final double[][] columns = new double[dimension][];
        for (int j = 0; j < dimension; j++) {
            columns[j] = new double[size]; // several times as quick as new double[dimension][size] where size is small
        }
        return columns;
    }

    /** @return a copy */
    public static double[][] of(final Points points) {
        final double[][] columns = new double[points.dimension()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = points.column(j);
        }
        return columns;
    }
}
