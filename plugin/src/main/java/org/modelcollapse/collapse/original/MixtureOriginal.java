package org.modelcollapse.collapse.original;

import java.util.Objects;
import java.util.Optional;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.math.Spread;
import org.modelcollapse.collapse.model.MixtureModel;
import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/**
 * A mixture to draw from: every run draws a training set 1 of its own.
 *
 * @param distribution the mixture
 */
record MixtureOriginal(GaussianMixture distribution) implements Original {

    /** The mixture may not be null. */
    MixtureOriginal {
        Objects.requireNonNull(distribution, "mixture");
    }

    @Override
    public int dimension() {
        return distribution.dimension();
    }

    @Override
    public Optional<GaussianMixture> mixture() {
        return Optional.of(distribution);
    }

    @Override
    public Optional<Points> rows() {
        return Optional.empty();
    }

    @Override
    public void requireSize(final int n) {
        // as many as are wished
    }

    @Override
    public Spread spread() {
        return new Spread(distribution.mean(), distribution.totalVariance());
    }

    @Override
    public double firstVariance(final double variance, final int n) {
        return variance * (n - 1) / n;
    }

    @Override
    public Origin origin() {
        final PointSource source = new MixtureModel(distribution);
        return new Origin() {

            @Override
            public int dimension() {
                return source.dimension();
            }

            @Override
            public void fill(final double[][] columns, final int from, final int to, final RandomStream random) {
                source.fill(columns, from, to, random);
            }

            @Override
            public double[][] first(final int n, final RandomStream random) {
                final double[][] columns = Columns.create(dimension(), n);
                fill(columns, 0, n, random);
                return columns;
            }
        };
    }
}
