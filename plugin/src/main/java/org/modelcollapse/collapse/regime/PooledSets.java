package org.modelcollapse.collapse.regime;

import java.util.function.BiFunction;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.gmm.RandomStream;

/** Training sets where all data are kept: n more points a generation, and what is taken of all of them. */
final class PooledSets implements TrainingSets {

    private final Pool pool;
    private final int n;
    private final BiFunction<Pool, RandomStream, double[][]> taken;
    private double[][] appended;

    PooledSets(final double[][] first, final BiFunction<Pool, RandomStream, double[][]> taken) {
        this.pool = new Pool(first);
        this.n = first[0].length;
        this.taken = taken;
    }

    @Override
    public double[][] next(final PointSource fitted, final RandomStream random) {
        appended = Columns.create(fitted.dimension(), n);
        fitted.fill(appended, 0, n, random);
        pool.append(appended);
        return taken.apply(pool, random);
    }

    @Override
    public double[][] appended() {
        return appended;
    }
}
