package org.modelcollapse.collapse.original;

import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.gmm.RandomStream;

/** The original of one run: hands out training set 1, and draws fresh points later. */
public interface Origin extends PointSource {

    /**
     * @param n number of points
     * @param random the generator
     * @return training set 1; nobody may write to it
     */
    double[][] first(int n, RandomStream random);
}
