package org.modelcollapse.collapse.curation;

import org.modelcollapse.collapse.model.FittedModel;
import org.modelcollapse.collapse.model.PointSource;

/**
 * What is done to the fitted model before the next points are generated. Immutable. Both are defined for mixtures and
 * for one Gaussian, the central fraction in one dimension.
 *
 * @param temperature factor on the covariance of every component: below 1 sharpens, above 1 flattens; above 0, finite
 * @param centralFraction share of the fitted distribution that points may come from, symmetric about its median in
 *            probability: points outside are drawn again, until there are as many as needed. Above 0, up to 1 (all)
 */
public record Sampling(double temperature, double centralFraction) {

    /** Points as the fitted model has them. */
    public static final Sampling PLAIN = new Sampling(1, 1);

    /** @throws IllegalArgumentException if a value is out of its range */
    public Sampling {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The temperature must be above 0 and finite, but is " + temperature);
        }
        if (!(centralFraction > 0 && centralFraction <= 1)) {
            throw new IllegalArgumentException(
                "The central fraction must be above 0 and up to 1, but is " + centralFraction);
        }
    }

    /**
     * @param temperature factor on the covariances, above 0, finite
     * @param centralFraction share kept, above 0, up to 1
     * @return the sampling
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static Sampling of(final double temperature, final double centralFraction) {
        return new Sampling(temperature, centralFraction);
    }

    /**
     * @param dimension number of columns of a point
     * @throws IllegalArgumentException if a central fraction is asked of points in several dimensions
     */
    public void requireSuited(final int dimension) {
        if (centralFraction < 1 && dimension != 1) {
            throw new IllegalArgumentException("Keeping a central fraction of the points is defined in one dimension,"
                + " but the original has " + dimension + " columns; set the central fraction to 1");
        }
    }

    /**
     * @param fitted the model
     * @return what generates its points
     * @throws IllegalArgumentException if a temperature or a central fraction is asked of what is not a mixture
     */
    public PointSource of(final FittedModel fitted) {
        if (isPlain()) {
            return fitted;
        }
        return CuratedMixture.of(fitted.mixture().orElseThrow(() -> new IllegalArgumentException(
            "Temperature and central fraction are defined for mixtures; set both to 1 for other models")), this);
    }

    /** Variance of what one Gaussian generates, as a share of its own. */
    public double varianceFactor() {
        return temperature * CentralFraction.varianceFactor(centralFraction);
    }

    /** @return whether points come as the fitted model has them */
    public boolean isPlain() {
        return temperature == 1 && centralFraction == 1;
    }
}
