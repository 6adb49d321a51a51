package org.modelcollapse.gmm;

/**
 * How long the search for the best maximum goes on: until the best has come back a number of times and a number of starts
 * have been made, or all of a first round have ended in the same maximum, or a limit is reached.
 */
public enum Effort {

    /** The best must have been found twice: for a first look. */
    QUICK(2, 8, 16, 1),

    /** Four times in at least 32 starts. */
    USUAL(4, 32, 96, 2),

    /** Ten times in at least 128 starts. */
    THOROUGH(10, 128, 512, 4);

    private final int returns;

    private final int leastStarts;

    private final int mostStarts;

    private final int refinements;

    Effort(final int returns, final int leastStarts, final int mostStarts, final int refinements) {
        this.returns = returns;
        this.leastStarts = leastStarts;
        this.mostStarts = mostStarts;
        this.refinements = refinements;
    }

    /** {@return how often the best maximum must have been found} */
    public int returns() {
        return returns;
    }

    /** {@return how many starts are made at least, unless the first ones all end in the same maximum} */
    public int leastStarts() {
        return leastStarts;
    }

    /** {@return how many starts are made at most} */
    public int mostStarts() {
        return mostStarts;
    }

    /** From how many of the best maxima of a round split and merge are tried. */
    int refinements() {
        return refinements;
    }
}
