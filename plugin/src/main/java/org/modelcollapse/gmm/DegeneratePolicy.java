package org.modelcollapse.gmm;

/** What happens to a component that dies (loses its rows) or collapses onto a point (loses its variance). */
public enum DegeneratePolicy {

    /**
     * It stays and is reported: a dead component with (almost) no weight where it was, a collapsed one with the least
     * variance allowed.
     */
    KEEP,

    /** It is put to a random row with the covariance of the whole data, a few times at most, and reported. */
    RESEED,

    /** The fit fails with a {@link DegenerateFitException}. */
    FAIL
}
