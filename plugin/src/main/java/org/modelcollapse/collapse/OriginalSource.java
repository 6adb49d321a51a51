package org.modelcollapse.collapse;

/** Where the original points of each later training set come from. */
public enum OriginalSource {

    /** Without replacement from the fixed original data set, which is training set 1. */
    FIXED_SET,

    /**
     * Drawn anew each generation: from the original mixture, or, where the original is given as rows, with
     * replacement from those rows.
     */
    FRESH
}
