package org.modelcollapse.gmm;

import java.util.Objects;

/** Where EM starts from. */
public sealed interface Start {

    /**
     * Clusters by k-means (k-means++ with greedy trials, then Lloyd's algorithm), then takes weight, mean and
     * covariance of each cluster, as scikit-learn does by default.
     */
    record KMeans() implements Start {
    }

    /** Distinct random rows as means, equal weights, and the covariance of the whole data for every component. */
    record RandomPoints() implements Start {
    }

    /**
     * The clusters of a model-based hierarchical clustering, as R's mclust takes them by default: in several columns on the
     * columns scaled by their singular value decomposition, with a covariance for each cluster (VVV); in one column with one
     * variance if the fit is to have one (E), or one for each cluster (V). Of more than 2,000 rows, as many random ones are
     * clustered.
     */
    record Hierarchical() implements Start {
    }

    /**
     * A given mixture, its components in their order. Where the settings ask for another covariance type, its
     * covariances are turned into that type.
     *
     * @param mixture the start
     */
    record Given(GaussianMixture mixture) implements Start {
        /** Refuses nothing but {@code null}: whether the mixture suits the data is seen when fitting. */
        public Given {
            Objects.requireNonNull(mixture, "mixture");
        }
    }

    /** {@return the start by k-means} */
    static Start kMeans() {
        return new KMeans();
    }

    /** {@return the start by random rows} */
    static Start randomPoints() {
        return new RandomPoints();
    }

    /** {@return the start by model-based hierarchical clustering} */
    static Start hierarchical() {
        return new Hierarchical();
    }

    /**
     * The start from a mixture.
     *
     * @param mixture the start
     * @return it, as a start
     */
    static Start given(final GaussianMixture mixture) {
        return new Given(mixture);
    }
}
