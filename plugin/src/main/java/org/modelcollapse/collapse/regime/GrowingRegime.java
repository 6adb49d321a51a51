package org.modelcollapse.collapse.regime;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.collapse.original.Origin;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.RandomStream;

/**
 * Replace with growing sample sizes: training set t has {@code (int)(n * t^exponent)} points. The variance keeps a share
 * for ever if and only if the sum of 1 / n_t is finite, that is for exponents above 1 (superlinear).
 *
 * @param exponent 0 for constant, 1 for linear, more for superlinear growth; from 0 to 10
 */
public record GrowingRegime(double exponent) implements Regime {

    /** @throws IllegalArgumentException if the exponent is outside 0 to 10 or not a number */
    public GrowingRegime {
        if (!(exponent >= 0 && exponent <= 10)) {
            throw new IllegalArgumentException("The growth exponent must be from 0 to 10, but is " + exponent);
        }
    }

    @Override
    public int trainingSize(final int n, final int generation) {
        return Regime.requireArraySize(n * StrictMath.pow(generation, exponent), generation);
    }

    @Override
    public int generated(final int n, final int generation) {
        return trainingSize(n, generation);
    }

    @Override
    public Holding holding(final int n, final int generations) {
        final int largest = trainingSize(n, generations);
        return Holding.sets(2L * largest + n, largest);
    }

    @Override
    public TrainingSets begin(final double[][] first, final Origin origin) {
        return new TrainingSets() {

            private int generation = 1;

            @Override
            public double[][] next(final PointSource fitted, final RandomStream random) {
                generation++;
                final double[][] next = Columns.create(first.length, trainingSize(first[0].length, generation));
                fitted.fill(next, 0, next[0].length, random);
                return next;
            }
        };
    }

    @Override
    public double[] expectedVariances(final Original original, final double variance, final int n, final int fits,
        final ModelVariance change) {
        return AccumulationLaw.growing(original.firstVariance(variance, n), t -> trainingSize(n, t), fits, change);
    }

    @Override
    public StepLaw step(final int n) {
        return AccumulationLaw.growingStep(t -> trainingSize(n, t));
    }
}
