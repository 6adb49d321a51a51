package org.modelcollapse.collapse.math;

/**
 * Where points lie, or what a distribution draws: the mean, and the total variance (trace of the covariance, divisor n).
 * The array is shared, and nobody writes to it.
 *
 * @param mean a number a dimension
 * @param variance at least 0
 */
public record Spread(double[] mean, double variance) {

    /** @param columns at least one row */
    public static Spread of(final double[][] columns) {
        final double[] mean = new double[columns.length];
        double variance = 0;
        for (int j = 0; j < mean.length; j++) {
            mean[j] = Moments.mean(columns[j]);
            variance += Moments.variance(columns[j], mean[j]);
        }
        return new Spread(mean, variance);
    }

    /** That of n points of this kind and m of the other one together (Chan, Golub and LeVeque, 1983). */
    public Spread joined(final double n, final Spread other, final double m) {
        final double share = m / (n + m);
        final double[] joint = new double[mean.length];
        double squared = 0;
        for (int j = 0; j < joint.length; j++) {
            final double distance = other.mean[j] - mean[j];
            joint[j] = Math.fma(share, distance, mean[j]);
            squared += distance * distance;
        }
        return new Spread(joint, variance + share * (other.variance - variance) + share * (1 - share) * squared);
    }
}
