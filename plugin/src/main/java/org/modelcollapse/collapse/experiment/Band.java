package org.modelcollapse.collapse.experiment;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.modelcollapse.collapse.math.Moments;
import org.modelcollapse.collapse.math.OrderStatistics;
import org.modelcollapse.collapse.math.Spread;

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
 * @param z (mean - expected) / standard error; empty without an expectation or a positive standard error, or where fewer
 *            than {@link #FEWEST_RUNS} runs' worth of evidence carries the mean, see {@link #evidence}
 */
public record Band(int runs, double p05, double q1, double median, double q3, double p95, double mean,
    OptionalDouble standardError, OptionalDouble expected, OptionalDouble z) {

    /** A z-score of a mean that fewer runs carry says nothing. */
    static final int FEWEST_RUNS = 20;

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
        final boolean scored = expected.isPresent() && error.isPresent() && error.getAsDouble() > 0
            && evidence(values, mean) >= FEWEST_RUNS;
        return new Band(values.length, OrderStatistics.quantile(values, 0.05), OrderStatistics.quantile(values, 0.25),
            OrderStatistics.quantile(values, 0.5), OrderStatistics.quantile(values, 0.75),
            OrderStatistics.quantile(values, 0.95), mean, error, expected,
            scored ? OptionalDouble.of((mean - expected.getAsDouble()) / error.getAsDouble()) : OptionalDouble.empty());
    }

    /**
     * As how many runs of a normal distribution the mean is carried by; the least of three numbers:
     * <ul>
     * <li>that of the runs;
     * <li>{@code 3 (sum d^2)^2 / sum d^4} with the distances d from the mean: that of the runs if d is normal, few if a few
     * runs have all the spread;
     * <li>for positive values R exp(-s^2), with the number R of runs and the variance s^2 of the logarithms: what is left
     * of R where the values are log-normal, as the variances of a recursion nearly are. (The mean then rests on runs in
     * the far tail, and where a sample has none of these, the values that it has do not look as if any were missing; the
     * logarithms do tell.)
     * </ul>
     *
     * @param sorted finite numbers, ascending
     * @param mean their mean
     */
    static double evidence(final double[] sorted, final double mean) {
        final int runs = sorted.length;
        final double scale = Math.max(sorted[runs - 1] - mean, mean - sorted[0]);
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            return 0;
        }
        double second = 0;
        double fourth = 0;
        for (final double value : sorted) {
            final double squared = (value - mean) / scale * ((value - mean) / scale);
            second += squared;
            fourth += squared * squared;
        }
        final double carried = Math.min(runs, 3 * second * second / fourth);
        if (!(sorted[0] > 0)) {
            return carried;
        }
        final double[] logarithms = new double[runs];
        for (int i = 0; i < runs; i++) {
            logarithms[i] = StrictMath.log(sorted[i]);
        }
        final double spread = Moments.variance(logarithms, Moments.mean(logarithms));
        return Math.min(carried, runs * StrictMath.exp(-spread));
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
