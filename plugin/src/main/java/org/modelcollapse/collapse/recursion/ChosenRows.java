package org.modelcollapse.collapse.recursion;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.math.Subset;
import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** Rows that another generator made, of which those that are needed are chosen, without replacement. */
final class ChosenRows implements PointSource {

    private final double[][] rows;
    private final int size;
    private final Subset subset = new Subset();

    ChosenRows(final Points generated) {
        rows = Columns.of(generated);
        size = generated.size();
    }

    @Override
    public int dimension() {
        return rows.length;
    }

    @Override
    public void fill(final double[][] columns, final int from, final int to, final RandomStream random) {
        subset.copy(rows, size, to - from, columns, from, random);
    }
}
