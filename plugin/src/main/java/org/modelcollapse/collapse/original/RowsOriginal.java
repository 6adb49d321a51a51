package org.modelcollapse.collapse.original;

import java.util.Objects;
import java.util.Optional;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.math.Spread;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/**
 * Rows to start from: they are training set 1 of every run.
 *
 * @param data the rows
 */
record RowsOriginal(Points data) implements Original {

    /** The rows may not be null. */
    RowsOriginal {
        Objects.requireNonNull(data, "rows");
    }

    @Override
    public int dimension() {
        return data.dimension();
    }

    @Override
    public Optional<GaussianMixture> mixture() {
        return Optional.empty();
    }

    @Override
    public Optional<Points> rows() {
        return Optional.of(data);
    }

    @Override
    public void requireSize(final int n) {
        if (data.size() != n) {
            throw new IllegalArgumentException("The original has " + data.size()
                + " rows, so that n must be as many, but is " + n);
        }
    }

    @Override
    public Spread spread() {
        return Spread.of(Columns.of(data));
    }

    @Override
    public double firstVariance(final double variance, final int n) {
        return variance;
    }

    @Override
    public Origin origin() {
        return new RowsOrigin(Columns.of(data));
    }
}
