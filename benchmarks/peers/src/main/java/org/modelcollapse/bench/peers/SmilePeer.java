package org.modelcollapse.bench.peers;

import smile.math.matrix.Matrix;
import smile.stat.distribution.ExponentialFamilyMixture;
import smile.stat.distribution.GaussianDistribution;
import smile.stat.distribution.Mixture;
import smile.stat.distribution.MultivariateExponentialFamilyMixture;
import smile.stat.distribution.MultivariateGaussianDistribution;
import smile.stat.distribution.MultivariateMixture;

/**
 * Smile, as it is, or called anew from its own answer for every iteration, which is how to make it iterate at all. The
 * components are handed over as copies, because it writes into them.
 */
final class SmilePeer implements Peer {

    private final boolean restarted;

    SmilePeer(final boolean restarted) {
        this.restarted = restarted;
    }

    @Override
    public Data prepare(final double[][] rows) {
        if (rows[0].length > 1) {
            return (start, iterations, tolerance) -> {
                Mix mix = start;
                for (int i = 0; i < (restarted ? iterations : 1); i++) {
                    mix = space(rows, mix, restarted ? 1 : iterations, tolerance);
                }
                return new Answer(mix, -1);
            };
        }
        final double[] values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i][0];
        }
        return (start, iterations, tolerance) -> {
            Mix mix = start;
            for (int i = 0; i < (restarted ? iterations : 1); i++) {
                mix = line(values, mix, restarted ? 1 : iterations, tolerance);
            }
            return new Answer(mix, -1);
        };
    }

    private static Mix line(final double[] values, final Mix start, final int iterations, final double tolerance) {
        final Mixture.Component[] parts = new Mixture.Component[start.components()];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = new Mixture.Component(start.weights()[k],
                new GaussianDistribution(start.means()[k][0], Math.sqrt(start.covariances()[k][0][0])));
        }
        final ExponentialFamilyMixture fit =
            ExponentialFamilyMixture.fit(values, parts, 0, iterations, tolerance * values.length);
        final Mix mix = Mix.create(parts.length, 1);
        for (int k = 0; k < parts.length; k++) {
            final GaussianDistribution part = (GaussianDistribution)fit.components[k].distribution;
            mix.weights()[k] = fit.components[k].priori;
            mix.means()[k][0] = part.mu;
            mix.covariances()[k][0][0] = part.sigma * part.sigma;
        }
        return mix;
    }

    private static Mix space(final double[][] rows, final Mix start, final int iterations, final double tolerance) {
        final MultivariateMixture.Component[] parts = new MultivariateMixture.Component[start.components()];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = new MultivariateMixture.Component(start.weights()[k],
                new MultivariateGaussianDistribution(start.means()[k].clone(), Matrix.of(start.covariances()[k])));
        }
        final MultivariateExponentialFamilyMixture fit =
            MultivariateExponentialFamilyMixture.fit(rows, parts, 0, iterations, tolerance * rows.length);
        final Mix mix = Mix.create(parts.length, start.dimension());
        for (int k = 0; k < parts.length; k++) {
            final MultivariateGaussianDistribution part =
                (MultivariateGaussianDistribution)fit.components[k].distribution;
            mix.weights()[k] = fit.components[k].priori;
            mix.means()[k] = part.mu.clone();
            mix.covariances()[k] = part.sigma.toArray();
        }
        return mix;
    }
}
