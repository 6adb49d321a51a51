package org.modelcollapse.gmm;

import java.io.Serializable;

/**
 * The lower triangular factor L of a symmetric positive definite matrix A = L L'. Written out rather than taken from a
 * library because every EM iteration factors K matrices of a few rows and solves with them in loops over blocks of
 * points.
 */
final class Cholesky implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[][] lower;

    private Cholesky(final double[][] lower) {
        this.lower = lower;
    }

    /** Factors a matrix of which the lower triangle is read; null if it is not positive definite. */
    static Cholesky ofOrNull(final double[][] matrix) {
        final int d = matrix.length;
        final double[][] lower = new double[d][];
        for (int i = 0; i < d; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int m = 0; m < j; m++) {
                    rest -= lower[i][m] * lower[j][m];
                }
                if (i == j) {
                    // a pivot that is nothing but the rounding error of its row counts as zero
                    if (!(rest > 4 * d * Math.ulp(1.0) * matrix[i][i] && rest < Double.POSITIVE_INFINITY)) {
                        return null;
                    }
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    lower[i][j] = rest / lower[j][j];
                }
            }
        }
        return new Cholesky(lower);
    }

    int dimension() {
        return lower.length;
    }

    double lower(final int i, final int j) {
        return lower[i][j];
    }

    /** Row i of the factor, columns 0 to i, for reading only. */
    double[] row(final int i) {
        return lower[i];
    }

    /** log det L, which is half of log det A. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += StrictMath.log(lower[i][i]);
        }
        return sum;
    }

    /** The trace of A^-1: the sum of the squares of L^-1, whose columns are solved for one by one. */
    double traceOfInverse() {
        double trace = 0;
        final double[] y = new double[lower.length];
        for (int c = 0; c < y.length; c++) {
            for (int i = c; i < y.length; i++) {
                double rest = i == c ? 1 : 0;
                for (int j = c; j < i; j++) {
                    rest -= lower[i][j] * y[j];
                }
                y[i] = rest / lower[i][i];
                trace += y[i] * y[i];
            }
        }
        return trace;
    }

    /** The trace of A^-1 S for a symmetric S: that of L^-1 S L'^-1. */
    double traceOfQuotient(final double[][] s) {
        final int d = lower.length;
        final double[][] half = new double[d][];
        for (int c = 0; c < d; c++) {
            half[c] = solved(s[c], d);
        }
        // half holds the columns of L^-1 S, and so the rows of its transpose
        double trace = 0;
        final double[] column = new double[d];
        for (int c = 0; c < d; c++) {
            for (int i = 0; i <= c; i++) {
                column[i] = half[i][c];
            }
            trace += solved(column, c + 1)[c];
        }
        return trace;
    }

    /** L^-1 x. */
    double[] solve(final double[] x) {
        return solved(x, lower.length);
    }

    /** The first n entries of L^-1 x. */
    private double[] solved(final double[] x, final int n) {
        final double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = x[i];
            for (int j = 0; j < i; j++) {
                rest -= lower[i][j] * y[j];
            }
            y[i] = rest / lower[i][i];
        }
        return y;
    }

    /** (x - m)' A^-1 (x - m), held to the largest number. */
    double squaredDistance(final double[] x, final double[] m) {
        final double[] y = new double[lower.length];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double rest = x[i] - m[i];
            for (int j = 0; j < i; j++) {
                rest -= lower[i][j] * y[j];
            }
            y[i] = rest / lower[i][i];
            sum += y[i] * y[i];
        }
        // beyond the range of numbers the sum is infinite or, from a difference of infinities, NaN
        return sum <= Double.MAX_VALUE ? sum : Double.MAX_VALUE;
    }
}
