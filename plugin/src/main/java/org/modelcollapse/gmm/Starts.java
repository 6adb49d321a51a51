package org.modelcollapse.gmm;

import java.io.Serializable;
import java.util.Arrays;

/** Makes the parameters that EM starts from. */
final class Starts {

    private Starts() {
    }

    /** Weight, mean and covariance of the clusters that k-means finds. */
    static Parameters kMeans(final AllRows data, final FitSettings settings, final RandomStream random,
        final Monitor monitor) {
        final Parameters start = ofSums(data, settings, clusters(data, settings.components(), random, monitor));
        // a cluster of next to no weight makes no component
        return start != null ? start : randomPoints(data, settings, random);
    }

    /** The sums, about the origin, of the clusters that k-means finds. */
    static Statistics clusters(final AllRows data, final int k, final RandomStream random, final Monitor monitor) {
        if (k == 1) {
            return data.sum(new Labels.OfNearest(Zeros.of(1, data.dimension())), monitor);
        }
        return data.dimension() == 1 ? LineClusters.sums(data, k, random)
            : data.sum(new Labels.OfNearest(KMeans.centres(data, k, random, monitor)), monitor);
    }

    /** Weight, mean and covariance of clusters; null if one has next to no weight. */
    static Parameters ofLabels(final FitData data, final FitSettings settings, final int[] labels) {
        return ofSums(data, settings, Labels.sums(data, labels, settings.components()));
    }

    private static Parameters ofSums(final AllRows data, final FitSettings settings, final Statistics sums) {
        final Maximization maximization = new Maximization(data, settings);
        final Parameters start = maximization.step(sums, atOrigin(data, settings));
        return maximization.dead().isEmpty() ? start : null;
    }

    /** Any parameters with means of zero: what sums about the origin are taken at. */
    private static Parameters atOrigin(final AllRows data, final FitSettings settings) {
        final int k = settings.components();
        final int d = data.dimension();
        return new Parameters(settings.covarianceType(), new double[k], Zeros.of(k, d), Zeros.of(k, d, d),
            new Cholesky[k]);
    }

    /** Distinct random rows as means, equal weights, the covariance of all rows for every component. */
    static Parameters randomPoints(final AllRows data, final FitSettings settings, final RandomStream random) {
        final int k = settings.components();
        final int d = data.dimension();
        final double[] weights = new double[k];
        final double[][] means = Zeros.of(k, d);
        final double[][][] covariances = new double[k][][];
        final double[][] shared = overall(data, settings);
        final FitData rows = data.rows(distinctRows(data, k, random));
        for (int c = 0; c < k; c++) {
            weights[c] = 1.0 / k;
            for (int j = 0; j < d; j++) {
                means[c][j] = rows.value(c, j);
            }
            covariances[c] = shared;
        }
        return Parameters.ofOrNull(settings.covarianceType(), weights, means, covariances);
    }

    /** As many random rows, all different; there must be so many. */
    static int[] distinctRows(final AllRows data, final int count, final RandomStream random) {
        final int[] rows = new int[count];
        final double[][] values = new double[count][];
        for (int c = 0; c < count; c++) {
            rows[c] = anotherRow(data, Arrays.copyOf(values, c), random);
            values[c] = data.row(rows[c]);
        }
        return rows;
    }

    /** The parameters with one component put to a random row, with an even share and the covariance of all rows. */
    static Parameters reseeded(final AllRows data, final FitSettings settings, final Parameters parameters,
        final int k, final RandomStream random) {
        final int components = parameters.components();
        final double[] weights = parameters.weights().clone();
        final double[][] means = parameters.means().clone();
        final double[][][] covariances = parameters.covariances().clone();
        means[k] = data.row(random.nextInt(data.size()));
        for (int j = 0; j < means[k].length; j++) {
            means[k][j] -= data.centre(j);
        }
        for (int c = 0; c < components; c++) {
            weights[c] = c == k ? 1.0 / components : weights[c] * (1 - 1.0 / components);
        }
        if (settings.covarianceType().isShared()) {
            return new Parameters(settings.covarianceType(), weights, means, covariances, parameters.factors());
        }
        final Cholesky[] factors = parameters.factors().clone();
        covariances[k] = overall(data, settings);
        factors[k] = Cholesky.ofOrNull(covariances[k]);
        return new Parameters(settings.covarianceType(), weights, means, covariances, factors);
    }

    /** The place of a random row that equals none of some rows; there must be one. */
    private static int anotherRow(final AllRows data, final double[][] rows, final RandomStream random) {
        final int n = data.size();
        for (int attempt = 0; attempt < 100; attempt++) {
            final int row = random.nextInt(n);
            if (rows.length == 0 || isNone(data.row(row), rows)) {
                return row;
            }
        }
        return data.sum(new NextOther(random.nextInt(n), rows), Monitor.NONE).best();
    }

    private static boolean isNone(final double[] row, final double[][] rows) {
        for (final double[] other : rows) {
            if (FitData.equal(row, other)) {
                return false;
            }
        }
        return true;
    }

    /** The place of the first row of all that is wanted, and of the first one not before a certain place; -1 for none. */
    private record Places(int first, int later) implements Serializable {
        int best() {
            return later < 0 ? first : later;
        }
    }

    /** Finds the first row, from a place on and then from the beginning, that equals none of some rows. */
    private record NextOther(int place, double[][] rows) implements ChunkTask<Places> {
        @Override
        public Places of(final Chunk chunk) {
            int first = -1;
            for (int i = chunk.from(); i < chunk.to(); i++) {
                if (isNone(chunk.rows().row(i), rows)) {
                    final int row = chunk.first() + i - chunk.from();
                    first = first < 0 ? row : first;
                    if (row >= place) {
                        return new Places(first, row);
                    }
                }
            }
            return new Places(first, -1);
        }

        @Override
        public Places sum(final Places earlier, final Places later) {
            return new Places(earlier.first() < 0 ? later.first() : earlier.first(),
                earlier.later() < 0 ? later.later() : earlier.later());
        }
    }

    /** The covariance of all rows, of the wanted type, regularised, and positive definite whatever the data. */
    static double[][] overall(final AllRows data, final FitSettings settings) {
        final double[][] covariance = settings.covarianceType().form().of(data.covariance());
        final int d = covariance.length;
        for (int j = 0; j < d; j++) {
            covariance[j][j] += settings.ridge();
        }
        return positiveDefinite(covariance);
    }

    /** A covariance, its diagonal raised in place as far as it takes to be positive definite. */
    static double[][] positiveDefinite(final double[][] covariance) {
        final int d = covariance.length;
        for (double add = 1e-10; Cholesky.ofOrNull(covariance) == null; add *= 10) {
            for (int j = 0; j < d; j++) {
                covariance[j][j] = covariance[j][j] > 0 ? covariance[j][j] * (1 + add) : add;
            }
        }
        return covariance;
    }

    /** A given mixture in centred coordinates, its covariances turned into the wanted type. */
    static Parameters given(final AllRows data, final FitSettings settings, final GaussianMixture mixture) {
        final CovarianceType type = settings.covarianceType();
        final double[][] means = mixture.means();
        for (final double[] mean : means) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] -= data.centre(j);
            }
        }
        final Parameters start =
            Parameters.ofOrNull(type, mixture.weights(), means, type.nearest(mixture.weights(), mixture.covariances(),
                mixture.covarianceType()));
        if (start == null) {
            throw new IllegalArgumentException(
                "A covariance of the start mixture is not positive definite once it is of type " + type + ".");
        }
        return start;
    }
}
