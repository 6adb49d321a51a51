package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * k-means in one dimension. Rows are first gathered in cells, each with its weight, sum and sum of squares: with few
 * rows a cell for every distinct value, with many the cells of an even grid. Seeds and Lloyd's algorithm then work on
 * the cells, where a cluster is a range of cells and its sums are differences of prefix sums. With a grid the bounds
 * between clusters lie on it, which is as near to the fixed point as scikit-learn's tolerance gets; the sums of a
 * cluster are exact.
 */
final class LineClusters {

    private static final int GRID = 1024;

    /** Below so many rows sorting is cheap. */
    private static final int FEW = 2048;

    /** The most rows that are sorted where a grid does not serve; of more, so many random ones are. */
    private static final int MOST_SORTED = 1 << 22;

    private static final int LEAST_CELLS = 128;

    private static final int LEAST_CELLS_OF_CLUSTER = 16;

    private static final int MOST_ROUNDS = 300;

    private final int k;

    private final int cells;

    /** Sums over the first c cells of weight, weighted value and weighted square. */
    private final double[] weight;

    private final double[] sum;

    private final double[] square;

    private final double[] cellMean;

    /** Cluster c has the cells from bound[c] to bound[c + 1]. */
    private final int[] bound;

    /**
     * Takes over the sums.
     *
     * @param sums for each cell, at 3 c, 3 c + 1, 3 c + 2, its weight, sum and sum of squares; cells of weight zero are
     *            left out
     */
    private LineClusters(final int k, final double[] sums, final int count) {
        this.k = k;
        cells = count;
        weight = new double[count + 1];
        sum = new double[count + 1];
        square = new double[count + 1];
        cellMean = new double[count];
        bound = new int[k + 1];
        int c = 0;
        double totalWeight = 0;
        double totalSum = 0;
        double totalSquare = 0;
        for (int at = 0; at < sums.length; at += 3) {
            if (sums[at] > 0) {
                cellMean[c] = sums[at + 1] / sums[at];
                totalWeight += sums[at];
                totalSum += sums[at + 1];
                totalSquare += sums[at + 2];
                c++;
                weight[c] = totalWeight;
                sum[c] = totalSum;
                square[c] = totalSquare;
            }
        }
    }

    /** The sums about the origin of the clusters, in rising order. */
    static Statistics sums(final AllRows data, final int k, final RandomStream random) {
        final LineClusters clusters = gather(data, k, random);
        clusters.iterate(clusters.seeds(random));
        return clusters.statistics();
    }

    private static LineClusters gather(final AllRows data, final int k, final RandomStream random) {
        if (data.size() > FEW) {
            final double[] sums = gridSums(data);
            final int count = occupied(sums);
            if (count >= Math.max(LEAST_CELLS, LEAST_CELLS_OF_CLUSTER * k)) {
                return new LineClusters(k, sums, count);
            }
        }
        final double[] sums = distinctSums(data, random);
        final int count = occupied(sums);
        if (count < k) {
            // only where rows were left out: then what was left out is rare enough for a start without it
            return new LineClusters(k, spread(data, k), k);
        }
        return new LineClusters(k, sums, count);
    }

    private static int occupied(final double[] sums) {
        int count = 0;
        for (int at = 0; at < sums.length; at += 3) {
            if (sums[at] > 0) {
                count++;
            }
        }
        return count;
    }

    private static double[] gridSums(final AllRows data) {
        final double least = data.least(0);
        final double scale = GRID / (data.greatest(0) - least);
        if (!(scale < Double.MAX_VALUE)) {
            return new double[3 * GRID];
        }
        return data.sum(new Grid(least, scale), Monitor.NONE);
    }

    /** The sums of the cells of an even grid. */
    private record Grid(double least, double scale) implements ChunkTask<double[]> {
        @Override
        public double[] of(final Chunk chunk) {
            final FitData rows = chunk.rows();
            final double[] sums = new double[3 * GRID];
            for (int i = chunk.from(); i < chunk.to(); i++) {
                final double x = rows.value(i, 0);
                final int at = 3 * Math.min(GRID - 1, (int)((x - least) * scale));
                addTo(sums, at, x, rows.weight(i));
            }
            return sums;
        }

        @Override
        public double[] sum(final double[] earlier, final double[] later) {
            return ChunkTask.add(earlier, later);
        }
    }

    private static double[] distinctSums(final AllRows data, final RandomStream random) {
        return data.weighted() ? weightedDistinctSums(data, random) : equalDistinctSums(data, random);
    }

    /** All rows where they are few enough to be sorted, or random ones. */
    private static FitData sortable(final AllRows data, final RandomStream random) {
        final int n = data.size();
        if (n <= MOST_SORTED) {
            return data.gather();
        }
        final int[] rows = new int[MOST_SORTED];
        Arrays.setAll(rows, i -> random.nextInt(n));
        return data.rows(rows);
    }

    private static double[] equalDistinctSums(final AllRows data, final RandomStream random) {
        final FitData rows = sortable(data, random);
        final double[] values = new double[rows.size()];
        rows.copy(0, 0, values.length, values);
        final double[] sorted = EvenSort.sorted(values, data.least(0), data.greatest(0));
        final double[] sums = new double[3 * sorted.length];
        int at = -3;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                at += 3;
            }
            addTo(sums, at, sorted[i], 1);
        }
        return sums;
    }

    private static double[] weightedDistinctSums(final AllRows data, final RandomStream random) {
        final FitData rows = sortable(data, random);
        final Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(rows.value(a, 0), rows.value(b, 0)));
        final double[] sums = new double[3 * order.length];
        int at = -3;
        for (int i = 0; i < order.length; i++) {
            final double x = rows.value(order[i], 0);
            if (i == 0 || x != rows.value(order[i - 1], 0)) {
                at += 3;
            }
            addTo(sums, at, x, rows.weight(order[i]));
        }
        return sums;
    }

    private static void addTo(final double[] sums, final int at, final double x, final double w) {
        final double weighted = w * x;
        sums[at] += w;
        sums[at + 1] += weighted;
        sums[at + 2] += weighted * x;
    }

    /** One cell of equal weight at the middle of each of k even parts of the range. */
    private static double[] spread(final AllRows data, final int k) {
        final double[] sums = new double[3 * k];
        final double w = data.totalWeight() / k;
        for (int c = 0; c < k; c++) {
            final double share = (c + 0.5) / k;
            addTo(sums, 3 * c, data.least(0) * (1 - share) + data.greatest(0) * share, w);
        }
        return sums;
    }

    /** Greedy k-means++: each seed the best of a few that are drawn by squared distance to the nearest so far. */
    private double[] seeds(final RandomStream random) {
        final double[] seeds = new double[k];
        final double[] distance = new double[cells];
        final double[] cumulated = new double[cells];
        seeds[0] = cellMean[firstAbove(weight, cells + 1, random.nextDouble() * weight[cells]) - 1];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        final int trials = 2 + (int)StrictMath.log(k);
        for (int s = 1; s < k; s++) {
            double total = 0;
            for (int c = 0; c < cells; c++) {
                distance[c] = Math.min(distance[c], squaredDistance(c, seeds[s - 1]));
                total += (weight[c + 1] - weight[c]) * distance[c];
                cumulated[c] = total;
            }
            double best = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < trials; trial++) {
                final double candidate = cellMean[firstAbove(cumulated, cells, random.nextDouble() * total)];
                final double potential = potential(distance, candidate);
                if (potential < best) {
                    best = potential;
                    seeds[s] = candidate;
                }
            }
        }
        Arrays.sort(seeds);
        return seeds;
    }

    private double squaredDistance(final int cell, final double to) {
        return (cellMean[cell] - to) * (cellMean[cell] - to);
    }

    private double potential(final double[] distance, final double candidate) {
        double potential = 0;
        for (int c = 0; c < cells; c++) {
            potential += (weight[c + 1] - weight[c]) * Math.min(distance[c], squaredDistance(c, candidate));
        }
        return potential;
    }

    /** The first index of a rising array whose value exceeds a number, or the last index. */
    private static int firstAbove(final double[] rising, final int length, final double value) {
        int low = 0;
        int high = length - 1;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (rising[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Lloyd's algorithm from sorted centres until no bound moves. */
    private void iterate(final double[] centres) {
        bound[k] = cells;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean moved = false;
            for (int c = 1; c < k; c++) {
                // every cluster keeps a cell: one on the left, and room for those on the right
                final int cell = firstAbove(cellMean, cells, centres[c - 1] / 2 + centres[c] / 2);
                final int place = Math.max(bound[c - 1] + 1, Math.min(cells - (k - c), cell));
                moved |= place != bound[c];
                bound[c] = place;
            }
            if (!moved) {
                return;
            }
            for (int c = 0; c < k; c++) {
                centres[c] = (sum[bound[c + 1]] - sum[bound[c]]) / (weight[bound[c + 1]] - weight[bound[c]]);
            }
        }
    }

    private Statistics statistics() {
        final Statistics sums = new Statistics(k, 1);
        for (int c = 0; c < k; c++) {
            sums.count[c] = weight[bound[c + 1]] - weight[bound[c]];
            sums.first[c][0] = sum[bound[c + 1]] - sum[bound[c]];
            sums.second[c][0][0] = square[bound[c + 1]] - square[bound[c]];
        }
        return sums;
    }
}
