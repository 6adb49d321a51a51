package org.modelcollapse.collapse.model;

import java.util.Optional;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.RandomStream;

/** A Gaussian mixture. Its points come component by component: independent as a set, not as a sequence. */
public record MixtureModel(GaussianMixture gaussians) implements FittedModel {

    @Override
    public int dimension() {
        return gaussians.dimension();
    }

    @Override
    public double[] mean() {
        return gaussians.mean();
    }

    @Override
    public double totalVariance() {
        return gaussians.totalVariance();
    }

    @Override
    public double[] weights() {
        return gaussians.weights();
    }

    @Override
    public double below(final double x) {
        return MixtureTails.of(gaussians).lower(x);
    }

    @Override
    public double above(final double x) {
        return MixtureTails.of(gaussians).upper(x);
    }

    @Override
    public Optional<GaussianMixture> mixture() {
        return Optional.of(gaussians);
    }

    @Override
    public void fill(final double[][] columns, final int from, final int to, final RandomStream random) {
        if (to > from) {
            MixtureSampler.of(gaussians).stream(to - from, MixtureSampler.Order.GROUPED, random)
                .next(columns, null, from, to);
        }
    }
}
