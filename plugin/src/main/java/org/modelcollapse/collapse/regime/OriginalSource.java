package org.modelcollapse.collapse.regime;

/** Where the original points of each later training set come from. */
public enum OriginalSource {

    /**
     * Drawn anew in each generation: from the original mixture, or, where the original is given as rows, with
     * replacement from those rows. It is what the post does, and fresh real data in every generation.
     */
    FRESH,

    /** Without replacement from one fixed data set, which is training set 1: the same real data again and again. */
    FIXED_SET
}
