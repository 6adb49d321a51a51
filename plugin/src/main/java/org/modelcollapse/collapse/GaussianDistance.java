package org.modelcollapse.collapse;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Distances of mixtures of one component each and of the same dimension, in closed form. W1 is the mean of
 * |N(m1 - m2, (s1 - s2)^2)|, a folded normal; W2 is from Dowson and Landau, J. Multivariate Analysis 12, 450 (1982),
 * DOI 10.1016/0047-259X(82)90077-X; the divergence from Kullback, Information Theory and Statistics (1959).
 */
final class GaussianDistance {

    /** Squares and their ratios below this have lost digits, or may have. */
    private static final double TINY = 1e-290;

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
        final RealMatrix rootOfA = root(a);
        final RealMatrix product = rootOfA.multiply(b).multiply(rootOfA);
        final RealMatrix symmetric = product.add(product.transpose()).scalarMultiply(0.5);
        double cross = 0;
        for (final double eigenvalue : new EigenDecomposition(symmetric).getRealEigenvalues()) {
            cross += Math.sqrt(Math.max(0, eigenvalue));
        }
        return Math.sqrt(Math.max(0, squared + a.getTrace() + b.getTrace() - 2 * cross));
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
        return Math.max(0, sum / 2);
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
