package org.modelcollapse.collapse.model;

/**
 * A histogram of equal bins in one dimension, uniform within a bin. Points beyond the ends count in the outermost bins.
 *
 * @param low lower end of the first bin
 * @param high upper end of the last bin, above {@code low}
 * @param count number of bins, at least 1
 */
public record HistogramLearner(double low, double high, int count) implements BinLearner {

    /** @throws IllegalArgumentException if the ends are not finite and in order, or there is no bin */
    public HistogramLearner {
        if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "A histogram needs finite ends, low below high, but has " + low + " and " + high);
        }
        BinLearner.requireBins("bin", count);
    }

    @Override
    public String label() {
        return "a histogram";
    }

    @Override
    public Bins places() {
        final double step = (high - low) / count;
        return new Bins(count, low + step / 2, step, step);
    }

    @Override
    public String dependsOnUnit() {
        return "A histogram spreads the points of a bin over the whole bin.";
    }
}
