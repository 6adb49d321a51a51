package org.modelcollapse.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts of values in adjacent bins of equal width, the first and last of which hold something. Immutable.
 *
 * @param lower the left edge of the first bin
 * @param width of a bin, positive
 * @param counts the number of values, or the sum of their weights, in each bin; at least one bin
 */
public record Histogram(double lower, double width, double[] counts) {

    /** Most bins: more cannot be told apart on a screen of ordinary width. */
    public static final int MOST_BINS = 80;

    /** Fewest bins, be the values ever so few. */
    public static final int FEWEST_BINS = 5;

    /** Copies the counts. */
    public Histogram {
        if (!(width > 0)) {
            throw new IllegalArgumentException("The width of the bins is " + width + ". It must be positive.");
        }
        counts = counts.clone();
    }

    /**
     * Counts values in as many bins as Rice's rule says, {@code 2 n^(1/3)}, from 5 to 80.
     *
     * @param values at least one, finite
     * @param weights of the values, as many, or null if each counts one
     * @return their histogram, from the least to the largest value
     */
    public static Histogram of(final double[] values, final double[] weights) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A histogram needs at least one value.");
        }
        double least = values[0];
        double largest = values[0];
        for (final double value : values) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        final int bins = bins(values.length);
        final double width = (largest - least) / bins;
        // a fit in a loop of thousands of iterations counts its rows each time: no division a row
        final double perUnit = 1 / width;
        if (!(width > Math.ulp(Math.max(Math.abs(least), Math.abs(largest)))) || Double.isInfinite(perUnit)) {
            return ofOnePlace(least, largest, values.length, weights);
        }
        final double[] counts = new double[bins];
        for (int i = 0; i < values.length; i++) {
            counts[Math.min((int)((values[i] - least) * perUnit), bins - 1)] += weights == null ? 1 : weights[i];
        }
        return new Histogram(least, width, counts);
    }

    /** Values that are all the same, or too close for edges between them: one bin around them. */
    private static Histogram ofOnePlace(final double least, final double largest, final int n,
        final double[] weights) {
        final double middle = least + (largest - least) / 2;
        final double width = Math.max(Math.abs(middle) * 1e-9, 1e-12);
        return new Histogram(middle - width / 2, width,
            new double[]{weights == null ? n : Arrays.stream(weights).sum()});
    }

    /**
     * @param n how many values
     * @return how many bins suit them
     */
    static int bins(final long n) {
        return (int)Math.max(FEWEST_BINS, Math.min(MOST_BINS, Math.ceil(2 * StrictMath.cbrt(n))));
    }

    /** {@return a copy of the counts} */
    @Override
    public double[] counts() {
        return counts.clone();
    }

    /** {@return the right edge of the last bin} */
    public double upper() {
        return lower + width * counts.length;
    }

    Map<String, Object> toJson() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("lower", lower);
        json.put("width", width);
        json.put("counts", counts);
        return json;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Histogram that && lower == that.lower && width == that.width
            && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lower, width, Arrays.hashCode(counts));
    }

    @Override
    public String toString() {
        return "Histogram[from " + lower + " by " + width + ": " + Arrays.toString(counts) + "]";
    }
}
