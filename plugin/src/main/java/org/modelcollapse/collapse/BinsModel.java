package org.modelcollapse.collapse;

import java.util.Arrays;
import java.util.Optional;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;

/**
 * Probabilities of adjacent bins of one width: a histogram, uniform within a bin, or with a width of 0 within the bin
 * a categorical distribution of the centres. Points come bin by bin. The weights are shared, nobody writes to them.
 *
 * @param weights probability of each bin
 * @param firstCentre centre of the first bin
 * @param step distance of neighbouring centres
 * @param width width that a bin's points are spread over: the step, or 0
 */
record BinsModel(double[] weights, double firstCentre, double step, double width) implements FittedModel {

    /** Shares of the points of a column; points beyond the ends count in the first or last bin. */
    static BinsModel learn(final double[] column, final int bins, final double firstCentre, final double step,
        final double width) {
        final double[] weights = new double[bins];
        final double low = firstCentre - step / 2;
        for (final double x : column) {
            final double bin = Math.floor((x - low) / step);
            weights[(int)Math.min(Math.max(bin, 0), bins - 1)]++;
        }
        for (int k = 0; k < bins; k++) {
            weights[k] /= column.length;
        }
        return new BinsModel(weights, firstCentre, step, width);
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double[] mean() {
        double mean = 0;
        for (int k = 0; k < weights.length; k++) {
            mean += weights[k] * (firstCentre + k * step);
        }
        return new double[] {mean};
    }

    @Override
    public double totalVariance() {
        final double mean = mean()[0];
        double variance = width * width / 12;
        for (int k = 0; k < weights.length; k++) {
            final double distance = firstCentre + k * step - mean;
            variance += weights[k] * distance * distance;
        }
        return variance;
    }

    @Override
    public Optional<GaussianMixture> mixture() {
        return Optional.empty();
    }

    @Override
    public void fill(final double[][] columns, final int from, final int to, final RandomStream random) {
        final long[] counts = random.nextMultinomial(to - from, weights);
        final double[] out = columns[0];
        int at = from;
        for (int k = 0; k < counts.length; k++) {
            final double centre = firstCentre + k * step;
            final int end = at + (int)counts[k];
            if (width == 0) {
                Arrays.fill(out, at, end, centre);
            } else {
                for (int i = at; i < end; i++) {
                    out[i] = centre + width * (random.nextDouble() - 0.5);
                }
            }
            at = end;
        }
    }
}
