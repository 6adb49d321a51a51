package org.modelcollapse.gmm;

import java.util.Objects;

/**
 * Something that the reader of a fit should know.
 *
 * @param kind what it is
 * @param component the component that it is about, from 0, or -1 if it is about the whole fit
 * @param detail the same in words, with what to do about it; about a component, it continues "Component k"
 */
public record FitWarning(Kind kind, int component, String detail) {

    /** The kinds of warning. */
    public enum Kind {
        /** EM reached the limit of iterations first. */
        NOT_CONVERGED,
        /** EM stopped by a tolerance so loose that parameters were still on the move. */
        LOOSE_TOLERANCE,
        /** EM stopped since rounding would have lowered the log-likelihood. */
        ROUNDING,
        /** Going on would raise the log-likelihood by more than 1. */
        PLATEAU,
        /** The best maximum was not found as often as the effort asks. */
        UNSURE_MAXIMUM,
        /** All starts of a search ended in spikes. */
        ONLY_SPIKES,
        /** A component has lost all rows. */
        DEAD_COMPONENT,
        /** A component has lost all variance but what regularisation or the numerical floor gives it. */
        COLLAPSED_COMPONENT,
        /** A dead or collapsed component was put elsewhere. */
        RESEEDED_COMPONENT,
        /** Regularisation makes up much of a variance because a column varies little in the units it comes in. */
        REGULARIZATION_DOMINATES
    }

    /** Refuses {@code null}. */
    public FitWarning {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    /** {@return a sentence or two for people, components counted from 1} */
    public String message() {
        return component < 0 ? detail : "Component " + (component + 1) + " " + detail;
    }

    FitWarning withComponent(final int value) {
        return new FitWarning(kind, value, detail);
    }
}
