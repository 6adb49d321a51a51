package org.modelcollapse.gmm;

/** What makes numbers a mixture; components are counted from 1 in messages. */
final class MixtureValidation {

    /** How far the sum of the weights may be from 1 before it is taken for a mistake instead of rounding. */
    private static final double WEIGHT_SUM_TOLERANCE = 1e-6;

    /** How far, relative to the diagonal, entries that shall agree may differ. */
    private static final double AGREEMENT = 1e-9;

    /** How much volume, shape or orientation may differ where they are to be alike. */
    private static final double LIKENESS = 1e-6;

    private MixtureValidation() {
    }

    /** Every component needs one of each. */
    static void requireLength(final String what, final int length, final int components) {
        if (length != components) {
            throw new IllegalArgumentException("There are " + length + " " + what + " for " + components
                + " weights: every component needs one.");
        }
    }

    /**
     * The weights divided by their sum, which must be near 1. If it is 1 as far as so many roundings can tell, they stay
     * what they are, so that a mixture that was written down and read again is the same to the last bit.
     */
    static double[] normalised(final double[] weights) {
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            if (!(weights[c] >= 0 && weights[c] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The weight of component " + (c + 1)
                    + " must be a number of at least 0, but is " + weights[c] + ".");
            }
            sum += weights[c];
        }
        if (!(Math.abs(sum - 1) <= WEIGHT_SUM_TOLERANCE)) {
            throw new IllegalArgumentException("The weights must sum to 1, but their sum is " + sum + ".");
        }
        if (Math.abs(sum - 1) <= weights.length * Math.ulp(1.0)) {
            return weights.clone();
        }
        final double[] normalised = new double[weights.length];
        for (int c = 0; c < weights.length; c++) {
            normalised[c] = weights[c] / sum;
        }
        return normalised;
    }

    /** A copy of the mean of component c. */
    static double[] mean(final double[] mean, final int d, final int c) {
        // names are put together only where something is wrong: mixtures are made by the million
        if (mean.length != d) {
            Check.sameDimension("mean of component " + (c + 1), mean.length, d);
        }
        for (final double value : mean) {
            if (!Double.isFinite(value)) {
                Check.finite("mean of component " + (c + 1), value);
            }
        }
        return mean.clone();
    }

    /** A symmetric copy of the covariance of component c. */
    static double[][] symmetric(final double[][] matrix, final int d, final int c) {
        if (matrix.length != d) {
            Check.sameDimension("covariance of component " + (c + 1), matrix.length, d);
        }
        for (int i = 0; i < d; i++) {
            if (matrix[i].length != d) {
                Check.sameDimension("row " + (i + 1) + " of the covariance of component " + (c + 1), matrix[i].length,
                    d);
            }
            if (!(matrix[i][i] > 0 && matrix[i][i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The variance " + (d == 1 ? "" : "of column " + (i + 1) + " ")
                    + "of component " + (c + 1) + " must be a positive finite number, but is " + matrix[i][i] + ".");
            }
        }
        final double[][] copy = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                final double scale = Math.sqrt(matrix[i][i]) * Math.sqrt(matrix[j][j]);
                if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= AGREEMENT * scale)) {
                    throw new IllegalArgumentException("The covariance of component " + (c + 1)
                        + " is not symmetric: columns " + (i + 1) + " and " + (j + 1) + " have " + matrix[i][j]
                        + " and " + matrix[j][i] + ".");
                }
                copy[i][j] = matrix[i][j] / 2 + matrix[j][i] / 2;
            }
        }
        return copy;
    }

    /** Refuses a covariance that is not of the type, and removes what differs by rounding. */
    static void requireType(final CovarianceType type, final double[][][] covariances, final int c) {
        final double[][] matrix = covariances[c];
        final int d = matrix.length;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                final double expected = expected(type, covariances, c, i, j);
                final double scale = Math.sqrt(matrix[i][i]) * Math.sqrt(matrix[j][j]);
                if (!(Math.abs(matrix[i][j] - expected) <= AGREEMENT * scale)) {
                    throw new IllegalArgumentException("The covariance of component " + (c + 1) + " is not of type "
                        + type + ": columns " + (i + 1) + " and " + (j + 1) + " have " + matrix[i][j] + " instead of "
                        + expected + ".");
                }
                matrix[i][j] = expected;
            }
        }
    }

    /** What the type lets an entry be, given the entries before it. */
    private static double expected(final CovarianceType type, final double[][][] covariances, final int c,
        final int i, final int j) {
        if (i != j && type.form() != Form.FULL) {
            return 0;
        }
        if (type.isShared() && c > 0) {
            return covariances[0][i][j];
        }
        return type.form() == Form.SPHERICAL ? covariances[c][0][0] : covariances[c][i][j];
    }

    /** Refuses covariances that have not in common what those of the type have. */
    static void requireInCommon(final CovarianceType type, final double[][][] covariances, final Cholesky[] factors) {
        if (type.isShared() || type.isSeparate()) {
            return;
        }
        final double[] volumes = new double[factors.length];
        for (int c = 0; c < volumes.length; c++) {
            volumes[c] = StrictMath.exp(2 * factors[c].logDeterminant() / factors[c].dimension());
            if (type.hasCommonVolume()) {
                requireNear(type, "volume", c, volumes[c], volumes[0], volumes[0]);
            }
        }
        for (int c = 1; c < volumes.length; c++) {
            if (type.hasCommonShape() && (type.hasCommonOrientation() || type.form() != Form.FULL)) {
                requireMultiple(type, covariances, volumes, c);
            } else if (type.hasCommonShape()) {
                final double[] first = SymmetricEigen.of(covariances[0]).values();
                final double[] values = SymmetricEigen.of(covariances[c]).values();
                for (int j = 0; j < values.length; j++) {
                    requireNear(type, "shape", c, values[j] / volumes[c], first[j] / volumes[0], first[j] / volumes[0]);
                }
            } else if (type.hasCommonOrientation()) {
                requireSameAxes(type, covariances, c);
            }
        }
    }

    private static void requireMultiple(final CovarianceType type, final double[][][] covariances,
        final double[] volumes, final int c) {
        final double[][] first = covariances[0];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j <= i; j++) {
                requireNear(type, "shape", c, covariances[c][i][j] / volumes[c], first[i][j] / volumes[0],
                    Math.sqrt(first[i][i]) * Math.sqrt(first[j][j]) / volumes[0]);
            }
        }
    }

    /** Matrices that have the same axes commute. */
    private static void requireSameAxes(final CovarianceType type, final double[][][] covariances, final int c) {
        final double[][] a = covariances[0];
        final double[][] b = covariances[c];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                double one = 0;
                double other = 0;
                for (int m = 0; m < a.length; m++) {
                    one += a[i][m] * b[m][j];
                    other += b[i][m] * a[m][j];
                }
                requireNear(type, "orientation", c, one, other, JointStep.trace(a) * JointStep.trace(b));
            }
        }
    }

    private static void requireNear(final CovarianceType type, final String what, final int c, final double value,
        final double first, final double scale) {
        if (!(Math.abs(value - first) <= LIKENESS * scale)) {
            throw new IllegalArgumentException("The covariance of component " + (c + 1) + " is not of type " + type
                + ": its " + what + " differs from that of component 1.");
        }
    }
}
