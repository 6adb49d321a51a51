package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The data of a fit, moved towards the origin: where a column lies to one side of zero, the middle of its range is
 * subtracted whenever a value is read, so that squares lose no digits. The columns themselves are not copied, however
 * long they are.
 */
final class FitData {

    /** Squares of a wider column would not be finite numbers, or their sums. */
    private static final double WIDEST = 1e140;

    /** Larger row weights, times squares, could overflow. */
    private static final double HEAVIEST = 1e15;

    /** Variances of a narrower column would not be normal numbers. */
    private static final double NARROWEST = 1e-140;

    private final double[][] columns;

    private final double[] centre;

    private final double[] least;

    private final double[] greatest;

    private final double[] rowWeights;

    private final double totalWeight;

    private double[][] covariance;

    private FitData(final double[][] columns, final double[] centre, final double[] least, final double[] greatest,
        final double[] rowWeights, final double totalWeight) {
        this.columns = columns;
        this.centre = centre;
        this.least = least;
        this.greatest = greatest;
        this.rowWeights = rowWeights;
        this.totalWeight = totalWeight;
    }

    /** Some of the rows with other weights, in the same centred coordinates. */
    FitData rows(final int[] rows, final double[] weights) {
        final double[][] chosen = new double[columns.length][];
        for (int j = 0; j < chosen.length; j++) {
            chosen[j] = selected(columns[j], rows);
        }
        return new FitData(chosen, centre, least, greatest, weights, total(weights, rows.length));
    }

    /** One column summed up: the mean and weight of each cell that has rows, in the same centred coordinates. */
    FitData cells(final double[] sums, final double[] weights) {
        final int[] full = IntStream.range(0, weights.length).filter(c -> weights[c] > 0).toArray();
        final double[] means = new double[full.length];
        for (int c = 0; c < full.length; c++) {
            means[c] = sums[full[c]] / weights[full[c]] + centre[0];
        }
        return new FitData(new double[][]{means}, centre, least, greatest, selected(weights, full), totalWeight);
    }

    /** The data of a fit, refused if squares could overflow. */
    static FitData of(final Points points, final double[] rowWeights) {
        final FitData data = ofAnyRange(points, rowWeights);
        for (int j = 0; j < data.dimension(); j++) {
            if (!(data.greatest[j] - data.least[j] <= WIDEST)) {
                throw new IllegalArgumentException("Column " + (j + 1) + " reaches from "
                    + (data.least[j] + data.centre[j]) + " to " + (data.greatest[j] + data.centre[j])
                    + ": its variance is too large for a number; divide the column by a constant.");
            }
        }
        return data;
    }

    /** The same without a check of the range. */
    static FitData ofAnyRange(final Points points, final double[] rowWeights) {
        final int n = points.size();
        final int d = points.dimension();
        final double total = rowWeights == null ? n : total(rowWeights, n);
        // rows of no weight would still count for ranges
        final int[] weighty = rowWeights == null ? null
            : IntStream.range(0, n).filter(i -> rowWeights[i] > 0).toArray();
        final boolean all = weighty == null || weighty.length == n;
        final double[][] columns = new double[d][];
        final double[] centre = new double[d];
        final double[] least = new double[d];
        final double[] greatest = new double[d];
        for (int j = 0; j < d; j++) {
            columns[j] = all ? points.columnUncopied(j) : selected(points.columnUncopied(j), weighty);
            least[j] = least(columns[j]);
            greatest[j] = greatest(columns[j]);
            if (!(least[j] <= 0 && greatest[j] >= 0)) {
                centre[j] = least[j] / 2 + greatest[j] / 2;
                least[j] -= centre[j];
                greatest[j] -= centre[j];
            }
        }
        final double[] weights = all ? rowWeights == null ? null : rowWeights.clone() : selected(rowWeights, weighty);
        return new FitData(columns, centre, least, greatest, weights, total);
    }

    private static double[] selected(final double[] values, final int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static double total(final double[] rowWeights, final int n) {
        if (rowWeights.length != n) {
            throw new IllegalArgumentException("There are " + rowWeights.length + " row weights for " + n + " rows.");
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (!(rowWeights[i] >= 0 && rowWeights[i] <= HEAVIEST)) {
                throw new IllegalArgumentException("The weight of row " + (i + 1) + " must be from 0 to " + HEAVIEST
                    + ", but is " + rowWeights[i] + ".");
            }
            sum += rowWeights[i];
        }
        if (!(sum > NARROWEST)) {
            throw new IllegalArgumentException("The row weights must have a positive sum, but it is " + sum + ".");
        }
        return sum;
    }

    private static double least(final double[] values) {
        double least = values[0];
        for (final double value : values) {
            if (value < least) { // hardly ever, so quicker than Math.min
                least = value;
            }
        }
        return least;
    }

    private static double greatest(final double[] values) {
        double greatest = values[0];
        for (final double value : values) {
            if (value > greatest) {
                greatest = value;
            }
        }
        return greatest;
    }

    /** Refuses settings that these data cannot serve. */
    void requireSuitable(final FitSettings settings) {
        final int k = settings.components();
        if (settings.start() instanceof Start.Given given) {
            Check.sameDimension("start mixture", given.mixture().dimension(), dimension());
        }
        if (size() < k) {
            throw new IllegalArgumentException("There are " + size() + " rows"
                + (rowWeights == null ? "" : " of positive weight") + " for " + k
                + " components: every component needs at least one row; take fewer components or more rows.");
        }
        final int distinct = distinctRows(k);
        if (distinct < k) {
            throw new IllegalArgumentException("There are only " + distinct + " distinct rows"
                + (rowWeights == null ? "" : " of positive weight") + " for " + k
                + " components: take fewer components or other rows.");
        }
        if (settings.ridge() > 0) {
            return;
        }
        for (int j = 0; j < dimension(); j++) {
            final double range = greatest[j] - least[j];
            if (!(range >= NARROWEST)) {
                throw new IllegalArgumentException("Column " + (j + 1) + (range == 0 ? " is constant"
                    : " reaches only from " + (least[j] + centre[j]) + " to " + (greatest[j] + centre[j]))
                    + ", so its variance is no positive number: remove or rescale it, or fit with regularization.");
            }
        }
    }

    boolean hasDistinctRows(final int enough) {
        return distinctRows(enough) == enough;
    }

    /** The number of distinct rows, or {@code enough} as soon as as many are found. */
    private int distinctRows(final int enough) {
        final int[] found = new int[enough];
        int count = 0;
        for (int i = 0; i < size() && count < enough; i++) {
            if (!contains(found, count, i)) {
                found[count++] = i;
            }
        }
        return count;
    }

    /** Whether a row is equal to one of the first {@code count} of some rows. */
    boolean contains(final int[] rows, final int count, final int row) {
        for (int c = 0; c < count; c++) {
            if (equalRows(rows[c], row)) {
                return true;
            }
        }
        return false;
    }

    private boolean equalRows(final int a, final int b) {
        for (final double[] column : columns) {
            if (column[a] != column[b]) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return columns[0].length;
    }

    int dimension() {
        return columns.length;
    }

    /** A centred value. */
    double value(final int i, final int j) {
        return columns[j][i] - centre[j];
    }

    /** Copies centred values of a column to the beginning of a block. */
    void copy(final int j, final int from, final int n, final double[] block) {
        System.arraycopy(columns[j], from, block, 0, n);
        if (centre[j] != 0) {
            Lanes.subtract(block, centre[j], block, n);
        }
    }

    /** What is subtracted from a column. */
    double centre(final int j) {
        return centre[j];
    }

    /** The least value of a centred column. */
    double least(final int j) {
        return least[j];
    }

    /** The greatest value of a centred column. */
    double greatest(final int j) {
        return greatest[j];
    }

    /** The row weights for reading only, or null for 1 each. */
    double[] rowWeights() {
        return rowWeights;
    }

    double weight(final int i) {
        return rowWeights == null ? 1 : rowWeights[i];
    }

    double totalWeight() {
        return totalWeight;
    }

    /** The covariance of all rows, divided by their total weight; computed when first asked for. */
    double[][] covariance() {
        if (covariance == null) {
            covariance = computeCovariance();
        }
        return covariance;
    }

    /** The variance of a column, divided by the total weight. */
    double variance(final int j) {
        final double mean = mean(j);
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += weight(i) * (value(i, j) - mean) * (value(i, j) - mean);
        }
        return sum / totalWeight;
    }

    private double mean(final int j) {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += weight(i) * value(i, j);
        }
        return sum / totalWeight;
    }

    private double[][] computeCovariance() {
        final int d = dimension();
        final double[] mean = new double[d];
        Arrays.setAll(mean, this::mean);
        final double[][] result = Zeros.of(d, d);
        for (int j = 0; j < d; j++) {
            for (int m = 0; m <= j; m++) {
                double sum = 0;
                for (int i = 0; i < size(); i++) {
                    sum += weight(i) * (value(i, j) - mean[j]) * (value(i, m) - mean[m]);
                }
                result[j][m] = sum / totalWeight;
                result[m][j] = result[j][m];
            }
        }
        return result;
    }
}
