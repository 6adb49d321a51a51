package org.modelcollapse.collapse.distance;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.modelcollapse.collapse.math.Normal;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Distances of mixtures of one component each and of the same dimension, in closed form. W1 is the mean of
 * |N(m1 - m2, (s1 - s2)^2)|, a folded normal; W2 is from Dowson and Landau, J. Multivariate Analysis 12, 450 (1982),
 * DOI 10.1016/0047-259X(82)90077-X; the divergence from Kullback, Information Theory and Statistics (1959).
 */
final class GaussianDistance {

    /** Squares and their ratios below this have lost digits, or may have. */
    private static final double TINY = 1e-290;

    /** Below this share of its terms a sum that cancels has less than ten digits left. */
    private static final double CANCELS = 1e-5;

    private GaussianDistance() {
    }

    /** In one dimension. */
    static double wasserstein1(final GaussianMixture p, final GaussianMixture q) {
        final double mean = Math.abs(p.mean(0) - q.mean(0));
        final double sd = Math.abs(p.sd(0) - q.sd(0));
        if (sd == 0) {
            return mean;
        }
        final double z = mean / sd;
        return 2 * sd * Normal.density(z) + mean * (1 - 2 * Normal.upper(z));
    }

    static double wasserstein2(final GaussianMixture p, final GaussianMixture q) {
        double squared = 0;
        for (int j = 0; j < p.dimension(); j++) {
            squared += (p.mean(0, j) - q.mean(0, j)) * (p.mean(0, j) - q.mean(0, j));
        }
        if (p.dimension() == 1) {
            final double sd = p.sd(0) - q.sd(0);
            final double sum = squared + sd * sd;
            return sum > TINY && sum < Double.POSITIVE_INFINITY ? Math.sqrt(sum)
                : StrictMath.hypot(p.mean(0) - q.mean(0), sd);
        }
        final RealMatrix a = new Array2DRowRealMatrix(p.covariances()[0], false);
        final RealMatrix b = new Array2DRowRealMatrix(q.covariances()[0], false);
        final double traces = a.getTrace() + b.getTrace();
        if (isUsual(traces) && (squared == 0 || isUsual(squared))) {
            final double sum = squared + traces - 2 * cross(a, b);
            if (sum > CANCELS * traces) {
                return Math.sqrt(sum);
            }
        }
        return lengthOf(p, q);
    }

    private static boolean isUsual(final double squared) {
        return squared > 1e-30 && squared < 1e30;
    }

    /** The trace of the root of a^(1/2) b a^(1/2). */
    private static double cross(final RealMatrix a, final RealMatrix b) {
        final RealMatrix rootOfA = root(a);
        final RealMatrix product = rootOfA.multiply(b).multiply(rootOfA);
        final RealMatrix symmetric = product.add(product.transpose()).scalarMultiply(0.5);
        double cross = 0;
        for (final double eigenvalue : new EigenDecomposition(symmetric).getRealEigenvalues()) {
            cross += Math.sqrt(Math.max(0, eigenvalue));
        }
        return cross;
    }

    /**
     * W2 as the length of differences, where sums of squares would cancel or leave the range of numbers: of the means, and of
     * roots of the covariances, one of them turned so that the difference is the least (the orthogonal Procrustes problem).
     */
    private static double lengthOf(final GaussianMixture p, final GaussianMixture q) {
        final int d = p.dimension();
        double length = 0;
        double largest = 0;
        for (int j = 0; j < d; j++) {
            length = StrictMath.hypot(length, p.mean(0, j) - q.mean(0, j));
            largest = Math.max(largest, Math.max(Math.sqrt(p.covariance(0, j, j)), Math.sqrt(q.covariance(0, j, j))));
        }
        final boolean diagonal = isDiagonal(p) && isDiagonal(q);
        final int exponent = diagonal ? 0 : StrictMath.getExponent(largest);
        final double[][] a = rootOf(p, exponent);
        final double[][] b = rootOf(q, exponent);
        final double[][] turned = diagonal ? b : turned(b, a);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                length = StrictMath.hypot(length, StrictMath.scalb(a[i][j] - turned[i][j], exponent));
            }
        }
        return length;
    }

    /** The triangular root of a covariance, times 2^-exponent. */
    private static double[][] rootOf(final GaussianMixture mixture, final int exponent) {
        final double[][] root = mixture.covariances()[0];
        final int d = root.length;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double rest = j > i ? 0 : StrictMath.scalb(root[i][j], -2 * exponent);
                for (int k = 0; k < j && j <= i; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                // rounding may take a flat direction below 0
                root[i][j] = i == j ? Math.sqrt(Math.max(0, rest)) : j > i || root[j][j] == 0 ? 0 : rest / root[j][j];
            }
        }
        return root;
    }

    private static boolean isDiagonal(final GaussianMixture gaussian) {
        for (int i = 0; i < gaussian.dimension(); i++) {
            for (int j = 0; j < i; j++) {
                if (gaussian.covariance(0, i, j) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Root b times the orthogonal matrix that brings it nearest to a: of the singular vectors of b'a. */
    private static double[][] turned(final double[][] b, final double[][] a) {
        final RealMatrix from = new Array2DRowRealMatrix(b, false);
        final var vectors =
            new SingularValueDecomposition(from.transpose().multiply(new Array2DRowRealMatrix(a, false)));
        return from.multiply(vectors.getU().multiply(vectors.getVT())).getData();
    }

    static double kullbackLeibler(final GaussianMixture p, final GaussianMixture q) {
        if (p.dimension() == 1) {
            final double ratio = p.variance(0) / q.variance(0);
            final double z = (p.mean(0) - q.mean(0)) / q.sd(0);
            if (ratio == Double.POSITIVE_INFINITY) {
                return ratio; // above all that a number can say
            }
            if (ratio < TINY) { // here the ratio itself is lost or has few digits, but not its logarithm
                return (z * z - 1) / 2 + StrictMath.log(q.sd(0)) - StrictMath.log(p.sd(0));
            }
            return (z * z + minusLog(ratio)) / 2;
        }
        final RealMatrix a = new Array2DRowRealMatrix(p.covariances()[0], false);
        try {
            final RealMatrix b = new Array2DRowRealMatrix(q.covariances()[0], false);
            return kullbackLeibler(p, q, a, factor(a), factor(b));
        } catch (NonPositiveDefiniteMatrixException flat) {
            // a Gaussian that has collapsed onto fewer dimensions, as far as numbers can tell
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double kullbackLeibler(final GaussianMixture p, final GaussianMixture q, final RealMatrix a,
        final CholeskyDecomposition factorOfA, final CholeskyDecomposition factorOfB) {
        final int d = p.dimension();
        final double[] gap = new double[d];
        for (int j = 0; j < d; j++) {
            gap[j] = p.mean(0, j) - q.mean(0, j);
        }
        final double[] solved = factorOfB.getSolver().solve(MatrixUtils.createRealVector(gap)).toArray();
        double sum = factorOfB.getSolver().solve(a).getTrace() - d;
        for (int j = 0; j < d; j++) {
            sum += gap[j] * solved[j];
            sum += 2 * StrictMath.log(factorOfB.getL().getEntry(j, j) / factorOfA.getL().getEntry(j, j));
        }
        if (sum < CANCELS) {
            return Math.max(0, small(factorOfA.getL(), factorOfB.getL(), gap)) / 2;
        }
        return sum > 0 ? sum / 2 : Double.POSITIVE_INFINITY; // what is not a number was a difference of infinities
    }

    /** Twice the divergence, by the variances that p has in units of q's: a sum of terms none of which is below 0. */
    private static double small(final RealMatrix rootOfA, final RealMatrix rootOfB, final double[] gap) {
        final int d = gap.length;
        final double[][] ratio = new double[d][];
        for (int j = 0; j < d; j++) {
            final var column = rootOfA.getColumnVector(j);
            MatrixUtils.solveLowerTriangularSystem(rootOfB, column);
            ratio[j] = column.toArray();
        }
        final RealMatrix columns = new Array2DRowRealMatrix(ratio, false);
        double sum = 0;
        for (final double r : new EigenDecomposition(columns.multiply(columns.transpose())).getRealEigenvalues()) {
            sum += minusLog(r);
        }
        final var z = MatrixUtils.createRealVector(gap);
        MatrixUtils.solveLowerTriangularSystem(rootOfB, z);
        return sum + z.dotProduct(z);
    }

    private static CholeskyDecomposition factor(final RealMatrix covariance) {
        return new CholeskyDecomposition(covariance, 1e-9, 0);
    }

    /** The symmetric root; what rounding makes of an eigenvalue of 0 may be a little below it. */
    private static RealMatrix root(final RealMatrix covariance) {
        final EigenDecomposition eigen = new EigenDecomposition(covariance);
        final double[] roots = eigen.getRealEigenvalues();
        for (int j = 0; j < roots.length; j++) {
            roots[j] = Math.sqrt(Math.max(0, roots[j]));
        }
        return eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(roots)).multiply(eigen.getVT());
    }

    /** r - 1 - log r for a positive r, exact where it nearly cancels. */
    private static double minusLog(final double r) {
        final double h = r - 1;
        if (Math.abs(h) > 0.05) {
            return h - StrictMath.log(r);
        }
        double sum = 0;
        for (int m = 14; m >= 2; m--) {
            sum = (m % 2 == 0 ? 1.0 : -1.0) / m + h * sum;
        }
        return h * h * sum;
    }
}
