package org.modelcollapse.collapse.model;

import java.util.Optional;

import org.modelcollapse.gmm.GaussianMixture;

/** What a learner makes of a training set. Immutable. */
public interface FittedModel extends PointSource {

    /** @return the mean, a number a dimension */
    double[] mean();

    /** @return the trace of the covariance */
    double totalVariance();

    /** @return probabilities of components, bins or categories; empty if the model has none */
    double[] weights();

    /**
     * @param x a number
     * @return the probability of what lies below x, of a model of one dimension
     */
    double below(double x);

    /**
     * @param x a number
     * @return the probability of what lies above x, of a model of one dimension
     */
    double above(double x);

    /** @return the model as a mixture, if it is one */
    Optional<GaussianMixture> mixture();
}
