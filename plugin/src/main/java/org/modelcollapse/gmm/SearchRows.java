package org.modelcollapse.gmm;

import java.util.Arrays;

/** The rows that starts are compared on: few enough that a climb takes little time, however many rows there are. */
final class SearchRows {

    /** Cells of a grid for each component, in one column. */
    private static final int CELLS_OF_COMPONENT = 128;

    /** A grid on which one cell holds a larger share says little about its middle. */
    private static final double FULLEST = 0.1;

    /** Rows of a sample in several columns: so many at least, and so many for each component. */
    private static final int SAMPLE = 4000;

    private static final int SAMPLE_OF_COMPONENT = 500;

    private SearchRows() {
    }

    /** The data themselves where they are few; of one column, the means of the cells of a fine grid; or random rows. */
    static FitData of(final FitData data, final int components, final RandomStream random) {
        final int cells = Math.max(2, components) * CELLS_OF_COMPONENT;
        if (data.dimension() == 1 && data.size() > 4 * cells) {
            final FitData grid = grid(data, cells);
            if (grid != null) {
                return grid;
            }
        }
        final int sample = Math.max(SAMPLE, SAMPLE_OF_COMPONENT * components);
        if (data.size() <= 2 * sample) {
            return data;
        }
        final int[] rows = random.choose(data.size(), sample);
        Arrays.sort(rows);
        return data.rows(rows, Arrays.stream(rows).mapToDouble(data::weight).toArray());
    }

    private static FitData grid(final FitData data, final int cells) {
        final double[] weight = new double[cells];
        final double[] sum = new double[cells];
        final double least = data.least(0);
        final double scale = cells / (data.greatest(0) - least);
        for (int i = 0; i < data.size(); i++) {
            final double x = data.value(i, 0);
            final int cell = Math.min(cells - 1, (int)((x - least) * scale));
            final double w = data.weight(i);
            weight[cell] += w;
            sum[cell] += w * x;
        }
        if (!(Arrays.stream(weight).max().getAsDouble() < FULLEST * data.totalWeight())) {
            return null;
        }
        return data.cells(sum, weight);
    }
}
