package org.modelcollapse.gmm;

import java.io.Serializable;

/**
 * The parameters of a mixture while EM works on them, in centred coordinates: weights that may sum to 1 only roughly,
 * means, covariances and their Cholesky factors. The arrays belong to the object; nobody writes to them after it is
 * made.
 *
 * @param type what the covariances have in common
 * @param weights {@code K} numbers, at least 0
 * @param means {@code K x d}
 * @param covariances {@code K x d x d}; of a type that has one for all, {@code K} times the same object
 * @param factors of the covariances
 */
record Parameters(CovarianceType type, double[] weights, double[][] means, double[][][] covariances,
    Cholesky[] factors) implements Serializable {

    static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** Factors the covariances; null if one of them is not positive definite, or there are none. */
    static Parameters ofOrNull(final CovarianceType type, final double[] weights, final double[][] means,
        final double[][][] covariances) {
        if (covariances == null) {
            return null;
        }
        final Cholesky[] factors = new Cholesky[weights.length];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = type.isShared() && k > 0 ? factors[0] : Cholesky.ofOrNull(covariances[k]);
            if (factors[k] == null) {
                return null;
            }
        }
        return new Parameters(type, weights, means, covariances, factors);
    }

    /** The parameters of a mixture in the centred coordinates of data. */
    static Parameters of(final GaussianMixture mixture, final FitData data) {
        final int k = mixture.components();
        final double[][] means = mixture.means();
        final Cholesky[] factors = new Cholesky[k];
        for (int c = 0; c < k; c++) {
            factors[c] = mixture.factor(c);
            for (int j = 0; j < means[c].length; j++) {
                means[c][j] -= data.centre(j);
            }
        }
        return new Parameters(mixture.covarianceType(), mixture.weights(), means, mixture.covariances(), factors);
    }

    int components() {
        return weights.length;
    }

    int dimension() {
        return means[0].length;
    }

    /** log w_k - log det L_k - d/2 log 2 pi, minus infinity for a weight of zero. */
    double logScale(final int k) {
        return weights[k] > 0
            ? StrictMath.log(weights[k]) - factors[k].logDeterminant() - dimension() * HALF_LOG_TWO_PI
            : Double.NEGATIVE_INFINITY;
    }

    /** The mixture in the coordinates of the data. */
    GaussianMixture toMixture(final AllRows data) {
        final double[][] moved = Zeros.of(components(), dimension());
        double sum = 0;
        for (int k = 0; k < moved.length; k++) {
            sum += weights[k];
            for (int j = 0; j < moved[k].length; j++) {
                moved[k][j] = means[k][j] + data.centre(j);
            }
        }
        final double[] normalised = new double[components()];
        for (int k = 0; k < normalised.length; k++) {
            normalised[k] = weights[k] / sum;
        }
        return GaussianMixture.fitted(type, normalised, moved, covariances);
    }
}
