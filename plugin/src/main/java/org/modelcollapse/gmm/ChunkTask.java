package org.modelcollapse.gmm;

import java.io.Serializable;

/**
 * What is to be found out about all rows, a chunk at a time; see {@link BlockTask}.
 *
 * @param <T> what comes of a chunk; may be null
 */
interface ChunkTask<T> extends Serializable {

    /** The result for a chunk, an object of its own. */
    T of(Chunk chunk);

    /** The result for two stretches of chunks, the earlier one first, which may be written to and returned. */
    T sum(T earlier, T later);

    /** Adds the numbers of an array to those of another one. */
    static double[] add(final double[] sum, final double[] term) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += term[i];
        }
        return sum;
    }
}
