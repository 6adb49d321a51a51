package org.modelcollapse.gmm;

/**
 * Rows that lie elsewhere, in blocks, perhaps on many machines: what {@link Fitter} and {@link BestFit} ask of them. All
 * that the engine wants to know of all rows is a sum over the blocks, taken where the blocks are. Implementations put the
 * results of the blocks together by {@link BlockSum}, which makes the sum a matter of the data alone, not of who took
 * which block: a fit then has the same bits as that of the same rows in memory.
 */
public interface RowBlocks {

    /** {@return the number of rows, at least 1} */
    int size();

    /** {@return the number of columns, at least 1} */
    int dimension();

    /** {@return whether the blocks have row weights} */
    boolean weighted();

    /**
     * Does a task on every block.
     *
     * @param <T> what comes of a block
     * @param task what to do
     * @return the {@linkplain BlockSum#total() total} of the results
     */
    <T> T sum(BlockTask<T> task);
}
