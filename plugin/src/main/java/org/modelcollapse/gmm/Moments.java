package org.modelcollapse.gmm;

/** Means and covariances of all rows. */
final class Moments {

    private Moments() {
    }

    private record Sums() implements ChunkTask<double[]> {
        @Override
        public double[] of(final Chunk chunk) {
            final FitData rows = chunk.rows();
            final double[] sums = new double[rows.dimension()];
            for (int j = 0; j < sums.length; j++) {
                double sum = 0;
                for (int i = chunk.from(); i < chunk.to(); i++) {
                    sum += rows.weight(i) * rows.value(i, j);
                }
                sums[j] = sum;
            }
            return sums;
        }

        @Override
        public double[] sum(final double[] earlier, final double[] later) {
            return ChunkTask.add(earlier, later);
        }
    }

    /** Products about the means: of each column with itself and, if wanted, with those before it, row by row. */
    private record Products(double[] mean, boolean mixed) implements ChunkTask<double[]> {
        @Override
        public double[] of(final Chunk chunk) {
            final FitData rows = chunk.rows();
            final int d = mean.length;
            final double[] products = new double[mixed ? d * (d + 1) / 2 : d];
            int at = 0;
            for (int j = 0; j < d; j++) {
                for (int m = mixed ? 0 : j; m <= j; m++) {
                    double sum = 0;
                    for (int i = chunk.from(); i < chunk.to(); i++) {
                        sum += rows.weight(i) * (rows.value(i, j) - mean[j]) * (rows.value(i, m) - mean[m]);
                    }
                    products[at++] = sum;
                }
            }
            return products;
        }

        @Override
        public double[] sum(final double[] earlier, final double[] later) {
            return ChunkTask.add(earlier, later);
        }
    }

    /** The means of the centred columns. */
    static double[] mean(final AllRows data) {
        return divided(data.sum(new Sums(), Monitor.NONE), data.totalWeight());
    }

    private static double[] divided(final double[] sums, final double by) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] /= by;
        }
        return sums;
    }

    /** The covariance, divided by the total weight. */
    static double[][] covariance(final AllRows data) {
        final int d = data.dimension();
        final double[] products =
            divided(data.sum(new Products(mean(data), true), Monitor.NONE), data.totalWeight());
        final double[][] result = Zeros.of(d, d);
        int at = 0;
        for (int j = 0; j < d; j++) {
            for (int m = 0; m <= j; m++) {
                result[j][m] = products[at];
                result[m][j] = products[at++];
            }
        }
        return result;
    }

    /** The variance of each column, divided by the total weight. */
    static double[] variances(final AllRows data) {
        return divided(data.sum(new Products(mean(data), false), Monitor.NONE), data.totalWeight());
    }
}
