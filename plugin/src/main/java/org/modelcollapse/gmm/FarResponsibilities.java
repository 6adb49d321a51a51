package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * Responsibilities of a point that is far from all components. There the squared distances are so large that their
 * rounding, or their overflow, would decide; so they are not subtracted but their difference is built up:
 * {@code |y|^2 - |y'|^2 = (y - y')(y + y')}, where y is the point in units of one component's deviations and y' in those of
 * another's, and where both have the same deviations y - y' comes from the means alone. Immutable.
 */
final class FarResponsibilities {

    private final double[][] means;
    private final Cholesky[] factors;
    private final double[] logScales;

    FarResponsibilities(final double[][] means, final Cholesky[] factors, final double[] logScales) {
        this.means = means;
        this.factors = factors;
        this.logScales = logScales;
    }

    /**
     * @param x a point
     * @param alive which components have a weight
     * @param likely the component that is likely to have the most
     * @return responsibilities that sum to 1
     */
    double[] of(final double[] x, final boolean[] alive, final int likely) {
        final int exponent = Math.max(0, largestExponent(x));
        final double[][] y = new double[means.length][];
        for (int k = 0; k < means.length; k++) {
            y[k] = standardized(x, k, exponent);
        }
        int best = likely;
        final double[] excess = new double[means.length];
        // a component that turns out to have more than the best becomes the best; each can do so once
        for (int round = 0; round < means.length; round++) {
            int better = best;
            for (int k = 0; k < means.length; k++) {
                excess[k] = !alive[k] ? Double.NEGATIVE_INFINITY : k == best ? 0
                    : logScales[k] - logScales[best] - halfDifference(k, best, y, exponent);
                if (excess[k] > excess[better]) {
                    better = k;
                }
            }
            if (better == best) {
                break;
            }
            best = better;
        }
        final double[] shares = new double[means.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = StrictMath.exp(Math.min(0, excess[k]));
        }
        final double sum = Arrays.stream(shares).sum();
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /** A power of two that brings the point near 1 if it is beyond what can be squared; else 0. */
    private int largestExponent(final double[] x) {
        int largest = 0;
        for (int k = 0; k < means.length; k++) {
            for (int j = 0; j < x.length; j++) {
                largest = Math.max(largest, Math.getExponent(x[j] / 2 - means[k][j] / 2)
                    - Math.getExponent(factors[k].lower(j, j)));
            }
        }
        return largest > 400 ? largest : 0;
    }

    /** L^-1 (x - m), times 2^-exponent. */
    private double[] standardized(final double[] x, final int k, final int exponent) {
        final double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double rest = Math.scalb(x[i] / 2, -exponent) - Math.scalb(means[k][i] / 2, -exponent);
            for (int j = 0; j < i; j++) {
                rest -= factors[k].lower(i, j) * y[j] / 2;
            }
            y[i] = 2 * (rest / factors[k].lower(i, i));
        }
        return y;
    }

    /** Half of the squared distance from component k less that from component b. */
    private double halfDifference(final int k, final int b, final double[][] y, final int exponent) {
        final double[] gap = new double[y[k].length];
        double sum = 0;
        for (int i = 0; i < gap.length; i++) {
            if (Arrays.equals(factors[k].row(i), factors[b].row(i))) {
                double rest = Math.scalb(means[b][i] - means[k][i], -exponent);
                for (int j = 0; j < i; j++) {
                    rest -= factors[k].lower(i, j) * gap[j];
                }
                gap[i] = rest / factors[k].lower(i, i);
            } else {
                gap[i] = y[k][i] - y[b][i];
            }
            sum += gap[i] / 2 * (y[k][i] + y[b][i]);
        }
        return sum == 0 ? 0 : Math.scalb(Math.scalb(sum, exponent), exponent);
    }
}
