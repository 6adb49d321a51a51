package org.modelcollapse.collapse.model;

import java.util.Optional;
import java.util.OptionalInt;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

/**
 * What is fitted to each training set and generates points for the next one. A kind of learner is one class that holds
 * all that is known of it: its parameters and their checks, how it is fitted, what its models have, and what they do to
 * the variance, from which the laws follow. Immutable.
 */
public interface Learner {

    /** @return the name for people, as in the middle of a sentence */
    String label();

    /**
     * Fits a model.
     *
     * @param points the training set
     * @param monitor asked whether to go on
     * @return the model; components of a mixture in the order of their means
     * @throws CollapsedException if the training set has no variance left that the learner could work with
     */
    FittedModel learn(Points points, Monitor monitor);

    /**
     * @param dimension number of columns of a point
     * @return which numbers the models have
     */
    ModelShape shape(int dimension);

    /**
     * @param dimension number of columns of a point
     * @return what the models do to the variance, where they are sampled plainly
     */
    ModelVariance variance(int dimension);

    /**
     * @param dimension number of columns of a point
     * @param n points of a training set
     * @throws IllegalArgumentException if such training sets cannot be learnt from
     */
    default void requireSuited(final int dimension, final int n) {
    }

    /** @return the bins that every point is replaced by before it is learnt from, if that is what the learner does */
    default Optional<Bins> bins() {
        return Optional.empty();
    }

    /**
     * @return the divisor of the variance, n less this, if the models are one Gaussian without anything added: what the
     *         laws of one Gaussian are for
     */
    default OptionalInt gaussianDdof() {
        return OptionalInt.empty();
    }

    /**
     * @param original a mixture on the line
     * @param n points of a training set
     * @return whether the models estimate the components of the original by maximum likelihood, or as good as that
     */
    default boolean estimates(final GaussianMixture original, final int n) {
        return false;
    }

    /**
     * @return the learner without what depends on the unit of the data: one whose models lose the same share of the
     *         variance of any original
     */
    default Learner unitless() {
        return this;
    }

    /** @return why the law of the variance depends on the original and its unit even so, in a sentence; empty if it does not */
    default String dependsOnUnit() {
        return "";
    }
}
