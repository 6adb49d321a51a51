package org.modelcollapse.collapse;

import org.modelcollapse.gmm.RandomStream;

/** The original of one run: hands out training set 1, and fresh points later. */
final class Origin {

    private final PointSource source;
    private final boolean rows;

    private Origin(final PointSource source, final boolean rows) {
        this.source = source;
        this.rows = rows;
    }

    static Origin of(final Original original) {
        if (original instanceof Original.OfRows given) {
            return new Origin(new RowsSource(Columns.of(given.rows())), true);
        }
        return new Origin(new MixtureModel(((Original.OfMixture)original).mixture()), false);
    }

    PointSource source() {
        return source;
    }

    double[][] first(final int n, final RandomStream random) {
        if (rows) {
            return ((RowsSource)source).rows();
        }
        final double[][] columns = Columns.create(source.dimension(), n);
        source.fill(columns, 0, n, random);
        return columns;
    }
}
