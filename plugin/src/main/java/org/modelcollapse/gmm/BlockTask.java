package org.modelcollapse.gmm;

import java.io.Serializable;

/**
 * What is done with every block of the rows. It travels to where the blocks are, and its results travel back, by Java's
 * serialization within one version of the program. Safe for use by several threads.
 *
 * @param <T> what comes of a block; may be null
 */
public interface BlockTask<T> extends Serializable {

    /**
     * Does the work for one block.
     *
     * @param block the rows
     * @return the result, an object of its own
     */
    T of(RowBlock block);

    /**
     * Adds two results.
     *
     * @param earlier of a stretch of blocks, which may be written to and returned
     * @param later of the stretch behind it
     * @return the result of both stretches
     */
    T sum(T earlier, T later);
}
