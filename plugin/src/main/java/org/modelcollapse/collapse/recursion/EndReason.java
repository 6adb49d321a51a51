package org.modelcollapse.collapse.recursion;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.gmm.Points;

/** Why a run ended. */
public enum EndReason {

    /** All generations were made. */
    ALL_GENERATIONS("all generations"),

    /** The total variance fell below the share of the stop rule. */
    VARIANCE_BELOW_SHARE("variance below the share to stop at"),

    /** A component lost its last point, and the stop rule says to end then. */
    COMPONENT_LOST("component lost"),

    /** The training set had too little variance left for another fit. */
    COLLAPSED("collapsed: no further fit possible"),

    /** The training set had become too wide for the numbers of another fit, as a temperature above 1 makes it. */
    EXPLODED("exploded: too wide for a further fit");

    private final String label;

    EndReason(final String label) {
        this.label = label;
    }

    /** Below what a fit takes, so that a set which is refused for its width is never taken for a collapsed one. */
    static final double WIDEST = 1e139;

    /**
     * @param training a training set that could not be fitted
     * @return whether it had exploded or collapsed
     */
    public static EndReason ofUnfit(final Points training) {
        for (final double[] column : Columns.of(training)) {
            final DoubleSummaryStatistics range = Arrays.stream(column).summaryStatistics();
            if (!(range.getMax() - range.getMin() <= WIDEST)) {
                return EXPLODED;
            }
        }
        return COLLAPSED;
    }

    /** @return the reason in words */
    public String label() {
        return label;
    }
}
