package org.modelcollapse.knime.bootstrap;

import org.knime.node.parameters.widget.choices.Label;
import org.modelcollapse.gmm.Resampling;

/** What the dialog of "GMM Bootstrap" offers to choose from, each with what it means to the engine. */
final class BootstrapChoices {

    private BootstrapChoices() {
    }

    /** How the data sets come about. */
    enum How {

        @Label(value = "Rows drawn again", description = """
                Rows are drawn with replacement (the nonparametric bootstrap): nothing is taken for granted, not even that the
                rows come from a Gaussian mixture.
                """)
        NONPARAMETRIC(Resampling.NONPARAMETRIC),

        @Label(value = "Rows weighted at random", description = """
                All rows stay, each with a random weight (the weighted likelihood bootstrap): small components do not lose all
                their rows.
                """)
        WEIGHTED(Resampling.WEIGHTED_LIKELIHOOD),

        @Label(value = "Drawn from the mixture", description = """
                Rows are drawn from the mixture (the parametric bootstrap): right if the mixture is, and then a little more
                precise.
                """)
        PARAMETRIC(Resampling.PARAMETRIC);

        final Resampling resampling;

        How(final Resampling resampling) {
            this.resampling = resampling;
        }
    }

    /** Which numbers of components are tested. */
    enum Tested {

        @Label(value = "None", description = "Nothing is tested; the second output has no rows.")
        NONE,

        @Label(value = "This number", description = """
                Whether the mixture's number of components is enough, or the rows need one more.
                """)
        THIS,

        @Label(value = "All up to this", description = """
                The same for one component, for two, and so on up to the mixture's number: read from the top, the first that is
                not rejected is enough.
                """)
        UP_TO
    }
}
