package org.modelcollapse.collapse.regime;

import java.util.Optional;

import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.original.Origin;
import org.modelcollapse.collapse.original.Original;

/**
 * Each fit sees all data so far: training set t has n original points and n points of each fit before (Gerstgrasser et
 * al., arXiv 2404.01413).
 */
public record AccumulateRegime() implements Regime {

    @Override
    public int trainingSize(final int n, final int generation) {
        return Regime.requireArraySize((double)n * generation, generation);
    }

    @Override
    public int generated(final int n, final int generation) {
        return n;
    }

    @Override
    public Holding holding(final int n, final int generations) {
        return Holding.pool(n, generations, trainingSize(n, generations));
    }

    @Override
    public boolean pools() {
        return true;
    }

    @Override
    public TrainingSets begin(final double[][] first, final Origin origin) {
        return new PooledSets(first, (pool, random) -> pool.toColumns());
    }

    @Override
    public double[] expectedVariances(final Original original, final double variance, final int n, final int fits,
        final ModelVariance change) {
        return AccumulationLaw.accumulate(original.firstVariance(variance, n), n, fits, change);
    }

    @Override
    public StepLaw step(final int n) {
        return AccumulationLaw.accumulateStep(n);
    }

    @Override
    public Optional<LongRun> longRun(final int n) {
        return Optional.of(
            new LongRun("However long it runs, it stays above {0}.", AccumulationLaw.accumulateLimit(1, n)));
    }
}
