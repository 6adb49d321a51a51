package org.modelcollapse.collapse.math;

/** Mean and variance of plain arrays. Four sums in a fixed order: quick, and the same bytes everywhere. */
public final class Moments {

    private Moments() {
    }

    /** @return the mean of at least one value */
    public static double mean(final double[] values) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
        }
        for (; i < values.length; i++) {
            s0 += values[i];
        }
        return (s0 + s1 + (s2 + s3)) / values.length;
    }

    /** Divisor n. */
    public static double variance(final double[] values, final double mean) {
        return covariance(values, mean, values, mean);
    }

    /** Divisor n. */
    public static double covariance(final double[] x, final double meanOfX, final double[] y, final double meanOfY) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            s0 += (x[i] - meanOfX) * (y[i] - meanOfY);
            s1 += (x[i + 1] - meanOfX) * (y[i + 1] - meanOfY);
            s2 += (x[i + 2] - meanOfX) * (y[i + 2] - meanOfY);
            s3 += (x[i + 3] - meanOfX) * (y[i + 3] - meanOfY);
        }
        for (; i < x.length; i++) {
            s0 += (x[i] - meanOfX) * (y[i] - meanOfY);
        }
        return (s0 + s1 + (s2 + s3)) / x.length;
    }
}
