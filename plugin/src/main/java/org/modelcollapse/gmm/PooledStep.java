package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * All components share the covariance of all rows about the means of their components (EII, EEI, EEE).
 *
 * @param form what it looks like
 */
record PooledStep(Form form) implements CovarianceStep {

    @Override
    public void fit(final Scatters scatters) {
        double count = 0;
        final double[][] pooled = Zeros.of(scatters.dimension(), scatters.dimension());
        for (int k = 0; k < scatters.components(); k++) {
            count += scatters.counts[k];
            if (!scatters.isDead(k)) {
                addTo(pooled, 1, scatters.matrices[k]);
            }
        }
        scatters.put(0, SeparateStep.covariance(form, pooled, count, scatters.ridge));
        Arrays.fill(scatters.covariances, scatters.covariances[0]);
        Arrays.fill(scatters.factors, scatters.factors[0]);
    }

    @Override
    public double[][][] nearest(final double[] weights, final double[][][] covariances) {
        final double[][] pooled = Zeros.of(covariances[0].length, covariances[0].length);
        double sum = 0;
        for (int k = 0; k < covariances.length; k++) {
            addTo(pooled, weights[k], covariances[k]);
            sum += weights[k];
        }
        final double[][] shared = form.of(pooled);
        if (Math.abs(sum - 1) > 1e-6) {
            for (final double[] row : shared) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= sum;
                }
            }
        }
        final double[][][] nearest = new double[covariances.length][][];
        Arrays.fill(nearest, shared);
        return nearest;
    }

    /** Adds a multiple of a matrix to another. */
    static void addTo(final double[][] sum, final double factor, final double[][] term) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += factor * term[i][j];
            }
        }
    }
}
