package org.modelcollapse.gmm;

/** Why an EM fit ended. */
public enum StopReason {

    /** The mean log-likelihood changed by less than the tolerance. */
    CONVERGED,

    /** The number of iterations reached its limit. */
    MAX_ITERATIONS
}
