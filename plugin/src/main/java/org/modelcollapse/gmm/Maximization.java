package org.modelcollapse.gmm;

import java.util.BitSet;

/** The M-step: new parameters from the sums of the E-step. */
final class Maximization {

    /** A component with less than this share of an average row is dead. */
    private static final double DEAD_COUNT = 1e-10;

    /** Without regularisation no variance falls below this share of the column's: a ten-millionth of its deviation. */
    private static final double FLOOR = 1e-14;

    /** Without regularisation, the least share of a column's variance that the columns before it must leave. */
    private static final double LEAST_PIVOT = 1e-13;

    private final AllRows data;

    private final FitSettings settings;

    private final BitSet dead = new BitSet();

    private final BitSet floored = new BitSet();

    Maximization(final AllRows data, final FitSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** What is added to the counts, in the rows' average weight. */
    private double offset() {
        return settings.countOffset() * averageWeight();
    }

    private double averageWeight() {
        return data.totalWeight() / data.size();
    }

    /** Which components had died at the last step. */
    BitSet dead() {
        return dead;
    }

    /** Which components had their variance held up at the last step. */
    BitSet floored() {
        return floored;
    }

    /** The parameters that the sums, taken at the old parameters, lead to. */
    Parameters step(final Statistics sums, final Parameters old) {
        final int components = old.components();
        final double offset = offset();
        final double[] weights = new double[components];
        final double[][] means = new double[components][];
        final double[][][] scatters = new double[components][][];
        dead.clear();
        floored.clear();
        for (int k = 0; k < components; k++) {
            final double count = sums.count[k] + offset;
            weights[k] = count / data.totalWeight();
            dead.set(k, !(sums.count[k] > DEAD_COUNT * averageWeight()));
            if (dead.get(k)) {
                means[k] = old.means()[k];
            } else {
                means[k] = mean(sums, old, k, count, offset);
                scatters[k] = scatter(sums, k, old.means()[k], means[k]);
            }
        }
        return withCovariances(sums, old, weights, means, scatters);
    }

    private static double[] mean(final Statistics sums, final Parameters old, final int k, final double count,
        final double offset) {
        final double[] mean = old.means()[k].clone();
        for (int j = 0; j < mean.length; j++) {
            mean[j] += (sums.first[k][j] - offset * mean[j]) / count;
        }
        return mean;
    }

    /** The second moments about the new mean, both triangles. */
    private static double[][] scatter(final Statistics sums, final int k, final double[] oldMean,
        final double[] newMean) {
        final int d = newMean.length;
        final double[][] scatter = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            final double moveI = newMean[i] - oldMean[i];
            for (int j = 0; j <= i; j++) {
                final double moveJ = newMean[j] - oldMean[j];
                scatter[i][j] = sums.second[k][i][j] - moveI * sums.first[k][j] - moveJ * sums.first[k][i]
                    + moveI * moveJ * sums.count[k];
                scatter[j][i] = scatter[i][j];
            }
        }
        return scatter;
    }

    private Parameters withCovariances(final Statistics sums, final Parameters old, final double[] weights,
        final double[][] means, final double[][][] scatters) {
        final int components = weights.length;
        final double[][][] covariances = new double[components][][];
        final Cholesky[] factors = new Cholesky[components];
        final double offset = offset();
        if (settings.covarianceType() == CovarianceType.TIED) {
            double count = 0;
            final double[][] pooled = Zeros.of(old.dimension(), old.dimension());
            for (int k = 0; k < components; k++) {
                count += sums.count[k] + offset;
                if (!dead.get(k)) {
                    addTo(pooled, scatters[k]);
                }
            }
            regularise(pooled, count, 0, covariances, factors);
            java.util.Arrays.fill(covariances, covariances[0]);
            java.util.Arrays.fill(factors, factors[0]);
        } else {
            for (int k = 0; k < components; k++) {
                if (dead.get(k)) {
                    covariances[k] = old.covariances()[k];
                    factors[k] = old.factors()[k];
                } else {
                    regularise(scatters[k], sums.count[k] + offset, k, covariances, factors);
                }
            }
        }
        return new Parameters(settings.covarianceType(), weights, means, covariances, factors);
    }

    private static void addTo(final double[][] sum, final double[][] term) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += term[i][j];
            }
        }
    }

    /** Turns a scatter matrix, in place, into the covariance of the type, and holds it up where it has collapsed. */
    private void regularise(final double[][] matrix, final double count, final int k, final double[][][] covariances,
        final Cholesky[] factors) {
        final int d = matrix.length;
        final boolean diagonal = settings.covarianceType() == CovarianceType.DIAGONAL
            || settings.covarianceType() == CovarianceType.SPHERICAL;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = i == j ? Math.max(0, matrix[i][i]) / count + settings.ridge()
                    : diagonal ? 0 : matrix[i][j] / count;
            }
        }
        if (settings.covarianceType() == CovarianceType.SPHERICAL) {
            double trace = 0;
            for (int j = 0; j < d; j++) {
                trace += matrix[j][j];
            }
            for (int j = 0; j < d; j++) {
                matrix[j][j] = trace / d;
            }
        }
        covariances[k] = matrix;
        factors[k] = factor(matrix);
        for (double add = FLOOR; factors[k] == null; add *= 10) {
            floored.set(k);
            for (int j = 0; j < d; j++) {
                matrix[j][j] += add * floorScale(j);
            }
            factors[k] = factor(matrix);
        }
    }

    /** The factor of a covariance, or null if it is too near to a singular one to be worked with. */
    private Cholesky factor(final double[][] matrix) {
        final Cholesky factor = Cholesky.ofOrNull(matrix);
        if (factor == null || settings.ridge() > 0) {
            return factor;
        }
        for (int j = 0; j < matrix.length; j++) {
            final double pivot = factor.lower(j, j) * factor.lower(j, j);
            if (!(matrix[j][j] >= FLOOR * floorScale(j) && pivot >= LEAST_PIVOT * matrix[j][j])) {
                return null;
            }
        }
        return factor;
    }

    private double floorScale(final int j) {
        if (settings.covarianceType() != CovarianceType.SPHERICAL) {
            return data.covariance()[j][j] + settings.ridge();
        }
        double trace = 0;
        for (int i = 0; i < data.dimension(); i++) {
            trace += data.covariance()[i][i];
        }
        return trace / data.dimension() + settings.ridge();
    }
}
