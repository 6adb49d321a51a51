package org.modelcollapse.collapse.law;

import org.modelcollapse.gmm.GaussianMixture;

/**
 * How one maximum likelihood fit to n points of a one-dimensional mixture moves its parameters: by large samples, a step
 * with the mean {@link #bias()} / n and the covariance {@link #covariance()} / n. J is the inverse of Fisher's
 * information, the bias that of Cox and Snell (1968, J. R. Stat. Soc. B 30, 248). Immutable.
 *
 * <p>Parameters, in this order: the weights of all components but the last, the K means, the K variances, in the units of
 * the data. It holds for EM run to convergence, without regularisation, at the best local maximum. Components that are
 * well apart shrink, those that overlap widen at first; the total variance as a whole shrinks by a share of 1/n whatever
 * the components do.
 */
public final class ComponentLaw {

    /** The quadrature then has ten digits for components two and more standard deviations apart. */
    private static final int ORDER = 16;

    private final int parameters;
    private final double[][] covariance;
    private final double[] bias;

    private ComponentLaw(final MixtureState at, final MixtureInformation information) {
        parameters = information.parameters();
        covariance = new double[parameters][parameters];
        bias = new double[parameters];
        for (int i = 0; i < parameters; i++) {
            for (int j = 0; j < parameters; j++) {
                covariance[i][j] = scale(at, i) * scale(at, j) * information.covariance(i, j);
            }
            bias[i] = scale(at, i) * information.bias(i);
        }
    }

    /** What the unit of a scaled parameter is worth: 1 for weights, a standard deviation, a variance. */
    static double scale(final MixtureState at, final int parameter) {
        final int k = at.components();
        if (parameter < k - 1) {
            return 1;
        }
        final int c = (parameter - k + 1) % k;
        return parameter < 2 * k - 1 ? Math.sqrt(at.variances[c]) : at.variances[c];
    }

    /**
     * @param mixture of one dimension
     * @return the law of a fit to its points
     * @throws IllegalArgumentException if the mixture has several dimensions, or if its parameters cannot be told apart
     *             (two components are the same, or one has no weight)
     */
    public static ComponentLaw of(final GaussianMixture mixture) {
        if (mixture.dimension() != 1) {
            throw new IllegalArgumentException("The law of components is for mixtures of one dimension, but this one has "
                + mixture.dimension());
        }
        final MixtureInformation information = new MixtureInformation(mixture.components(), ORDER);
        final MixtureState at = MixtureState.of(mixture);
        if (!information.at(at.weights, at.means, at.variances)) {
            throw new IllegalArgumentException("The parameters of this mixture cannot be told apart from points: two of"
                + " its components are the same, or one has no weight");
        }
        return new ComponentLaw(at, information);
    }

    /** @return number of parameters, 3 K - 1 */
    public int parameters() {
        return parameters;
    }

    /** @return J: the covariance of a fit to n points, times n; a copy, symmetric, in products of the parameters' units */
    public double[][] covariance() {
        final double[][] copy = new double[parameters][];
        for (int i = 0; i < parameters; i++) {
            copy[i] = covariance[i].clone();
        }
        return copy;
    }

    /** @return the bias of a fit to n points, times n; a copy, in the parameters' units */
    public double[] bias() {
        return bias.clone();
    }
}
