package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * Clusters by k-means: seeds by greedy k-means++ (Arthur and Vassilvitskii 2007; the best of {@code 2 + ln K}
 * candidates each time), then Lloyd's algorithm until no row changes its cluster or the
 * centres hardly move, as scikit-learn does.
 */
final class KMeans {

    private static final int MOST_ROUNDS = 300;

    /** What the squared moves of all centres sum up to when it is enough, in mean variances of the columns. */
    private static final double TOLERANCE = 1e-4;

    private final FitData data;

    private final int k;

    private final int n;

    private final int d;

    private final double[][] centres;

    private final int[] labels;

    private final double[] distances;

    private KMeans(final FitData data, final int k) {
        this.data = data;
        this.k = k;
        n = data.size();
        d = data.dimension();
        centres = Zeros.of(k, d);
        labels = new int[n];
        distances = new double[n];
    }

    /** For each row, its cluster from 0 to k - 1. */
    static int[] labels(final FitData data, final int k, final RandomStream random, final Monitor monitor) {
        final KMeans clusters = new KMeans(data, k);
        clusters.seed(random, monitor);
        clusters.iterate(monitor);
        return clusters.labels;
    }

    private double squaredDistance(final int row, final double[] centre) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            final double difference = data.value(row, j) - centre[j];
            sum += difference * difference;
        }
        return sum;
    }

    private void copyRow(final int row, final double[] to) {
        for (int j = 0; j < d; j++) {
            to[j] = data.value(row, j);
        }
    }

    private void seed(final RandomStream random, final Monitor monitor) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            distances[i] = 1;
            total += data.weight(i);
        }
        copyRow(draw(total, random), centres[0]);
        total = 0;
        for (int i = 0; i < n; i++) {
            distances[i] = squaredDistance(i, centres[0]);
            total += data.weight(i) * distances[i];
        }
        final int trials = 2 + (int)StrictMath.log(k);
        final double[] candidate = new double[d];
        for (int c = 1; c < k; c++) {
            double best = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < trials; trial++) {
                monitor.checkCanceled();
                copyRow(draw(total, random), candidate);
                double potential = 0;
                for (int i = 0; i < n; i++) {
                    potential += data.weight(i) * Math.min(distances[i], squaredDistance(i, candidate));
                }
                if (potential < best) {
                    best = potential;
                    System.arraycopy(candidate, 0, centres[c], 0, d);
                }
            }
            total = 0;
            for (int i = 0; i < n; i++) {
                distances[i] = Math.min(distances[i], squaredDistance(i, centres[c]));
                total += data.weight(i) * distances[i];
            }
        }
    }

    /** A row with a probability in proportion to weight times distance. */
    private int draw(final double total, final RandomStream random) {
        double ticket = random.nextDouble() * total;
        int last = 0;
        for (int i = 0; i < n; i++) {
            final double share = data.weight(i) * distances[i];
            if (share > 0) {
                last = i;
                if (ticket < share) {
                    return i;
                }
                ticket -= share;
            }
        }
        return last;
    }

    private void iterate(final Monitor monitor) {
        Arrays.fill(labels, -1);
        double variance = 0;
        for (int j = 0; j < d; j++) {
            variance += data.variance(j) / d;
        }
        final double tolerance = TOLERANCE * variance;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            monitor.checkCanceled();
            if (!assign()) {
                return;
            }
            if (moveCentres() <= tolerance) {
                assign();
                return;
            }
        }
    }

    /** Puts each row to its nearest centre; whether any row moved. */
    private boolean assign() {
        boolean moved = false;
        for (int i = 0; i < n; i++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                final double distance = squaredDistance(i, centres[c]);
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            distances[i] = least;
            if (labels[i] != nearest) {
                labels[i] = nearest;
                moved = true;
            }
        }
        return moved;
    }

    /**
     * Puts each centre to the mean of its rows; a cluster without rows takes the row farthest from its centre. Returns
     * the sum of the squared moves.
     */
    private double moveCentres() {
        final double[] counts = new double[k];
        final double[][] old = new double[k][];
        for (int c = 0; c < k; c++) {
            old[c] = centres[c].clone();
            Arrays.fill(centres[c], 0);
        }
        for (int i = 0; i < n; i++) {
            counts[labels[i]] += data.weight(i);
        }
        for (int c = 0; c < k; c++) {
            if (!(counts[c] > 0)) {
                final int far = farthest();
                counts[labels[far]] -= data.weight(far);
                counts[c] = data.weight(far);
                labels[far] = c;
                distances[far] = 0;
            }
        }
        for (int i = 0; i < n; i++) {
            final double share = data.weight(i) / counts[labels[i]];
            for (int j = 0; j < d; j++) {
                centres[labels[i]][j] += share * data.value(i, j);
            }
        }
        double moves = 0;
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                moves += (centres[c][j] - old[c][j]) * (centres[c][j] - old[c][j]);
            }
        }
        return moves;
    }

    private int farthest() {
        int far = 0;
        double most = -1;
        for (int i = 0; i < n; i++) {
            if (distances[i] > most) {
                most = distances[i];
                far = i;
            }
        }
        return far;
    }
}
