package org.modelcollapse.view;

import java.util.Arrays;

import org.modelcollapse.gmm.GaussianMixture;

/**
 * Counts the values of a sample of a mixture as they are drawn, in memory that does not grow with their number: many
 * narrow bins over the range of the mixture, joined at the end. Not thread-safe.
 */
final class StreamedHistogram {

    /** Standard deviations beyond a mean that the bins reach: a billionth of the values are farther away. */
    private static final double REACH = 6;

    private static final int NARROW_BINS = 4096;

    private final double lower;

    private final double width;

    private final long[] counts = new long[NARROW_BINS];

    private StreamedHistogram(final double lower, final double width) {
        this.lower = lower;
        this.width = width;
    }

    /**
     * @param mixture that the values will be drawn from
     * @param j which coordinate, from 0
     * @return an empty histogram
     */
    static StreamedHistogram of(final GaussianMixture mixture, final int j) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.components(); k++) {
            final double reach = REACH * Math.sqrt(mixture.covariance(k, j, j));
            least = Math.min(least, mixture.mean(k, j) - reach);
            largest = Math.max(largest, mixture.mean(k, j) + reach);
        }
        return new StreamedHistogram(least, (largest - least) / NARROW_BINS);
    }

    /** Counts a value; one beyond the range counts in the bin at that end. */
    void add(final double value) {
        counts[(int)Math.max(0, Math.min(NARROW_BINS - 1, (value - lower) / width))]++;
    }

    /** @return the histogram of what was counted so far, with as many bins as suit it; at least one value */
    Histogram finish() {
        int first = 0;
        while (counts[first] == 0) {
            first++;
        }
        int end = NARROW_BINS;
        while (counts[end - 1] == 0) {
            end--;
        }
        final int bins = Histogram.bins(Arrays.stream(counts).sum());
        final int joined = (end - first + bins - 1) / bins;
        final double[] sums = new double[(end - first + joined - 1) / joined];
        for (int i = first; i < end; i++) {
            sums[(i - first) / joined] += counts[i];
        }
        return new Histogram(lower + first * width, joined * width, sums);
    }
}
