package org.modelcollapse.gmm;

/**
 * The covariance of each component follows from its own rows alone (VII, VVI, VVV).
 *
 * @param form what each of them looks like
 */
record SeparateStep(Form form) implements CovarianceStep {

    @Override
    public void fit(final Scatters scatters) {
        for (int k = 0; k < scatters.components(); k++) {
            if (scatters.isDead(k)) {
                scatters.keep(k);
            } else {
                scatters.put(k, covariance(form, scatters.matrices[k], scatters.counts[k], scatters.ridge));
            }
        }
    }

    /** Turns a scatter matrix, in place, into a covariance. */
    static double[][] covariance(final Form form, final double[][] matrix, final double count, final double ridge) {
        final int d = matrix.length;
        final boolean diagonal = form != Form.FULL;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = i == j ? Math.max(0, matrix[i][i]) / count + ridge : diagonal ? 0 : matrix[i][j] / count;
            }
        }
        if (form == Form.SPHERICAL) {
            double trace = 0;
            for (int j = 0; j < d; j++) {
                trace += matrix[j][j];
            }
            for (int j = 0; j < d; j++) {
                matrix[j][j] = trace / d;
            }
        }
        return matrix;
    }

    @Override
    public double[][][] nearest(final double[] weights, final double[][][] covariances) {
        final double[][][] nearest = new double[covariances.length][][];
        for (int k = 0; k < nearest.length; k++) {
            nearest[k] = form.of(covariances[k]);
        }
        return nearest;
    }
}
