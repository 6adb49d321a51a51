package org.modelcollapse.gmm;

/**
 * The part of the M-step that makes covariances: of all that a family allows, those under which the rows are most likely,
 * given the scatter of the rows about the new means. There is a class for each kind of step; the families choose one and
 * its parameters ({@link CovarianceType}). Stateless and so safe for use by many threads.
 */
interface CovarianceStep {

    /**
     * Makes the covariances of an M-step and their factors, and holds them up where they have collapsed.
     *
     * @param scatters what is known of the rows; their matrices may be overwritten
     */
    void fit(Scatters scatters);

    /**
     * The member of the family that is nearest to any covariances by the likelihood of rows that they would describe.
     *
     * @param weights {@code K} positive numbers, how much each component counts
     * @param covariances {@code K x d x d}, positive definite; not changed
     * @return {@code K x d x d}
     */
    double[][][] nearest(double[] weights, double[][][] covariances);
}
