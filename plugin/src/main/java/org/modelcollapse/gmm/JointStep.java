package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * A step whose covariances depend on the scatter of all components together. Regularisation is added to the scatter, and
 * where the result cannot be worked with, all scatter is raised a little more, so that the covariances stay in the family.
 */
abstract class JointStep implements CovarianceStep {

    /** An inner iteration ends when the volumes or angles change by less. */
    static final double SETTLED = 1e-10;

    /** EM goes on anyway, so that an inner iteration need not be carried to its end. */
    static final int MOST_ROUNDS = 50;

    /**
     * The covariances of the family under which scatter is most likely.
     *
     * @param scatter {@code K x d x d}, positive semidefinite
     * @param counts {@code K} positive numbers
     * @param from covariances of the family to begin with where it takes an iteration, {@code K x d x d}; or null
     * @return {@code K x d x d}, or null if the scatter is singular where that does not do
     */
    abstract double[][][] covariances(double[][][] scatter, double[] counts, double[][][] from);

    @Override
    public final void fit(final Scatters scatters) {
        final int[] alive = alive(scatters);
        for (int k = 0; k < scatters.components(); k++) {
            if (scatters.isDead(k)) {
                scatters.keep(k);
            }
        }
        if (alive.length == 0) {
            return;
        }
        for (final int k : alive) {
            final double[][] matrix = scatters.matrices[k];
            for (int j = 0; j < matrix.length; j++) {
                matrix[j][j] = Math.max(0, matrix[j][j]) + scatters.counts[k] * scatters.ridge;
            }
        }
        for (double add = VarianceFloor.LEAST; !put(scatters, alive); add *= 10) {
            scatters.raise(add);
        }
    }

    private static int[] alive(final Scatters scatters) {
        final int[] alive = new int[scatters.components()];
        int count = 0;
        for (int k = 0; k < alive.length; k++) {
            if (!scatters.isDead(k)) {
                alive[count++] = k;
            }
        }
        return Arrays.copyOf(alive, count);
    }

    private boolean put(final Scatters scatters, final int[] alive) {
        final double[][][] scatter = new double[alive.length][][];
        final double[] counts = new double[alive.length];
        double[][][] from = new double[alive.length][][];
        for (int a = 0; a < alive.length; a++) {
            scatter[a] = scatters.matrices[alive[a]];
            counts[a] = scatters.counts[alive[a]];
            if (from != null && scatters.old.factors()[alive[a]] != null) {
                from[a] = scatters.old.covariances()[alive[a]];
            } else {
                from = null;
            }
        }
        final double[][][] covariances = covariances(scatter, counts, from);
        if (covariances == null) {
            return scatters.refuse(alive);
        }
        boolean sound = true;
        for (int a = 0; a < alive.length; a++) {
            sound &= scatters.tryPut(alive[a], covariances[a]);
        }
        return sound;
    }

    @Override
    public final double[][][] nearest(final double[] weights, final double[][][] covariances) {
        final double[][][] scatter = new double[weights.length][][];
        for (int k = 0; k < weights.length; k++) {
            scatter[k] = scaled(covariances[k], weights[k]);
        }
        return covariances(scatter, weights, null);
    }

    /** The volume of a positive definite matrix, the d-th root of its determinant; NaN if it is not. */
    static double volume(final double[][] matrix) {
        final Cholesky factor = Cholesky.ofOrNull(matrix);
        return factor == null ? Double.NaN : StrictMath.exp(2 * factor.logDeterminant() / matrix.length);
    }

    static double trace(final double[][] matrix) {
        double trace = 0;
        for (int j = 0; j < matrix.length; j++) {
            trace += matrix[j][j];
        }
        return trace;
    }

    static double[][] scaled(final double[][] matrix, final double factor) {
        final double[][] result = Zeros.of(matrix.length, matrix.length);
        PooledStep.addTo(result, factor, matrix);
        return result;
    }

    /** The volumes to begin an iteration with. */
    static double[] volumes(final double[][][] scatter, final double[] counts, final double[][][] from) {
        final double[] volumes = new double[counts.length];
        for (int k = 0; k < volumes.length; k++) {
            volumes[k] = from == null ? trace(scatter[k]) / (counts[k] * scatter[k].length) : volume(from[k]);
        }
        return volumes;
    }
}
