package org.modelcollapse.gmm;

/**
 * One orientation for all components, each with its own shape, and one volume (EVE) or each its own (VVE): Browne and
 * McNicholas 2014 (doi:10.1007/s11634-013-0139-1). The common axes are turned in the plane of two of them at a time, each
 * time by the angle that is best for the shapes as they are (Flury and Gautschi 1986, doi:10.1137/0907013), and the shapes
 * follow; so that no turn lowers the likelihood, and no singular value decomposition is needed.
 */
final class CommonOrientationStep extends JointStep {

    /** Shares of the components in the matrix whose axes are taken to begin with: no two sets of axes cancel by chance. */
    private static final double GOLDEN = 0.6180339887498949;

    private final boolean oneVolume;

    CommonOrientationStep(final boolean oneVolume) {
        this.oneVolume = oneVolume;
    }

    @Override
    double[][][] covariances(final double[][][] scatter, final double[] counts, final double[][][] from) {
        final int d = scatter[0].length;
        final double[][] axes = SymmetricEigen.of(from == null ? pooled(scatter) : mixed(from)).vectors();
        final double[][][] turned = new double[counts.length][][];
        for (int k = 0; k < turned.length; k++) {
            turned[k] = turned(scatter[k], axes);
        }
        double[][] lengths = lengths(turned, counts);
        boolean settled = d == 1;
        for (int round = 0; round < MOST_ROUNDS && !settled && lengths != null; round++) {
            settled = true;
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    final Rotation rotation = best(turned, lengths, p, q);
                    if (Math.abs(rotation.sine()) > SETTLED) {
                        settled &= Math.abs(rotation.sine()) < 1e-7;
                        rotation.turnColumns(axes, p, q);
                        for (final double[][] matrix : turned) {
                            rotation.turn(matrix, p, q);
                        }
                    }
                }
            }
            lengths = lengths(turned, counts);
        }
        if (lengths == null) {
            return null;
        }
        final double[][][] covariances = new double[counts.length][][];
        for (int k = 0; k < counts.length; k++) {
            covariances[k] = SymmetricEigen.composed(axes, lengths[k]);
        }
        return covariances;
    }

    private static double[][] pooled(final double[][][] scatter) {
        final double[][] pooled = Zeros.of(scatter[0].length, scatter[0].length);
        for (final double[][] matrix : scatter) {
            PooledStep.addTo(pooled, 1, matrix);
        }
        return pooled;
    }

    /** A matrix with the axes that all covariances of the family have. */
    private static double[][] mixed(final double[][][] covariances) {
        final double[][] mixed = Zeros.of(covariances[0].length, covariances[0].length);
        double share = 1;
        for (final double[][] covariance : covariances) {
            PooledStep.addTo(mixed, share / trace(covariance), covariance);
            share *= GOLDEN;
        }
        return mixed;
    }

    /** D' S D. */
    private static double[][] turned(final double[][] s, final double[][] axes) {
        final int d = s.length;
        final double[][] half = Zeros.of(d, d);
        final double[][] result = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int m = 0; m < d; m++) {
                    half[i][j] += s[i][m] * axes[m][j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int m = 0; m < d; m++) {
                    result[i][j] += axes[m][i] * half[m][j];
                }
            }
        }
        return result;
    }

    /** The variances of each component along the axes; null if one is not positive. */
    private double[][] lengths(final double[][][] turned, final double[] counts) {
        final double[][] lengths = new double[turned.length][];
        final double[] volumes = new double[turned.length];
        double sum = 0;
        double count = 0;
        for (int k = 0; k < lengths.length; k++) {
            lengths[k] = new double[turned[k].length];
            double logs = 0;
            for (int j = 0; j < lengths[k].length; j++) {
                if (!(turned[k][j][j] > 0)) {
                    return null;
                }
                lengths[k][j] = turned[k][j][j];
                logs += oneVolume ? StrictMath.log(lengths[k][j]) : 0;
            }
            volumes[k] = oneVolume ? StrictMath.exp(logs / lengths[k].length) : counts[k];
            sum += volumes[k];
            count += counts[k];
        }
        for (int k = 0; k < lengths.length; k++) {
            final double scale = oneVolume ? sum / count / volumes[k] : 1 / counts[k];
            for (int j = 0; j < lengths[k].length; j++) {
                lengths[k][j] *= scale;
            }
        }
        return lengths;
    }

    /**
     * The turn after which the rows are most likely. Up to a constant, minus twice the log-likelihood is half the sum over
     * components of (1/l_p - 1/l_q) ((s_pp - s_qq) cos 2 theta - 2 s_pq sin 2 theta).
     */
    private static Rotation best(final double[][][] turned, final double[][] lengths, final int p, final int q) {
        double x = 0;
        double y = 0;
        for (int k = 0; k < turned.length; k++) {
            final double difference = 1 / lengths[k][p] - 1 / lengths[k][q];
            x += difference * (turned[k][p][p] - turned[k][q][q]);
            y += difference * 2 * turned[k][p][q];
        }
        return Rotation.ofDoubleAngle(-x, y);
    }
}
