package org.modelcollapse.collapse;

import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** Carries out what a {@link Learner} describes. */
final class Learning {

    private Learning() {
    }

    /**
     * Fits a model.
     *
     * @param learner what to fit
     * @param points the training set
     * @param monitor asked whether to go on
     * @return the model; components of a mixture in the order of their means
     * @throws CollapsedException if the training set has no variance left that the learner could work with
     */
    static FittedModel learn(final Learner learner, final Points points, final Monitor monitor) {
        if (learner instanceof Learner.Mixture mixture) {
            return new MixtureModel(Fitter.mixture(points, mixture.settings(), RandomStream.of(mixture.seed()),
                monitor).sortedByMean());
        }
        final double[][] columns = Columns.of(points);
        if (learner instanceof Learner.Gaussian gaussian) {
            return new MixtureModel(gaussian(columns, gaussian.ddof()));
        }
        if (learner instanceof Learner.KernelDensity kernel) {
            return new KernelModel(columns, kernel.bandwidth());
        }
        return Bins.of(learner).learn(columns[0]);
    }

    private static GaussianMixture gaussian(final double[][] columns, final int ddof) {
        final int d = columns.length;
        final int n = columns[0].length;
        final double factor = (double)n / (n - ddof);
        final double[] means = new double[d];
        for (int j = 0; j < d; j++) {
            means[j] = Moments.mean(columns[j]);
        }
        if (d == 1) {
            final double variance = factor * Moments.variance(columns[0], means[0]);
            CollapsedException.requireVariance(variance, 0);
            return GaussianMixture.of(new double[] {1}, means, new double[] {Math.sqrt(variance)});
        }
        final double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = factor * Moments.covariance(columns[i], means[i], columns[j], means[j]);
                covariance[j][i] = covariance[i][j];
            }
            CollapsedException.requireVariance(covariance[i][i], i);
        }
        try {
            return GaussianMixture.of(CovarianceType.FULL, new double[] {1}, new double[][] {means},
                new double[][][] {covariance});
        } catch (IllegalArgumentException notPositiveDefinite) {
            throw new CollapsedException("The training set has collapsed onto fewer dimensions than " + d + ": "
                + notPositiveDefinite.getMessage(), notPositiveDefinite);
        }
    }
}
