package org.modelcollapse.collapse.metric;

import org.modelcollapse.collapse.model.ModelShape;

/** What can be measured of each generation's fitted model. */
public enum Metric {

    /** Trace of the covariance of the fitted model, in squared units of the data. */
    TOTAL_VARIANCE("Total variance"),

    /** Mean of the fitted model, a number a dimension. */
    MEAN("Mean"),

    /**
     * Weight, mean and standard deviation of each component, in the order of the means (in several dimensions the trace
     * of its covariance instead of the deviation). Of bins and categories the weight.
     */
    COMPONENTS("Components"),

    /** Entropy of the weights in nats, {@code -sum w log w}. */
    WEIGHT_ENTROPY("Entropy of weights"),

    /** {@code 1 - sum w^2}: the chance that two points are of different components (Wright-Fisher heterozygosity). */
    WEIGHT_DIVERSITY("Diversity of weights"),

    /** Number of components with a weight of one point of the training set, 1/n, or more. */
    SURVIVING_COMPONENTS("Surviving components"),

    /** Wasserstein distance of order 1 to the original. */
    WASSERSTEIN_1("W1 to original"),

    /** Wasserstein distance of order 2 to the original. */
    WASSERSTEIN_2("W2 to original"),

    /** Kullback-Leibler divergence KL(fitted || original) in nats. */
    KL_FITTED_ORIGINAL("KL(fitted || original)"),

    /** Kullback-Leibler divergence KL(original || fitted) in nats: what forgetting the tails costs. */
    KL_ORIGINAL_FITTED("KL(original || fitted)"),

    /** Jensen-Shannon divergence to the original in nats, from 0 to ln 2. */
    JENSEN_SHANNON("JS to original"),

    /** Probability that the fitted model gives to what lies below the original's 1 % quantile. */
    LOWER_TAIL("Mass below 1 % quantile"),

    /** Probability that the fitted model gives to what lies above the original's 99 % quantile. */
    UPPER_TAIL("Mass above 99 % quantile"),

    /**
     * Mean log-likelihood of the original under the fitted model in nats a point: of the distribution where it is a
     * mixture in one dimension, else of training set 1.
     */
    LOG_LIKELIHOOD("Log-likelihood of original");

    private final String label;

    Metric(final String label) {
        this.label = label;
    }

    /** @return the name for people: of a column, or of a group of columns */
    public String label() {
        return label;
    }

    /** Whether models of this shape have what is measured. */
    boolean suits(final ModelShape shape) {
        return switch (this) {
            case TOTAL_VARIANCE, MEAN, LOWER_TAIL, UPPER_TAIL -> true;
            case COMPONENTS, WEIGHT_ENTROPY, WEIGHT_DIVERSITY, SURVIVING_COMPONENTS -> shape.weighted();
            default -> shape.mixture();
        };
    }
}
