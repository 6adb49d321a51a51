package org.modelcollapse.gmm;

/**
 * The E-step over a stretch of rows. An instance has working memory of its own: one thread at a time. The result for a
 * stretch depends on the stretch and the parameters alone.
 */
interface ChunkKernel {

    /**
     * Computes the sums of a stretch.
     *
     * @param parameters where
     * @param entropy whether the entropy is wanted too; otherwise it is undefined
     * @param from first row
     * @param to row after the last
     * @return the sums, in a new object
     */
    Statistics sums(Parameters parameters, boolean entropy, int from, int to);

    /**
     * Computes the log density of each row of a stretch.
     *
     * @param parameters where
     * @param from first row
     * @param to row after the last
     * @param out an array for all rows, of which those of the stretch are written
     */
    void logDensities(Parameters parameters, int from, int to, double[] out);

    /**
     * Computes the responsibilities of a stretch: for each row the probabilities of the components given the row.
     *
     * @param parameters where
     * @param from first row
     * @param to row after the last
     * @param out an array a component, each for all rows, of which those of the stretch are written
     */
    void responsibilities(Parameters parameters, int from, int to, double[][] out);
}
