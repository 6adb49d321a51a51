package org.modelcollapse.gmm;

import java.util.BitSet;

/**
 * What the covariances of an M-step are made from, and where they are put: the sums of squares about the new means, a
 * symmetric matrix a component (null for a dead one), and how many rows each stands for.
 */
final class Scatters {

    final double[][][] matrices;

    final double[] counts;

    /** What is added to the variances. */
    final double ridge;

    /** The parameters before the step. */
    final Parameters old;

    /** The results. */
    final double[][][] covariances;

    final Cholesky[] factors;

    private final BitSet dead;

    private final BitSet floored;

    private final VarianceFloor floor;

    Scatters(final double[][][] matrices, final double[] counts, final double ridge, final Parameters old,
        final BitSet dead, final BitSet floored, final VarianceFloor floor) {
        this.matrices = matrices;
        this.counts = counts;
        this.ridge = ridge;
        this.old = old;
        this.dead = dead;
        this.floored = floored;
        this.floor = floor;
        covariances = new double[counts.length][][];
        factors = new Cholesky[counts.length];
    }

    int components() {
        return counts.length;
    }

    int dimension() {
        return old.dimension();
    }

    boolean isDead(final int k) {
        return dead.get(k);
    }

    /** A dead component keeps the covariance that it had. */
    void keep(final int k) {
        covariances[k] = old.covariances()[k];
        factors[k] = old.factors()[k];
    }

    /** Takes a covariance as that of component k, raised in place until it can be worked with. */
    void put(final int k, final double[][] covariance) {
        covariances[k] = covariance;
        factors[k] = floor.factor(covariance);
        for (double add = VarianceFloor.LEAST; factors[k] == null; add *= 10) {
            floored.set(k);
            floor.raise(covariance, add);
            factors[k] = floor.factor(covariance);
        }
    }

    /** Takes a covariance as that of component k if it can be worked with. */
    boolean tryPut(final int k, final double[][] covariance) {
        covariances[k] = covariance;
        factors[k] = floor.factor(covariance);
        if (factors[k] == null) {
            floored.set(k);
        }
        return factors[k] != null;
    }

    /** Marks the components whose own scatter is singular, or all if there is none; always false. */
    boolean refuse(final int[] alive) {
        boolean none = true;
        for (final int k : alive) {
            if (floor.factor(JointStep.scaled(matrices[k], 1 / counts[k])) == null) {
                floored.set(k);
                none = false;
            }
        }
        if (none) {
            for (final int k : alive) {
                floored.set(k);
            }
        }
        return false;
    }

    /** Raises the scatter of all living components as if their covariances had been raised. */
    void raise(final double add) {
        for (int k = 0; k < components(); k++) {
            if (!isDead(k)) {
                floor.raise(matrices[k], add * counts[k]);
            }
        }
    }
}
