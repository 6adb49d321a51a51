package org.modelcollapse.collapse.model;

import java.util.Objects;
import java.util.OptionalInt;

import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;

/**
 * A Gaussian mixture by EM.
 *
 * @param settings how it is fitted
 * @param seed seed of every single fit, as scikit-learn's {@code random_state}: a fit depends on its training set and on
 *            this number alone
 */
public record MixtureLearner(FitSettings settings, long seed) implements Learner {

    /** A regularisation that in each generation adds less than this share of what one row does is as good as none. */
    private static final double NEGLIGIBLE = .1;

    /** The settings may not be null. */
    public MixtureLearner {
        Objects.requireNonNull(settings, "settings");
    }

    @Override
    public String label() {
        return "a Gaussian mixture";
    }

    @Override
    public FittedModel learn(final Points points, final Monitor monitor) {
        return new MixtureModel(Fitter.mixture(points, settings, RandomStream.of(seed), monitor).sortedByMean());
    }

    @Override
    public ModelShape shape(final int dimension) {
        return ModelShape.ofMixture(dimension, settings.components());
    }

    @Override
    public ModelVariance variance(final int dimension) {
        return ModelVariance.of(0, settings.maximumLikelihood() ? 0 : dimension * settings.regularization(), 1);
    }

    @Override
    public void requireSuited(final int dimension, final int n) {
        if (n < settings.components()) {
            throw new IllegalArgumentException("Training sets of " + n + " points are too small for "
                + settings.components() + " components; raise n or fit fewer components");
        }
        if (settings.start() instanceof Start.Given given && given.mixture().dimension() != dimension) {
            throw new IllegalArgumentException("The start mixture has " + given.mixture().dimension()
                + " dimension(s), but the original has " + dimension);
        }
    }

    @Override
    public OptionalInt gaussianDdof() {
        return settings.components() == 1 && settings.maximumLikelihood() ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public boolean estimates(final GaussianMixture original, final int n) {
        if (settings.components() != original.components()) {
            return false;
        }
        double narrowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < original.components(); k++) {
            narrowest = Math.min(narrowest, original.variance(k));
        }
        return (settings.maximumLikelihood() || settings.regularization() * n <= NEGLIGIBLE * narrowest)
            // one covariance for all, or one variance, is another model where there are several components
            && (original.components() == 1 || !settings.covarianceType().equals(CovarianceType.TIED));
    }

    @Override
    public Learner unitless() {
        return new MixtureLearner(FitSettings.sklearn(settings.components()).withMaximumLikelihood(true), seed);
    }
}
