package org.modelcollapse.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/**
 * Rows summarised for a view: a histogram a variable, and for scatter plots a few of the rows. Immutable once made.
 *
 * @param total how many rows there are
 * @param histograms of all rows, one a variable
 * @param scatter some of the rows, a column a variable; empty in one dimension
 */
public record RowsSummary(long total, List<Histogram> histograms, List<double[]> scatter) {

    /** Most rows in a scatter plot: more hide each other. */
    static final int MOST_ROWS = 1_000;

    /** Copies the lists. */
    public RowsSummary {
        histograms = List.copyOf(histograms);
        scatter = List.copyOf(scatter);
    }

    /**
     * @param points the rows, at least one
     * @param weights a weight a row, or null; the histograms add them up
     * @return their summary; its scatter plot has rows at equal distances in the order of the input
     */
    public static RowsSummary of(final Points points, final double[] weights) {
        final int d = points.dimension();
        final int n = points.size();
        final int shown = Math.min(n, MOST_ROWS);
        final List<Histogram> histograms = new ArrayList<>();
        final List<double[]> scatter = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            final double[] column = points.column(j);
            histograms.add(Histogram.of(column, weights));
            if (d > 1) {
                scatter.add(IntStream.range(0, shown).mapToDouble(i -> column[(int)((long)i * n / shown)]).toArray());
            }
        }
        return new RowsSummary(n, histograms, scatter);
    }

    /** Summarises a sample while it is drawn. Not thread-safe. */
    public static final class Collector {

        private final StreamedHistogram[] histograms;

        private final double[][] scatter;

        private long total;

        private Collector(final GaussianMixture mixture) {
            final int d = mixture.dimension();
            histograms = IntStream.range(0, d).mapToObj(j -> StreamedHistogram.of(mixture, j))
                .toArray(StreamedHistogram[]::new);
            scatter = new double[d > 1 ? d : 0][MOST_ROWS];
        }

        /**
         * @param mixture that the rows are drawn from, in random order, so that the first of them are a fair sample
         * @return a collector that has seen no row
         */
        public static Collector of(final GaussianMixture mixture) {
            return new Collector(mixture);
        }

        /**
         * Takes rows.
         *
         * @param columns a column a variable
         * @param n how many rows at their beginning to take
         */
        public void add(final double[][] columns, final int n) {
            for (int j = 0; j < histograms.length; j++) {
                for (int i = 0; i < n; i++) {
                    histograms[j].add(columns[j][i]);
                }
            }
            for (int j = 0; j < scatter.length && total < MOST_ROWS; j++) {
                System.arraycopy(columns[j], 0, scatter[j], (int)total, (int)Math.min(n, MOST_ROWS - total));
            }
            total += n;
        }

        /** {@return the summary of all rows taken, of which there is at least one} */
        public RowsSummary finish() {
            return new RowsSummary(total, Arrays.stream(histograms).map(StreamedHistogram::finish).toList(),
                Arrays.stream(scatter).map(c -> Arrays.copyOf(c, (int)Math.min(total, MOST_ROWS))).toList());
        }
    }
}
