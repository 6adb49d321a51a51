package org.modelcollapse.knime.bayes;

import org.knime.node.parameters.widget.choices.Label;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Start;
import org.modelcollapse.gmm.WeightPrior;

/** What the dialog of "Fit Bayesian GMM" offers to choose from, each with what it means to the engine. */
final class BayesChoices {

    private BayesChoices() {
    }

    /** What the covariances of the components have in common. */
    enum Covariance {

        @Label(value = "Full", description = "Every component has a covariance matrix of its own.")
        FULL(CovarianceType.FULL),

        @Label(value = "Tied", description = "All components share one covariance matrix.")
        TIED(CovarianceType.TIED),

        @Label(value = "Diagonal", description = """
                Every component has a variance of its own for each column; the columns are uncorrelated within it.
                """)
        DIAGONAL(CovarianceType.DIAGONAL),

        @Label(value = "Spherical", description = "Every component has one variance, the same for all columns.")
        SPHERICAL(CovarianceType.SPHERICAL);

        final CovarianceType type;

        Covariance(final CovarianceType type) {
            this.type = type;
        }
    }

    /** The kind of the prior of the weights. */
    enum Prior {

        @Label(value = "Dirichlet process", description = """
                The first component takes a share, the second a share of what is left, and so on: a few large components and
                small ones without end, of which those that the rows do not need die.
                """)
        PROCESS(WeightPrior.DIRICHLET_PROCESS),

        @Label(value = "Dirichlet distribution", description = """
                All components are alike beforehand. With a small concentration those that the rows do not need die here, too.
                """)
        DISTRIBUTION(WeightPrior.DIRICHLET_DISTRIBUTION);

        final WeightPrior prior;

        Prior(final WeightPrior prior) {
            this.prior = prior;
        }
    }

    /** When the fit stops. */
    enum Preset {

        @Label(value = "Converged", description = """
                Tolerance 0.000001, at most 10,000 iterations: until nothing of interest changes. Components often die late.
                """)
        CONVERGED,

        @Label(value = "As scikit-learn by default", description = """
                Tolerance 0.001, at most 100 iterations: the same answer as scikit-learn's BayesianGaussianMixture with its
                defaults, from the same start.
                """)
        SKLEARN,

        @Label(value = "Custom", description = "Tolerance, iterations and regularisation as set below.")
        CUSTOM
    }

    /** Where the fit starts from. */
    enum StartFrom {

        @Label(value = "k-means", description = """
                Clusters found by k-means, itself started by k-means++ with greedy trials, as in scikit-learn.
                """)
        KMEANS(Start.kMeans()),

        @Label(value = "Random rows", description = """
                Random rows as means, equal weights, and the covariance of the whole data for every component.
                """)
        RANDOM_ROWS(Start.randomPoints());

        final Start start;

        StartFrom(final Start start) {
            this.start = start;
        }
    }
}
