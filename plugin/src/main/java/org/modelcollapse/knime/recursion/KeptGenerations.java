package org.modelcollapse.knime.recursion;

import org.knime.node.parameters.widget.choices.Label;
import org.modelcollapse.collapse.experiment.Generations;

/** Which training sets are kept for histograms, as the dialog offers it. */
enum KeptGenerations {

    @Label(value = "First and last", description = "The training sets of the first and the last generation.")
    FIRST_AND_LAST,

    @Label(value = "Every nth", description = "The first, every nth after it, and the last.")
    EVERY_NTH,

    @Label(value = "None", description = "No training set: the table of kept training sets is empty.")
    NONE;

    /**
     * @param last the number of the last generation
     * @param every the n of every nth; of no matter for the others
     * @return the generations that are kept
     */
    Generations generations(final int last, final int every) {
        return switch (this) {
            case FIRST_AND_LAST -> Generations.every(last, last);
            case EVERY_NTH -> Generations.every(every, last);
            case NONE -> Generations.none();
        };
    }
}
