package org.modelcollapse.collapse.model;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Adjacent bins on the line. What lies beyond the ends counts in the first or last bin.
 *
 * @param count how many
 * @param firstCentre centre of the first one
 * @param step distance of neighbouring centres
 * @param width width that a bin's generated points are spread over: the step, or 0
 */
public record Bins(int count, double firstCentre, double step, double width) {

    /** @return the centre of bin k, from 0 */
    public double centre(final int k) {
        return firstCentre + k * step;
    }

    /** The number of the bin that a value counts in. */
    public int of(final double x) {
        return (int)Math.min(Math.max(Math.floor((x - (firstCentre - step / 2)) / step), 0), count - 1);
    }

    /** The shares of the values. */
    public BinsModel learn(final double[] values) {
        final double[] weights = new double[count];
        for (final double x : values) {
            weights[of(x)]++;
        }
        for (int k = 0; k < count; k++) {
            weights[k] /= values.length;
        }
        return new BinsModel(this, weights);
    }

    /** The probabilities that a mixture gives to the bins. */
    public BinsModel expect(final GaussianMixture mixture) {
        final MixtureTails tails = MixtureTails.of(mixture);
        final double[] weights = new double[count];
        double below = 0;
        for (int k = 0; k < count; k++) {
            final double upTo = k + 1 == count ? 1 : tails.lower(centre(k) + step / 2);
            weights[k] = Math.max(0, upTo - below);
            below = upTo;
        }
        return new BinsModel(this, weights);
    }
}
