package org.modelcollapse.gmm;

/** The linear map after which all columns of the data are uncorrelated and of variance 1. */
record Whitening(Cholesky factor) {

    static Whitening of(final FitData data) {
        return new Whitening(Cholesky.ofOrNull(Starts.positiveDefinite(copy(data.covariance()))));
    }

    private static double[][] copy(final double[][] matrix) {
        return java.util.Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** The data in the new coordinates, with their row weights. */
    FitData apply(final FitData data) {
        final int d = data.dimension();
        final double[][] columns = Zeros.of(d, data.size());
        for (int i = 0; i < data.size(); i++) {
            for (int j = 0; j < d; j++) {
                double rest = data.value(i, j);
                for (int m = 0; m < j; m++) {
                    rest -= factor.lower(j, m) * columns[m][i];
                }
                columns[j][i] = rest / factor.lower(j, j);
            }
        }
        return FitData.ofAnyRange(Points.wrap(columns), data.rowWeights());
    }
}
