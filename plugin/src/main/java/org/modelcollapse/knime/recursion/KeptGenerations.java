package org.modelcollapse.knime.recursion;

import java.util.stream.IntStream;

import org.knime.node.parameters.widget.choices.Label;

/** Which training sets are kept for histograms, as the dialog offers it. */
enum KeptGenerations {

    @Label(value = "First and last", description = "The training sets of the first and the last generation.")
    FIRST_AND_LAST,

    @Label(value = "Every nth", description = "The first, every nth after it, and the last.")
    EVERY_NTH,

    @Label(value = "None", description = "No training set: the table of kept training sets is empty.")
    NONE;

    /**
     * @param generation from 1
     * @param last the number of the last generation
     * @param every the n of every nth
     * @return whether to keep that generation's training set
     */
    public boolean keeps(final int generation, final int last, final int every) {
        return switch (this) {
            case FIRST_AND_LAST -> generation == 1 || generation == last;
            case EVERY_NTH -> (generation - 1) % every == 0 || generation == last;
            case NONE -> false;
        };
    }

    /**
     * @param last the number of the last generation
     * @param every the n of every nth
     * @return the generations that are kept, ascending
     */
    IntStream generations(final int last, final int every) {
        return switch (this) {
            case FIRST_AND_LAST -> IntStream.of(1, last).distinct();
            case EVERY_NTH -> IntStream.concat(
                IntStream.rangeClosed(0, (last - 1) / every).map(i -> 1 + i * every), IntStream.of(last)).distinct();
            case NONE -> IntStream.empty();
        };
    }

    /**
     * @param last the number of the last generation
     * @param every the n of every nth
     * @return how many generations are kept
     */
    public long count(final int last, final int every) {
        return switch (this) {
            case FIRST_AND_LAST -> Math.min(last, 2);
            case EVERY_NTH -> (last - 1) / every + 1 + ((last - 1) % every == 0 ? 0 : 1);
            case NONE -> 0;
        };
    }
}
