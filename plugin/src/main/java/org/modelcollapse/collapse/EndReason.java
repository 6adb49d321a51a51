package org.modelcollapse.collapse;

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

    /** @return the reason in words */
    public String label() {
        return label;
    }
}
