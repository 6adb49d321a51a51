package org.modelcollapse.gmm;

/** Why an EM fit ended. */
public enum StopReason {

    /** The mean log-likelihood changed by less than the tolerance. */
    CONVERGED,

    /** The number of iterations reached its limit. */
    MAX_ITERATIONS,

    /**
     * The next step of maximum likelihood would have lowered the log-likelihood, which only rounding does: a component is
     * on its way onto a point or a line. That step was not taken.
     */
    ROUNDING
}
