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
    static FitData of(final AllRows data, final int components, final RandomStream random) {
        final int cells = Math.max(2, components) * CELLS_OF_COMPONENT;
        if (data.dimension() == 1 && data.size() > 4 * cells) {
            final FitData grid = grid(data, cells);
            if (grid != null) {
                return grid;
            }
        }
        final int sample = Math.max(SAMPLE, SAMPLE_OF_COMPONENT * components);
        if (data.size() <= 2 * sample) {
            return data.gather();
        }
        final int[] rows = random.choose(data.size(), sample);
        Arrays.sort(rows);
        return FitData.weighted(data.rows(rows));
    }

    private static FitData grid(final AllRows data, final int cells) {
        final double least = data.least(0);
        final double[] sums =
            data.sum(new Grid(cells, least, cells / (data.greatest(0) - least)), Monitor.NONE);
        final double[] weight = Arrays.copyOf(sums, cells);
        if (!(Arrays.stream(weight).max().getAsDouble() < FULLEST * data.totalWeight())) {
            return null;
        }
        return data.cells(Arrays.copyOfRange(sums, cells, 2 * cells), weight);
    }

    /** The weights of all cells, then the weighted sums of their values. */
    private record Grid(int cells, double least, double scale) implements ChunkTask<double[]> {
        @Override
        public double[] of(final Chunk chunk) {
            final FitData rows = chunk.rows();
            final double[] sums = new double[2 * cells];
            for (int i = chunk.from(); i < chunk.to(); i++) {
                final double x = rows.value(i, 0);
                final int cell = Math.min(cells - 1, (int)((x - least) * scale));
                final double w = rows.weight(i);
                sums[cell] += w;
                sums[cells + cell] += w * x;
            }
            return sums;
        }

        @Override
        public double[] sum(final double[] earlier, final double[] later) {
            return ChunkTask.add(earlier, later);
        }
    }
}
