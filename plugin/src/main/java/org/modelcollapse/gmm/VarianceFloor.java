package org.modelcollapse.gmm;

/** How near to singular a covariance may be to be worked with. */
final class VarianceFloor {

    /** Without regularisation no variance falls below this share of the column's: a ten-millionth of its deviation. */
    static final double LEAST = 1e-14;

    /** Without regularisation, the least share of a column's variance that the columns before it must leave. */
    private static final double LEAST_PIVOT = 1e-13;

    private final AllRows data;

    private final FitSettings settings;

    VarianceFloor(final AllRows data, final FitSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** The factor of a covariance, or null if it is too near to a singular one to be worked with. */
    Cholesky factor(final double[][] matrix) {
        final Cholesky factor = Cholesky.ofOrNull(matrix);
        if (factor == null || settings.ridge() > 0) {
            return factor;
        }
        for (int j = 0; j < matrix.length; j++) {
            final double pivot = factor.lower(j, j) * factor.lower(j, j);
            if (!(matrix[j][j] >= LEAST * scale(j) && pivot >= LEAST_PIVOT * matrix[j][j])) {
                return null;
            }
        }
        return factor;
    }

    /** Adds a share of the columns' variances to the diagonal. */
    void raise(final double[][] matrix, final double share) {
        for (int j = 0; j < matrix.length; j++) {
            matrix[j][j] += share * scale(j);
        }
    }

    private double scale(final int j) {
        if (settings.covarianceType().form() != Form.SPHERICAL) {
            return data.covariance()[j][j] + settings.ridge();
        }
        double trace = 0;
        for (int i = 0; i < data.dimension(); i++) {
            trace += data.covariance()[i][i];
        }
        return trace / data.dimension() + settings.ridge();
    }
}
