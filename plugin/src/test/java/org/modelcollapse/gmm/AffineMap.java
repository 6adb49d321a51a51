package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.EnumSet;

/** A map x -> A x + b under which mixtures of a covariance type stay of that type. Test support. */
record AffineMap(double[][] matrix, double[] shift) {

    /** Any map for what has no axes, axes by themselves for diagonal matrices, a similarity for spheres and common axes. */
    static AffineMap of(final CovarianceType type, final int d, final RandomStream random) {
        final double[] shift = new double[d];
        Arrays.setAll(shift, j -> 5 * random.nextGaussian());
        // orthogonal: reflections at random planes
        final double[][] matrix = new double[d][d];
        for (int j = 0; j < d; j++) {
            matrix[j][j] = 1;
        }
        final boolean any = EnumSet.of(CovarianceType.EEE, CovarianceType.VEE, CovarianceType.EVV, CovarianceType.VVV)
            .contains(type);
        final boolean diagonal = type.form() == Form.DIAGONAL;
        if (!diagonal) {
            reflect(matrix, random);
        }
        final double scale = 0.2 + 3 * random.nextDouble();
        for (int i = 0; i < d; i++) {
            final double own = !any && !diagonal ? scale
                : (random.nextInt(2) == 0 ? -1 : 1) * (0.2 + 3 * random.nextDouble());
            for (int j = 0; j < d; j++) {
                matrix[i][j] *= own;
            }
        }
        if (any) {
            reflect(matrix, random);
        }
        return new AffineMap(matrix, shift);
    }

    private static void reflect(final double[][] matrix, final RandomStream random) {
        final int d = matrix.length;
        final double[] normal = new double[d];
        double squared = 0;
        for (int j = 0; j < d; j++) {
            normal[j] = random.nextGaussian();
            squared += normal[j] * normal[j];
        }
        for (int j = 0; j < d; j++) {
            double product = 0;
            for (int i = 0; i < d; i++) {
                product += normal[i] * matrix[i][j];
            }
            for (int i = 0; i < d; i++) {
                matrix[i][j] -= 2 * product * normal[i] / squared;
            }
        }
    }

    Points apply(final Points points) {
        final double[][] rows = new double[points.size()][];
        Arrays.setAll(rows, i -> apply(points.row(i)));
        return Points.ofRows(rows);
    }

    double[] apply(final double[] x) {
        final double[] y = shift.clone();
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                y[i] += matrix[i][j] * x[j];
            }
        }
        return y;
    }

    GaussianMixture apply(final GaussianMixture mixture) {
        final double[][] means = mixture.means();
        final double[][][] covariances = mixture.covariances();
        for (int k = 0; k < means.length; k++) {
            means[k] = apply(means[k]);
            covariances[k] = conjugate(covariances[k]);
        }
        return GaussianMixture.of(mixture.covarianceType(), mixture.weights(), means, covariances);
    }

    /** A C A' */
    private double[][] conjugate(final double[][] covariance) {
        final int d = shift.length;
        final double[][] result = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int a = 0; a < d; a++) {
                    for (int b = 0; b < d; b++) {
                        result[i][j] += matrix[i][a] * covariance[a][b] * matrix[j][b];
                    }
                }
            }
        }
        return result;
    }

    /** log |det A| */
    double logDeterminant() {
        final double[][] square = new double[shift.length][shift.length];
        for (int j = 0; j < square.length; j++) {
            square[j][j] = 1;
        }
        return Cholesky.ofOrNull(conjugate(square)).logDeterminant();
    }
}
