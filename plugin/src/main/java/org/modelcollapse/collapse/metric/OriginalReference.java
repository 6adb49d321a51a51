package org.modelcollapse.collapse.metric;

import java.util.Arrays;

import org.modelcollapse.collapse.distance.MixtureDistance;
import org.modelcollapse.collapse.distance.SampleDistance;
import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.collapse.math.OrderStatistics;
import org.modelcollapse.collapse.model.ModelShape;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/** What fitted mixtures are compared with, made ready once. Immutable. */
public final class OriginalReference {

    private static final double TAIL = 0.01;

    private final GaussianMixture mixture;
    private final Points rows;
    private final int dimension;
    private final double low;
    private final double high;

    private OriginalReference(final GaussianMixture mixture, final Points rows, final int dimension, final double low,
        final double high) {
        this.mixture = mixture;
        this.rows = rows;
        this.dimension = dimension;
        this.low = low;
        this.high = high;
    }

    /** @return the reference that an original is */
    public static OriginalReference of(final Original original) {
        final int d = original.dimension();
        final GaussianMixture mixture = original.mixture().orElse(null);
        final Points rows = original.rows().orElse(null);
        if (d > 1) {
            return new OriginalReference(mixture, rows, d, 0, 0);
        }
        if (mixture != null) {
            final MixtureTails tails = MixtureTails.of(mixture);
            return new OriginalReference(mixture, rows, d, tails.lowerQuantile(TAIL), tails.upperQuantile(TAIL));
        }
        final double[] sorted = rows.column(0);
        Arrays.sort(sorted);
        return new OriginalReference(mixture, rows, d, OrderStatistics.quantile(sorted, TAIL),
            OrderStatistics.quantile(sorted, 1 - TAIL));
    }

    /** Whether there is an exact way to the metric for models of this shape. */
    boolean has(final Metric metric, final ModelShape shape) {
        final boolean gaussians = mixture != null && mixture.components() == 1 && shape.components() == 1;
        return switch (metric) {
            case WASSERSTEIN_1, LOWER_TAIL, UPPER_TAIL -> dimension == 1;
            case WASSERSTEIN_2 -> dimension == 1 || gaussians;
            case KL_FITTED_ORIGINAL, KL_ORIGINAL_FITTED -> mixture != null && dimension == 1 || gaussians;
            case JENSEN_SHANNON -> mixture != null && dimension == 1;
            default -> true;
        };
    }

    /** The original's 1 % quantile, in one dimension. */
    public double low() {
        return low;
    }

    /** The original's 99 % quantile, in one dimension. */
    public double high() {
        return high;
    }

    double measure(final Metric metric, final GaussianMixture fitted, final Points originalSet) {
        return switch (metric) {
            case WASSERSTEIN_1 -> mixture != null ? MixtureDistance.wasserstein1(mixture, fitted)
                : SampleDistance.wasserstein1(rows, fitted);
            case WASSERSTEIN_2 -> mixture != null ? MixtureDistance.wasserstein2(mixture, fitted)
                : SampleDistance.wasserstein2(rows, fitted);
            case KL_FITTED_ORIGINAL -> MixtureDistance.kullbackLeibler(fitted, mixture);
            case KL_ORIGINAL_FITTED -> MixtureDistance.kullbackLeibler(mixture, fitted);
            case JENSEN_SHANNON -> MixtureDistance.jensenShannon(mixture, fitted);
            case LOG_LIKELIHOOD -> mixture != null && dimension == 1
                ? MixtureDistance.expectedLogLikelihood(mixture, fitted) : fitted.meanLogLikelihood(originalSet);
            default -> throw new IllegalArgumentException(metric + " is not a comparison with the original");
        };
    }
}
