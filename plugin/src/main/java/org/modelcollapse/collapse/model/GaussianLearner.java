package org.modelcollapse.collapse.model;

import java.util.OptionalInt;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.math.Moments;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

/**
 * One Gaussian by mean and covariance, in closed form (the recursion of Suresh et al., arXiv 2412.17646).
 *
 * @param ddof 0 for the divisor n (maximum likelihood), 1 for n - 1 (unbiased)
 */
public record GaussianLearner(int ddof) implements Learner {

    /** @throws IllegalArgumentException if ddof is neither 0 nor 1 */
    public GaussianLearner {
        if (ddof != 0 && ddof != 1) {
            throw new IllegalArgumentException("ddof must be 0 (divisor n) or 1 (divisor n - 1), but is " + ddof);
        }
    }

    @Override
    public String label() {
        return "one Gaussian";
    }

    @Override
    public FittedModel learn(final Points points, final Monitor monitor) {
        return new MixtureModel(gaussian(Columns.of(points)));
    }

    @Override
    public ModelShape shape(final int dimension) {
        return ModelShape.ofMixture(dimension, 1);
    }

    @Override
    public ModelVariance variance(final int dimension) {
        return ModelVariance.of(ddof, 0, 1);
    }

    @Override
    public OptionalInt gaussianDdof() {
        return OptionalInt.of(ddof);
    }

    @Override
    public boolean estimates(final GaussianMixture original, final int n) {
        return original.components() == 1 && ddof == 0;
    }

    private GaussianMixture gaussian(final double[][] columns) {
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
