package org.modelcollapse.collapse.model;

import org.modelcollapse.gmm.RandomStream;

/** Anything that independent points can be drawn from. */
public interface PointSource {

    /** @return number of columns of a point */
    int dimension();

    /**
     * Draws independent points.
     *
     * @param columns one array a dimension
     * @param from first row to fill
     * @param to row after the last one to fill
     * @param random the generator
     */
    void fill(double[][] columns, int from, int to, RandomStream random);
}
