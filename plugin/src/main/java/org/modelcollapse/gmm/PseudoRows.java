package org.modelcollapse.gmm;

/**
 * A {@link Prior} as what it adds to the sums of every component: rows at the mean of all rows, scatter, and counts.
 * In centred coordinates.
 */
final class PseudoRows {

    private final double shrinkage;

    private final double[] mean;

    private final double[][] scatter;

    private final double count;

    private PseudoRows(final double shrinkage, final double[] mean, final double[][] scatter, final double count) {
        this.shrinkage = shrinkage;
        this.mean = mean;
        this.scatter = scatter;
        this.count = count;
    }

    static PseudoRows of(final Prior prior, final AllRows data, final CovarianceType type, final int components) {
        final int d = data.dimension();
        final double[] mean = mean(data);
        // the variance of a sample, which mclust takes
        final double scale = data.totalWeight() / Math.max(1, data.totalWeight() - 1)
            * StrictMath.exp(-2.0 / d * StrictMath.log(components));
        double[][] scatter = JointStep.scaled(data.covariance(), scale);
        if (type.form() != Form.FULL) {
            // the mean variance for every column, as there is one number for all
            scatter = Form.SPHERICAL.of(scatter);
        }
        if (type.form() == Form.SPHERICAL) {
            // to a sphere the number is the trace
            scatter = JointStep.scaled(scatter, 1.0 / d);
        }
        final boolean shared = type.isShared();
        return new PseudoRows(prior.shrinkage(), mean, JointStep.scaled(scatter, shared ? 1.0 / components : 1),
            count(type, d, components, prior.shrinkage() > 0));
    }

    private static double[] mean(final AllRows data) {
        final Statistics sums = data.sum(new Labels.OfNearest(Zeros.of(1, data.dimension())), Monitor.NONE);
        final double[] mean = sums.first[0].clone();
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= sums.count[0];
        }
        return mean;
    }

    /** By how much the divisor of a component's covariance grows, from mclust's M-steps. */
    private static double count(final CovarianceType type, final int d, final int components, final boolean shrinks) {
        final double one = shrinks ? 1 : 0;
        final double freedom = d + 2;
        if (d == 1) {
            return type.hasCommonVolume() ? (3 + 2.0) / components + one : 3 + 2 + one;
        }
        return switch (type.form()) {
            case SPHERICAL -> (freedom + 2) / d / (type.isShared() ? components : 1) + one;
            case DIAGONAL -> type.hasCommonVolume() ? (freedom + 2) / components + one
                : type.hasCommonShape() ? (freedom + 2 + one) / d : freedom + 2 + one;
            case FULL -> type == CovarianceType.VEV ? 0
                : type == CovarianceType.EEV ? (freedom + d + 1 + one) / components
                    : type.hasCommonVolume() ? (freedom + d + 1) / components + one : freedom + d + 1 + one;
        };
    }

    /** Moves a mean, in place, to where it is best with the prior. */
    void draw(final double[] ofRows, final double rows) {
        for (int j = 0; j < ofRows.length; j++) {
            ofRows[j] = (rows * ofRows[j] + shrinkage * mean[j]) / (rows + shrinkage);
        }
    }

    /**
     * Adds to the scatter about the mean of the rows, in place.
     *
     * @param ofRows the scatter
     * @param rows how many they are
     * @param meanOfRows before it was drawn
     */
    void addTo(final double[][] ofRows, final double rows, final double[] meanOfRows) {
        final double share = rows * shrinkage / (rows + shrinkage);
        for (int i = 0; i < meanOfRows.length; i++) {
            for (int j = 0; j < meanOfRows.length; j++) {
                ofRows[i][j] += scatter[i][j] + share * (meanOfRows[i] - mean[i]) * (meanOfRows[j] - mean[j]);
            }
        }
    }

    /** What is added to the count of a component. */
    double count() {
        return count;
    }

    /** The logarithm of the prior's density, up to a constant. */
    double logDensity(final Parameters at) {
        double sum = 0;
        for (int k = 0; k < at.components(); k++) {
            final Cholesky factor = at.factors()[k];
            sum -= count * factor.logDeterminant() + 0.5 * factor.traceOfQuotient(scatter)
                + 0.5 * shrinkage * factor.squaredDistance(at.means()[k], mean);
        }
        return sum;
    }
}
