package org.modelcollapse.collapse.regime;

import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.original.Origin;
import org.modelcollapse.collapse.original.Original;

/**
 * All data so far are kept, but each fit sees n of them, drawn without replacement: accumulate with a fixed budget
 * ("accumulate-subsample", Kazdan et al., arXiv 2410.16713).
 */
public record BudgetRegime() implements Regime {

    @Override
    public int trainingSize(final int n, final int generation) {
        return n;
    }

    @Override
    public int generated(final int n, final int generation) {
        return n;
    }

    @Override
    public Holding holding(final int n, final int generations) {
        Regime.requireArraySize((double)n * generations, generations); // as many are kept as if each fit saw them all
        return Holding.pool(n, generations, n);
    }

    @Override
    public boolean pools() {
        return true;
    }

    @Override
    public TrainingSets begin(final double[][] first, final Origin origin) {
        final int n = first[0].length;
        return new PooledSets(first, (pool, random) -> pool.sample(n, random));
    }

    @Override
    public double[] expectedVariances(final Original original, final double variance, final int n, final int fits,
        final ModelVariance change) {
        return AccumulationLaw.accumulateSubsample(original.firstVariance(variance, n), n, fits, change);
    }

    @Override
    public StepLaw step(final int n) {
        return AccumulationLaw.accumulateSubsampleStep(n);
    }
}
