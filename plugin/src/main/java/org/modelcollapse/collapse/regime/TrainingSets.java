package org.modelcollapse.collapse.regime;

import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.gmm.RandomStream;

/**
 * Makes the training sets of one run after the first, one from the other. Mutable, of one thread.
 *
 * <p>A part of a set that is empty, or that takes all of its source, draws nothing from the generator.
 */
public interface TrainingSets {

    /**
     * @param fitted where generated points come from
     * @param random the generator
     * @return the next training set, one array a column; nobody may write to it
     */
    double[][] next(PointSource fitted, RandomStream random);

    /** @return the points that the last step added to all data so far, where data accumulate; else null */
    default double[][] appended() {
        return null;
    }
}
