package org.modelcollapse.knime.fit;

import java.util.List;

import org.knime.node.parameters.widget.choices.Label;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.DegeneratePolicy;
import org.modelcollapse.gmm.Effort;
import org.modelcollapse.gmm.Start;

/** What the dialog of "Fit GMM" offers to choose from, each with what it means to the engine. */
final class FitChoices {

    private FitChoices() {
    }

    /** What is done with rows that have a missing, NaN or infinite value. */
    enum Unusable {

        @Label(value = "Skip the row", description = """
                Rows with a missing, NaN or infinite value in a selected column are left out; a warning counts them.
                """)
        SKIP,

        @Label(value = "Use the rest", description = """
                EM uses what a row has: it finds the mixture under which the values that are there are most likely, which is right
                if what is missing is missing at random. Better than leaving rows out, or filling in means, where many rows
                have a gap. Slower than with whole rows.
                """)
        USE,

        @Label(value = "Fail", description = """
                The node fails at the first missing, NaN or infinite value and names its row and column.
                """)
        FAIL
    }

    /** How the number of components is found. */
    enum Components {

        @Label(value = "Given", description = "Fit exactly the number of components given below.")
        GIVEN,

        @Label(value = "Choose for me", description = """
                Fit every number of components in a range, with one or several kinds of covariance, and keep the fit that a
                criterion prefers. The report lists them all.
                """)
        CHOSEN
    }

    /** What decides between numbers of components. */
    enum ChosenBy {

        @Label(value = "BIC", description = """
                Schwarz's Bayesian information criterion: the usual choice. With enough data it finds the true number.
                """)
        BIC(Criterion.BIC),

        @Label(value = "AIC", description = """
                Akaike's information criterion: charges less for a component, so it tends to choose more of them.
                """)
        AIC(Criterion.AIC),

        @Label(value = "ICL", description = """
                Integrated completed likelihood: BIC that also charges for overlap, so it prefers well separated
                components, that is clusters.
                """)
        ICL(Criterion.ICL);

        final Criterion criterion;

        ChosenBy(final Criterion criterion) {
            this.criterion = criterion;
        }
    }

    /**
     * What the covariances of the components have in common. Of three letters the first is about volumes, the second about
     * shapes, the third about orientations; E is equal, V varying, I along the columns or a sphere.
     */
    enum Covariance {

        @Label(value = "Full (VVV)", description = "Every component has a covariance matrix of its own.")
        FULL(CovarianceType.FULL),

        @Label(value = "Tied (EEE)", description = "All components share one covariance matrix.")
        TIED(CovarianceType.TIED),

        @Label(value = "Diagonal (VVI)", description = """
                Every component has a variance of its own for each column; the columns are uncorrelated within it.
                """)
        DIAGONAL(CovarianceType.DIAGONAL),

        @Label(value = "Spherical (VII)", description = "Every component has one variance, the same for all columns.")
        SPHERICAL(CovarianceType.SPHERICAL),

        @Label(value = "EII: equal spheres", description = "One variance for all components and columns.")
        EII(CovarianceType.EII),

        @Label(value = "EEI: equal axes along the columns", description = """
                A variance for each column, the same in all components; the columns are uncorrelated within them.
                """)
        EEI(CovarianceType.EEI),

        @Label(value = "VEI: axes along the columns, equal shapes", description = """
                As EEI, times a volume of each component.
                """)
        VEI(CovarianceType.VEI),

        @Label(value = "EVI: axes along the columns, equal volumes", description = """
                As Diagonal, but all components have the same volume.
                """)
        EVI(CovarianceType.EVI),

        @Label(value = "VEE: equal shapes and orientations", description = """
                One covariance matrix times a volume of each component.
                """)
        VEE(CovarianceType.VEE),

        @Label(value = "EVE: equal volumes and orientations", description = """
                All components have the same axes and the same volume, each its own shape.
                """)
        EVE(CovarianceType.EVE),

        @Label(value = "VVE: equal orientations", description = """
                All components have the same axes, along which each has variances of its own.
                """)
        VVE(CovarianceType.VVE),

        @Label(value = "EEV: equal volumes and shapes", description = """
                All components are the same ellipsoid, each turned its own way.
                """)
        EEV(CovarianceType.EEV),

        @Label(value = "VEV: equal shapes", description = """
                As EEV, each component of its own volume.
                """)
        VEV(CovarianceType.VEV),

        @Label(value = "EVV: equal volumes", description = """
                As Full, but all components have the same volume.
                """)
        EVV(CovarianceType.EVV);

        final CovarianceType type;

        Covariance(final CovarianceType type) {
            this.type = type;
        }
    }

    /** Which kinds of covariance are tried where the number of components is chosen. */
    enum Families {

        @Label(value = "One", description = "The one chosen below.")
        ONE,

        @Label(value = "Four", description = "Full, tied, diagonal and spherical, the types that scikit-learn has.")
        FOUR,

        @Label(value = "All 14", description = "All those that R's mclust has; in one dimension these are two.")
        ALL;

        List<CovarianceType> of(final CovarianceType one) {
            return switch (this) {
                case ONE -> List.of(one);
                case FOUR -> List.of(CovarianceType.SPHERICAL, CovarianceType.DIAGONAL, CovarianceType.TIED,
                    CovarianceType.FULL);
                case ALL -> List.of(CovarianceType.values());
            };
        }
    }

    /** When EM stops and what it adds to variances. */
    enum Preset {

        @Label(value = "Best fit", description = """
                The highest maximum of the likelihood that can be found: EM to convergence, accelerated, from as many
                starts as it takes (k-means, splitting, random rows), with components merged and split from the best.
                Of many rows a sample is searched, or in one column a fine grid, and EM on all rows follows. Spikes,
                components on hardly more than a point or a line, do not win. The report tells how often the best was found. With a start mixture connected there is nothing to
                search: EM goes from that to convergence.
                """)
        BEST,

        @Label(value = "As scikit-learn by default", description = """
                Tolerance 0.001, at most 100 iterations, regularisation 0.000001: the same answer as scikit-learn's
                GaussianMixture with its defaults, from the same start. Fast, but often stops before the parameters have
                settled.
                """)
        SKLEARN,

        @Label(value = "Converged", description = """
                One maximum, that which the start leads to: tolerance 10<sup>-10</sup>, at most 10,000 iterations, accelerated, same regularisation: iterates until
                nothing of interest changes.
                """)
        CONVERGED,

        @Label(value = "Custom", description = "Tolerance, iterations, regularisation and acceleration as set below.")
        CUSTOM
    }

    /** How long the best maximum is searched for. */
    enum HowLong {

        @Label(value = "Quick", description = "Until the best maximum was found twice: for a first look.")
        QUICK(Effort.QUICK),

        @Label(value = "Usual", description = "Until it was found four times, in at least 32 starts.")
        USUAL(Effort.USUAL),

        @Label(value = "Thorough", description = "Until it was found ten times, in at least 128 starts.")
        THOROUGH(Effort.THOROUGH);

        final Effort effort;

        HowLong(final Effort effort) {
            this.effort = effort;
        }
    }

    /** Where EM starts from. */
    enum StartFrom {

        @Label(value = "k-means", description = """
                Clusters found by k-means, itself started by k-means++ with greedy trials, as in scikit-learn; of one
                column with more than 2,048 rows the borders between them are put on a fine grid.
                """)
        KMEANS(Start.kMeans()),

        @Label(value = "Random rows", description = """
                Random rows as means, equal weights, and the covariance of the whole data for every component.
                """)
        RANDOM_ROWS(Start.randomPoints()),

        @Label(value = "Hierarchical", description = """
                The clusters of a model-based hierarchical clustering, as R's mclust starts; of more than 2,000 rows, so many
                random ones are clustered.
                """)
        HIERARCHICAL(Start.hierarchical());

        final Start start;

        StartFrom(final Start start) {
            this.start = start;
        }
    }

    /** What happens if no mixture can be fitted. */
    enum NoFit {
        @Label(value = "End the loop", description = """
                In a recursive collapse loop the mixture table is empty; the loop then ends with the generations that it
                has, and tells the reason. Elsewhere the node fails.
                """)
        END_LOOP,

        @Label(value = "Fail", description = "The node fails and says why, in a loop too.")
        FAIL
    }

    /** What happens to a component that loses its rows or its variance. */
    enum Degenerate {

        @Label(value = "Keep and warn", description = "It stays in the mixture, and a warning names it.")
        KEEP(DegeneratePolicy.KEEP),

        @Label(value = "Put elsewhere", description = """
                It is put to a random row with the covariance of the whole data, a few times at most, and a warning names
                it.
                """)
        RESEED(DegeneratePolicy.RESEED),

        @Label(value = "Fail", description = "The node fails and names the component.")
        FAIL(DegeneratePolicy.FAIL);

        final DegeneratePolicy policy;

        Degenerate(final DegeneratePolicy policy) {
            this.policy = policy;
        }
    }
}
