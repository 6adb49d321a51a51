package org.modelcollapse.bench;

import java.util.Arrays;

import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;

/** The mixtures that the benchmarks draw their data from. */
final class Mixtures {

    private Mixtures() {
    }

    /** The post's: weights 0.5, means -2 and 2, standard deviations 1. */
    static GaussianMixture post() {
        return line(2, 4);
    }

    /** Components of equal weight and standard deviation 1, at distances of {@code gap}, about 0. */
    static GaussianMixture line(final int k, final double gap) {
        final double[] weights = new double[k];
        final double[] means = new double[k];
        final double[] sds = new double[k];
        Arrays.fill(weights, 1.0 / k);
        Arrays.fill(sds, 1);
        for (int c = 0; c < k; c++) {
            means[c] = gap * (c - (k - 1) / 2.0);
        }
        return GaussianMixture.of(weights, means, sds);
    }

    /** Five components in eight dimensions, each with correlations of its own, overlapping a little. */
    static GaussianMixture space() {
        final int k = 5;
        final int d = 8;
        final double[] weights = {0.3, 0.25, 0.2, 0.15, 0.1};
        final double[][] means = new double[k][d];
        final double[][][] covariances = new double[k][d][d];
        for (int c = 0; c < k; c++) {
            for (int i = 0; i < d; i++) {
                means[c][i] = 2.0 * ((c + i) % k) - 4;
                for (int j = 0; j < d; j++) {
                    covariances[c][i][j] = (i == j ? 1.0 : 0.08 * (c + 1)) * Math.sqrt((1 + i % 3) * (1 + j % 3));
                }
            }
        }
        return GaussianMixture.of(CovarianceType.FULL, weights, means, covariances);
    }
}
