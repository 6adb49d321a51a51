package org.modelcollapse.gmm;

import org.apache.commons.math3.special.Gamma;

/**
 * What a Bayesian mixture believes of its parameters (Bishop 2006, chapter 10.2), in centred coordinates: for each
 * component, its mean is normal about {@code means} with the component's covariance divided by {@code meanPrecision}, the
 * inverse of the covariance is Wishart with {@code freedom} degrees of freedom and expectation the inverse of
 * {@code covariances}. The arrays belong to the object; nobody writes to them after it is made.
 *
 * @param type what the covariances have in common
 * @param first of the Dirichlet distribution its parameters, of the Dirichlet process the first one of each Beta
 *            distribution, {@code K}
 * @param second the other one of each Beta distribution; null for the Dirichlet distribution
 * @param rows the expected number of rows of each component, {@code K}
 * @param meanPrecision {@code K}
 * @param means {@code K x d}
 * @param freedom {@code K}; of type TIED all the same
 * @param covariances {@code K x d x d}
 * @param factors of the covariances
 */
record Posterior(CovarianceType type, double[] first, double[] second, double[] rows, double[] meanPrecision,
    double[][] means, double[] freedom, double[][][] covariances, Cholesky[] factors) {

    int components() {
        return first.length;
    }

    int dimension() {
        return means[0].length;
    }

    /** The mixture whose E-step gives this posterior's responsibilities; its weights do not sum to 1. */
    Parameters parameters() {
        final int d = dimension();
        final double[] offsets = logWeights();
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] += 0.5 * (d * StrictMath.log(2 / freedom[k]) - d / meanPrecision[k]);
            for (int j = 0; j < d; j++) {
                offsets[k] += 0.5 * Digamma.of(0.5 * (freedom[k] - j));
            }
            largest = Math.max(largest, offsets[k]);
        }
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = StrictMath.exp(offsets[k] - largest);
        }
        return new Parameters(type, offsets, means, covariances, factors);
    }

    /** The expectation of the logarithm of each weight. */
    private double[] logWeights() {
        final double[] logs = new double[components()];
        double sum = 0;
        for (final double c : first) {
            sum += c;
        }
        double stickLeft = 0;
        for (int k = 0; k < logs.length; k++) {
            if (second == null) {
                logs[k] = Digamma.of(first[k]) - Digamma.of(sum);
            } else {
                final double both = Digamma.of(first[k] + second[k]);
                logs[k] = Digamma.of(first[k]) - both + stickLeft;
                stickLeft += Digamma.of(second[k]) - both;
            }
        }
        return logs;
    }

    /** The weights that stand for all that are believed in: the expectations of the shares, multiplied and scaled. */
    double[] weights() {
        final double[] weights = new double[components()];
        double stick = 1;
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            if (second == null) {
                weights[k] = first[k];
            } else {
                final double share = first[k] / (first[k] + second[k]);
                weights[k] = stick * share;
                stick *= second[k] / (first[k] + second[k]);
            }
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    /**
     * The lower bound on the logarithm of the evidence, but for constants of the data and the prior.
     *
     * @param entropy of the responsibilities that this posterior was made of
     */
    double lowerBound(final double entropy) {
        final int d = dimension();
        double bound = entropy - logNormOfWeights();
        for (int k = 0; k < components(); k++) {
            final double logDeterminant = -factors[k].logDeterminant() - 0.5 * d * StrictMath.log(freedom[k]);
            bound += freedom[k] * (logDeterminant + 0.5 * d * StrictMath.log(2));
            for (int j = 0; j < d; j++) {
                bound += Gamma.logGamma(0.5 * (freedom[k] - j));
            }
            bound -= 0.5 * d * StrictMath.log(meanPrecision[k]);
        }
        return bound;
    }

    private double logNormOfWeights() {
        double norm = 0;
        double sum = 0;
        for (int k = 0; k < components(); k++) {
            norm -= Gamma.logGamma(first[k]);
            if (second == null) {
                sum += first[k];
            } else {
                norm += Gamma.logGamma(first[k] + second[k]) - Gamma.logGamma(second[k]);
            }
        }
        return second == null ? norm + Gamma.logGamma(sum) : norm;
    }
}
