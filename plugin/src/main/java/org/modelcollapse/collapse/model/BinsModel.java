package org.modelcollapse.collapse.model;

import java.util.Arrays;
import java.util.Optional;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;

/**
 * Probabilities of adjacent bins of one width: a histogram, uniform within a bin, or with a width of 0 within the bin
 * a categorical distribution of the centres. Points come bin by bin. The weights are shared, nobody writes to them.
 *
 * @param bins where the bins are
 * @param weights probability of each bin
 */
public record BinsModel(Bins bins, double[] weights) implements FittedModel {

    /** The distribution of the centres alone, as the next fit counts what is generated. */
    public BinsModel codes() {
        return new BinsModel(new Bins(bins.count(), bins.firstCentre(), bins.step(), 0), weights);
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double[] mean() {
        double mean = 0;
        for (int k = 0; k < weights.length; k++) {
            mean += weights[k] * bins.centre(k);
        }
        return new double[] {mean};
    }

    @Override
    public double totalVariance() {
        final double mean = mean()[0];
        double variance = bins.width() * bins.width() / 12;
        for (int k = 0; k < weights.length; k++) {
            final double distance = bins.centre(k) - mean;
            variance += weights[k] * distance * distance;
        }
        return variance;
    }

    @Override
    public double below(final double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * shareBeyond(x - bins.centre(k));
        }
        return sum;
    }

    @Override
    public double above(final double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * shareBeyond(bins.centre(k) - x);
        }
        return sum;
    }

    /** The share of a bin on this side of a point that is so far beyond its centre. */
    private double shareBeyond(final double distance) {
        if (bins.width() == 0) {
            return distance > 0 ? 1 : 0;
        }
        return Math.min(Math.max(distance / bins.width() + 0.5, 0), 1);
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
            final double centre = bins.centre(k);
            final int end = at + (int)counts[k];
            if (bins.width() == 0) {
                Arrays.fill(out, at, end, centre);
            } else {
                for (int i = at; i < end; i++) {
                    out[i] = centre + bins.width() * (random.nextDouble() - 0.5);
                }
            }
            at = end;
        }
    }
}
