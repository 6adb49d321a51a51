package org.modelcollapse.gmm;

/** What a single covariance matrix may look like. */
enum Form {

    /** Symmetric. */
    FULL,

    /** Zero off the diagonal. */
    DIAGONAL,

    /** A multiple of the identity. */
    SPHERICAL;

    /** A copy of a matrix without what the form does not have; a sphere has the mean variance. */
    double[][] of(final double[][] matrix) {
        final int d = matrix.length;
        final double[][] result = Zeros.of(d, d);
        double trace = 0;
        for (int j = 0; j < d; j++) {
            trace += matrix[j][j];
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                if (this == FULL) {
                    result[i][j] = matrix[i][j];
                } else if (i == j) {
                    result[i][j] = this == SPHERICAL ? trace / d : matrix[i][j];
                }
            }
        }
        return result;
    }
}
