package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The data of a fit in memory. The middle of a column's range is subtracted whenever a value is read; the columns
 * themselves are not copied, however long they are.
 */
final class FitData implements AllRows {

    /** Squares of a wider column would not be finite numbers, or their sums. */
    static final double WIDEST = 1e140;

    /** Larger row weights, times squares, could overflow. */
    private static final double HEAVIEST = 1e15;

    /** Variances of a narrower column would not be normal numbers. */
    static final double NARROWEST = 1e-140;

    private final double[][] columns;

    private final double[] centre;

    private final double[] least;

    private final double[] greatest;

    private final double[] rowWeights;

    private final double totalWeight;

    /** Which values are known, or null if all are; the others are filled in, for clusterings to start from. */
    private final Gaps gaps;

    private double[][] covariance;

    private final Map<Stretch, double[][]> products = new ConcurrentHashMap<>();

    private FitData(final double[][] columns, final double[] centre, final double[] least, final double[] greatest,
        final double[] rowWeights, final double totalWeight, final Gaps gaps) {
        this.columns = columns;
        this.gaps = gaps;
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
        return new FitData(chosen, centre, least, greatest, weights, total(weights, rows.length, columns.length),
            Gaps.ofRows(gaps, rows));
    }

    /** Some rows with a weight each, also where all have the same. */
    static FitData weighted(final FitData rows) {
        final double[] weights = new double[rows.size()];
        Arrays.setAll(weights, rows::weight);
        return new FitData(rows.columns, rows.centre, rows.least, rows.greatest, weights,
            total(weights, weights.length, rows.columns.length), rows.gaps);
    }

    /** Rows in centred coordinates that are known. */
    static FitData of(final double[][] columns, final double[] centre, final double[] least, final double[] greatest,
        final double[] weights) {
        final int n = columns[0].length;
        return new FitData(columns, centre, least, greatest, weights,
            weights == null ? n : total(weights, n, columns.length), null);
    }

    /** A block of all rows in their centred coordinates. */
    static FitData of(final RowBlock block, final double[] centre, final double[] least, final double[] greatest) {
        return new FitData(block.columns(), centre, least, greatest, block.weights(), Double.NaN, null);
    }

    @Override
    public FitData rows(final int... rows) {
        final double[][] chosen = new double[columns.length][];
        for (int j = 0; j < chosen.length; j++) {
            chosen[j] = selected(columns[j], rows);
        }
        final double[] weights = rowWeights == null ? null : selected(rowWeights, rows);
        return new FitData(chosen, centre, least, greatest, weights,
            weights == null ? rows.length : total(weights, rows.length, columns.length), Gaps.ofRows(gaps, rows));
    }

    @Override
    public FitData cells(final double[] sums, final double[] weights) {
        return cells(sums, weights, centre, least, greatest, totalWeight);
    }

    /** One column summed up: the mean and weight of each cell that has rows. */
    static FitData cells(final double[] sums, final double[] weights, final double[] centre, final double[] least,
        final double[] greatest, final double totalWeight) {
        final int[] full = IntStream.range(0, weights.length).filter(c -> weights[c] > 0).toArray();
        final double[] means = new double[full.length];
        for (int c = 0; c < full.length; c++) {
            means[c] = sums[full[c]] / weights[full[c]] + centre[0];
        }
        return new FitData(new double[][]{means}, centre, least, greatest, selected(weights, full), totalWeight,
            null);
    }

    /** The data of a fit, refused if squares could overflow. */
    static FitData of(final Points points, final double[] rowWeights) {
        final FitData data = ofAnyRange(points, rowWeights);
        data.requireNarrow();
        return data;
    }

    /**
     * The data of a fit with values that are not known, first filled in by the expectations under a single Gaussian.
     *
     * @param points the rows
     * @param rowWeights a weight each, or null
     * @param monitor asked whether to go on
     */
    static FitData of(final PartialPoints points, final double[] rowWeights, final Monitor monitor) {
        final Gaps gaps = Gaps.of(points);
        final FitData rough = of(points.filledByMeans(), rowWeights);
        if (gaps.isNone()) {
            return rough;
        }
        final FitData start = rough.with(weighty(gaps, rowWeights));
        final FitSettings single = FitSettings.sklearn(1).withMaxIterations(100).withTolerance(1e-6).withScored(false);
        final GaussianMixture one = Climb.run(start, single, Starts.ofLabels(start, single, new int[start.size()]),
            RandomStream.of(0), monitor).toMixture();
        return of(points.filledBy(one, gaps), rowWeights).with(weighty(gaps, rowWeights));
    }

    private static Gaps weighty(final Gaps gaps, final double[] rowWeights) {
        return rowWeights == null ? gaps
            : Gaps.ofRows(gaps, IntStream.range(0, rowWeights.length).filter(i -> rowWeights[i] > 0).toArray());
    }

    private FitData with(final Gaps which) {
        return new FitData(columns, centre, least, greatest, rowWeights, totalWeight, which);
    }

    /** Which values are known, or null if all are. */
    Gaps gaps() {
        return gaps;
    }

    /** The same without a check of the range. */
    static FitData ofAnyRange(final Points points, final double[] rowWeights) {
        final int n = points.size();
        final int d = points.dimension();
        if (rowWeights != null) {
            checkWeights(rowWeights, n);
        }
        // rows of no weight would still count for ranges
        final int[] weighty = rowWeights == null ? null
            : IntStream.range(0, n).filter(i -> rowWeights[i] > 0).toArray();
        final boolean all = weighty == null || weighty.length == n;
        final double[] weights = all ? rowWeights == null ? null : rowWeights.clone() : selected(rowWeights, weighty);
        final double total = rowWeights == null ? n : total(weights, weights.length, d);
        final double[][] columns = new double[d][];
        final double[] centre = new double[d];
        final double[] least = new double[d];
        final double[] greatest = new double[d];
        for (int j = 0; j < d; j++) {
            columns[j] = all ? points.columnUncopied(j) : selected(points.columnUncopied(j), weighty);
            least[j] = least(columns[j]);
            greatest[j] = greatest(columns[j]);
        }
        centre(centre, least, greatest);
        return new FitData(columns, centre, least, greatest, weights, total, null);
    }

    /** Sets what is subtracted from each column, and moves the ranges. */
    static void centre(final double[] centre, final double[] least, final double[] greatest) {
        for (int j = 0; j < centre.length; j++) {
            if (!(least[j] <= 0 && greatest[j] >= 0)) {
                centre[j] = least[j] / 2 + greatest[j] / 2;
                least[j] -= centre[j];
                greatest[j] -= centre[j];
            }
        }
    }

    static double[] selected(final double[] values, final int[] rows) {
        final double[] chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return chosen;
    }

    private static void checkWeights(final double[] rowWeights, final int n) {
        if (rowWeights.length != n) {
            throw new IllegalArgumentException("There are " + rowWeights.length + " row weights for " + n + " rows.");
        }
        for (int i = 0; i < n; i++) {
            if (!(rowWeights[i] >= 0 && rowWeights[i] <= HEAVIEST)) {
                throw new IllegalArgumentException("The weight of row " + (i + 1) + " must be from 0 to " + HEAVIEST
                    + ", but is " + rowWeights[i] + ".");
            }
        }
    }

    private static double total(final double[] weights, final int n, final int dimension) {
        return requirePositive(sum(weights, n, dimension));
    }

    /** The sum of the first numbers, chunk by chunk. */
    static double sum(final double[] values, final int n, final int dimension) {
        final int rows = RowBlock.rows(dimension);
        if (n <= rows) {
            return sumOfChunk(values, 0, n);
        }
        final BlockSum<Double> sum = BlockSum.of(Double::sum);
        int block = 0;
        for (int from = 0; from < n; from = end(from, rows, n)) {
            sum.add(block++, sumOfChunk(values, from, end(from, rows, n)));
        }
        return sum.total();
    }

    static double sumOfChunk(final double[] values, final int from, final int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    static double requirePositive(final double totalWeight) {
        if (!(totalWeight > NARROWEST)) {
            throw new IllegalArgumentException("The row weights must have a positive sum, but it is " + totalWeight + ".");
        }
        return totalWeight;
    }

    /** Where a chunk ends that begins at a row. */
    static int end(final int from, final int rows, final int n) {
        return (int)Math.min((long)from + rows, n);
    }

    static double least(final double[] values) {
        double least = values[0];
        for (final double value : values) {
            if (value < least) { // hardly ever, so quicker than Math.min
                least = value;
            }
        }
        return least;
    }

    static double greatest(final double[] values) {
        double greatest = values[0];
        for (final double value : values) {
            if (value > greatest) {
                greatest = value;
            }
        }
        return greatest;
    }

    @Override
    public int distinctRows(final int enough) {
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

    @Override
    public double[] row(final int i) {
        final double[] row = new double[columns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][i];
        }
        return row;
    }

    /** The squared distance of a row from a point in centred coordinates. */
    double squaredDistance(final int i, final double[] point) {
        double sum = 0;
        for (int j = 0; j < columns.length; j++) {
            final double difference = value(i, j) - point[j];
            sum += difference * difference;
        }
        return sum;
    }

    /** Which of some points in centred coordinates is nearest to a row; of equally near ones, the first. */
    int nearest(final int i, final double[][] points) {
        if (points.length == 1) {
            return 0;
        }
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < points.length; c++) {
            final double distance = squaredDistance(i, points[c]);
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    static boolean equal(final double[] a, final double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (a[j] != b[j]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public <T> T sum(final ChunkTask<T> task, final Monitor monitor) {
        final int n = size();
        final int rows = RowBlock.rows(columns.length);
        if (n <= rows) {
            monitor.checkCanceled();
            return task.of(new Chunk(this, 0, n, 0));
        }
        final BlockSum<T> sum = BlockSum.of(task::sum);
        int block = 0;
        for (int from = 0; from < n; from = end(from, rows, n)) {
            monitor.checkCanceled();
            sum.add(block, task.of(new Chunk(this, from, end(from, rows, n), block)));
            block++;
        }
        return sum.total();
    }

    @Override
    public DataPass pass(final int components, final int threads, final Monitor monitor) {
        return MemoryPass.of(this, components, threads, monitor);
    }

    @Override
    public FitData gather() {
        return this;
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public boolean weighted() {
        return rowWeights != null;
    }

    @Override
    public int size() {
        return columns[0].length;
    }

    @Override
    public int dimension() {
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

    @Override
    public double centre(final int j) {
        return centre[j];
    }

    @Override
    public double least(final int j) {
        return least[j];
    }

    @Override
    public double greatest(final int j) {
        return greatest[j];
    }

    /** The row weights for reading only, or null for 1 each. */
    double[] rowWeights() {
        return rowWeights;
    }

    double weight(final int i) {
        return rowWeights == null ? 1 : rowWeights[i];
    }

    @Override
    public double totalWeight() {
        return totalWeight;
    }

    /**
     * The sums of the products of centred columns over a stretch of rows, times the rows' weights: lower triangle,
     * computed when first asked for. Not to be written to.
     */
    double[][] products(final int from, final int to) {
        return products.computeIfAbsent(new Stretch(from, to), stretch -> sumProducts(from, to));
    }

    private record Stretch(int from, int to) {
    }

    private double[][] sumProducts(final int from, final int to) {
        final int d = dimension();
        final double[][] sums = Zeros.of(d, d);
        final double[][] block = Zeros.of(d, Lanes.BLOCK);
        final double[][] weighted = rowWeights == null ? block : Zeros.of(d, Lanes.BLOCK);
        for (int at = from; at < to; at += Lanes.BLOCK) {
            final int n = Math.min(Lanes.BLOCK, to - at);
            for (int j = 0; j < d; j++) {
                copy(j, at, n, block[j]);
                for (int i = 0; rowWeights != null && i < n; i++) {
                    weighted[j][i] = rowWeights[at + i] * block[j][i];
                }
            }
            Lanes.addProducts(weighted, block, sums, n);
        }
        return sums;
    }

    @Override
    public double[][] covariance() {
        if (covariance == null) {
            covariance = Moments.covariance(this);
        }
        return covariance;
    }
}
