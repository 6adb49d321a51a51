package org.modelcollapse.collapse;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Spread of one number over the replicates of a scenario, at one generation. Quantiles are exact order statistics,
 * linear between neighbours as R and NumPy have them by default. Immutable.
 *
 * @param runs how many runs got so far
 * @param p05 5 % quantile
 * @param q1 lower quartile
 * @param median median
 * @param q3 upper quartile
 * @param p95 95 % quantile
 * @param mean mean
 * @param standardError standard error of the mean; empty for a single run
 * @param expected exact expectation by the law of the regime; empty if there is no law, or if some runs ended before,
 *            since those that are left are a selection
 * @param z (mean - expected) / standard error; empty without an expectation or a positive standard error
 */
public record Band(int runs, double p05, double q1, double median, double q3, double p95, double mean,
    OptionalDouble standardError, OptionalDouble expected, OptionalDouble z) {

    /**
     * @param values a finite number of each run, at least one; the order is changed
     * @param expected the expectation, if there is one
     * @return the band
     */
    static Band of(final double[] values, final OptionalDouble expected) {
        Arrays.sort(values);
        final double mean = mean(values);
        final OptionalDouble error = values.length < 2 ? OptionalDouble.empty()
            : OptionalDouble.of(standardError(values, mean));
        final boolean scored = expected.isPresent() && error.isPresent() && error.getAsDouble() > 0;
        return new Band(values.length, OrderStatistics.quantile(values, 0.05), OrderStatistics.quantile(values, 0.25),
            OrderStatistics.quantile(values, 0.5), OrderStatistics.quantile(values, 0.75),
            OrderStatistics.quantile(values, 0.95), mean, error, expected,
            scored ? OptionalDouble.of((mean - expected.getAsDouble()) / error.getAsDouble()) : OptionalDouble.empty());
    }

    /** Of sorted values, so that the order of the runs makes no difference; divided first, so that no sum overflows. */
    private static double mean(final double[] sorted) {
        double sum = 0;
        for (final double value : sorted) {
            sum += value / sorted.length;
        }
        return Math.min(Math.max(sum, sorted[0]), sorted[sorted.length - 1]);
    }

    private static double standardError(final double[] values, final double mean) {
        double scale = 0;
        for (final double value : values) {
            scale = Math.max(scale, Math.abs(value - mean));
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            return scale > 0 ? Double.MAX_VALUE : 0;
        }
        double sum = 0;
        for (final double value : values) {
            final double part = (value - mean) / scale;
            sum += part * part;
        }
        return Math.min(scale * Math.sqrt(sum / (values.length - 1.0) / values.length), Double.MAX_VALUE);
    }
}
