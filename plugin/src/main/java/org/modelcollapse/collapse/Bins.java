package org.modelcollapse.collapse;

import org.modelcollapse.gmm.GaussianMixture;

/**
 * Adjacent bins on the line. What lies beyond the ends counts in the first or last bin.
 *
 * @param count how many
 * @param firstCentre centre of the first one
 * @param step distance of neighbouring centres
 * @param width width that a bin's generated points are spread over: the step, or 0
 */
record Bins(int count, double firstCentre, double step, double width) {

    static Bins of(final Learner learner) {
        if (learner instanceof Learner.Histogram histogram) {
            final double step = (histogram.high() - histogram.low()) / histogram.bins();
            return new Bins(histogram.bins(), histogram.low() + step / 2, step, step);
        }
        return new Bins(((Learner.Categorical)learner).categories(), 0, 1, 0);
    }

    double centre(final int k) {
        return firstCentre + k * step;
    }

    /** The number of the bin that a value counts in. */
    int of(final double x) {
        return (int)Math.min(Math.max(Math.floor((x - (firstCentre - step / 2)) / step), 0), count - 1);
    }

    /** The shares of the values. */
    BinsModel learn(final double[] values) {
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
    BinsModel expect(final GaussianMixture mixture) {
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
