package org.modelcollapse.gmm;

/** Random mixtures and data for property tests. */
final class RandomCases {

    private RandomCases() {
    }

    /** A random mixture whose components overlap somewhat. */
    static GaussianMixture mixture(final int k, final int d, final CovarianceType type, final RandomStream random) {
        final double[] weights = new double[k];
        final double[][] means = new double[k][d];
        final double[][][] covariances = new double[k][d][d];
        double sum = 0;
        for (int c = 0; c < k; c++) {
            weights[c] = 0.2 + random.nextDouble();
            sum += weights[c];
            final double[][] root = new double[d][d];
            for (int i = 0; i < d; i++) {
                means[c][i] = 3 * random.nextGaussian();
                for (int j = 0; j < i; j++) {
                    root[i][j] = 0.5 * random.nextGaussian();
                }
                root[i][i] = 0.5 + random.nextDouble();
            }
            covariances[c] = squared(root);
        }
        for (int c = 0; c < k; c++) {
            weights[c] /= sum;
        }
        return GaussianMixture.of(type, weights, means, type.step().nearest(weights, covariances));
    }

    private static double[][] squared(final double[][] root) {
        final int d = root.length;
        final double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int m = 0; m < d; m++) {
                    matrix[i][j] += root[i][m] * root[j][m];
                }
            }
        }
        return matrix;
    }

    static Points data(final int n, final int k, final int d, final RandomStream random) {
        return MixtureSampler.of(mixture(k, d, CovarianceType.FULL, random)).sample(n,
            MixtureSampler.Order.SHUFFLED, random);
    }

    /** The largest difference of two mixtures' numbers, that of covariances relative to the variances. */
    static double distance(final GaussianMixture a, final GaussianMixture b) {
        double largest = 0;
        for (int k = 0; k < a.components(); k++) {
            largest = Math.max(largest, Math.abs(a.weight(k) - b.weight(k)));
            for (int i = 0; i < a.dimension(); i++) {
                final double sd = Math.sqrt(a.covariance(k, i, i));
                largest = Math.max(largest, Math.abs(a.mean(k, i) - b.mean(k, i)) / sd);
                for (int j = 0; j < a.dimension(); j++) {
                    largest = Math.max(largest, Math.abs(a.covariance(k, i, j) - b.covariance(k, i, j))
                        / (sd * Math.sqrt(a.covariance(k, j, j))));
                }
            }
        }
        return largest;
    }
}
