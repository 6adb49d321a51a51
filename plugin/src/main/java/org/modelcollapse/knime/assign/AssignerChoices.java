package org.modelcollapse.knime.assign;

import org.knime.node.parameters.widget.choices.Label;

/** What the dialog of "GMM Assigner" offers to choose from. */
final class AssignerChoices {

    private AssignerChoices() {
    }

    /** How outliers are found. */
    enum Outliers {

        @Label(value = "Off", description = "No row is called an outlier.")
        OFF,

        @Label(value = "By distance", description = """
                By the distance to the most probable component (Mahalanobis's), whose square has a chi-square distribution:
                quick and usual. Rows between components that overlap look a little farther out than they are.
                """)
        DISTANCE,

        @Label(value = "By density", description = """
                By the density of the mixture: the p-value is the probability of all places where the density is not higher.
                It is right however the components overlap, and is estimated from draws of the mixture.
                """)
        DENSITY
    }

    /** What is made of a row of which some columns are not known. */
    enum Unknown {

        @Label(value = "Use the other columns", description = """
                The results are those of the columns that the row has; the input stays as it is.
                """)
        USE,

        @Label(value = "Fill in the expectation", description = """
                The same, and the unknown values are replaced by their expectation, given those that the row has. Filled rows
                then spread less than the others.
                """)
        MEAN,

        @Label(value = "Fill in a draw", description = """
                The same, and the unknown values are replaced by random ones of their distribution, given those that the row
                has: means, variances and correlations stay what they were.
                """)
        DRAW,

        @Label(value = "Give missing cells", description = "Such a row gets missing cells for all results.")
        MISSING;

        boolean fills() {
            return this == MEAN || this == DRAW;
        }
    }
}
