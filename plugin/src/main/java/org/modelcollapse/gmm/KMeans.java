package org.modelcollapse.gmm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters by k-means: seeds by greedy k-means++ (Arthur and Vassilvitskii 2007; the best of {@code 2 + ln K}
 * candidates each time), then Lloyd's algorithm until the centres hardly move, as scikit-learn does. A cluster is its
 * centre; a row belongs to the nearest one.
 */
final class KMeans {

    private static final int MOST_ROUNDS = 300;

    /** What the squared moves of all centres sum up to when it is enough, in mean variances of the columns. */
    private static final double TOLERANCE = 1e-4;

    private final AllRows data;

    private final int k;

    private final int d;

    private final Monitor monitor;

    private KMeans(final AllRows data, final int k, final Monitor monitor) {
        this.data = data;
        this.k = k;
        this.monitor = monitor;
        d = data.dimension();
    }

    /** The centres of k clusters, in centred coordinates. */
    static double[][] centres(final AllRows data, final int k, final RandomStream random, final Monitor monitor) {
        final KMeans clusters = new KMeans(data, k, monitor);
        return clusters.iterate(clusters.seeds(random));
    }

    private double[][] seeds(final RandomStream random) {
        final Nearest nearest = Nearest.of(data);
        final double[][] seeds = new double[k][];
        final int trials = 2 + (int)StrictMath.log(k);
        for (int c = 0; c < k; c++) {
            final double[][] before = Arrays.copyOf(seeds, c);
            final Masses masses = data.sum(new MassOf(before, nearest), monitor);
            final double[] tickets = new double[c == 0 ? 1 : trials];
            for (int t = 0; t < tickets.length; t++) {
                tickets[t] = random.nextDouble() * masses.total();
            }
            final double[][] candidates = drawn(before, nearest, masses, tickets);
            seeds[c] = candidates[c == 0 ? 0 : leastAt(data.sum(new Potentials(before, candidates, nearest), monitor))];
        }
        return seeds;
    }

    private static int leastAt(final double[] potentials) {
        int best = 0;
        for (int t = 1; t < potentials.length; t++) {
            best = potentials[t] < potentials[best] ? t : best;
        }
        return best;
    }

    /** For each ticket a row, with a probability in proportion to its mass. */
    private double[][] drawn(final double[][] seeds, final Nearest nearest, final Masses masses,
        final double[] tickets) {
        final int[] chunks = new int[tickets.length];
        final double[] rest = new double[tickets.length];
        for (int t = 0; t < tickets.length; t++) {
            // if rounding leaves something of the ticket in the end, it is the last row of any mass
            rest[t] = Double.POSITIVE_INFINITY;
            double ticket = tickets[t];
            for (int b = 0; b < masses.ofChunks().length; b++) {
                final double mass = masses.ofChunks()[b];
                if (mass > 0) {
                    chunks[t] = b;
                    if (ticket < mass) {
                        rest[t] = ticket;
                        break;
                    }
                    ticket -= mass;
                }
            }
        }
        return data.sum(new Drawn(seeds, nearest, chunks, rest), monitor);
    }

    /**
     * The squared distance of each row to the nearest of the seeds so far, 1 if there is none. It is kept for the rows in
     * memory; where rows lie elsewhere, nothing travels with this object and it is computed when asked for.
     */
    private static final class Nearest implements Serializable {

        private static final long serialVersionUID = 1;

        private final transient double[] kept;

        private Nearest(final double[] kept) {
            this.kept = kept;
        }

        static Nearest of(final AllRows data) {
            return new Nearest(data.inMemory() ? new double[data.size()] : null);
        }

        /** Takes notice of the last of the seeds; called once for each row and seed. */
        double update(final FitData rows, final int i, final double[][] seeds) {
            if (kept == null) {
                return of(rows, i, seeds);
            }
            if (seeds.length == 0) {
                return 1;
            }
            final double last = rows.squaredDistance(i, seeds[seeds.length - 1]);
            kept[i] = seeds.length == 1 ? last : Math.min(kept[i], last);
            return kept[i];
        }

        double of(final FitData rows, final int i, final double[][] seeds) {
            if (seeds.length == 0) {
                return 1;
            }
            if (kept != null) {
                return kept[i];
            }
            double least = rows.squaredDistance(i, seeds[0]);
            for (int c = 1; c < seeds.length; c++) {
                least = Math.min(least, rows.squaredDistance(i, seeds[c]));
            }
            return least;
        }
    }

    /** Weight times squared distance, summed up over all rows and over each chunk. */
    private record Masses(double total, double[] ofChunks) implements Serializable {
    }

    private record MassOf(double[][] seeds, Nearest nearest) implements ChunkTask<Masses> {
        @Override
        public Masses of(final Chunk chunk) {
            double sum = 0;
            for (int i = chunk.from(); i < chunk.to(); i++) {
                sum += chunk.rows().weight(i) * nearest.update(chunk.rows(), i, seeds);
            }
            return new Masses(sum, new double[]{sum});
        }

        @Override
        public Masses sum(final Masses earlier, final Masses later) {
            final double[] both = Arrays.copyOf(earlier.ofChunks, earlier.ofChunks.length + later.ofChunks.length);
            System.arraycopy(later.ofChunks, 0, both, earlier.ofChunks.length, later.ofChunks.length);
            return new Masses(earlier.total + later.total, both);
        }
    }

    /** The rows that tickets mean: for each, the chunk and how much of its mass comes before the row. */
    private record Drawn(double[][] seeds, Nearest nearest, int[] chunks, double[] rest)
        implements ChunkTask<double[][]> {
        @Override
        public double[][] of(final Chunk chunk) {
            final double[][] rows = new double[chunks.length][];
            for (int t = 0; t < chunks.length; t++) {
                if (chunks[t] == chunk.index()) {
                    rows[t] = centred(chunk.rows(), row(chunk, rest[t]));
                }
            }
            return rows;
        }

        private int row(final Chunk chunk, final double before) {
            double ticket = before;
            int last = chunk.from();
            for (int i = chunk.from(); i < chunk.to(); i++) {
                final double mass = chunk.rows().weight(i) * nearest.of(chunk.rows(), i, seeds);
                if (mass > 0) {
                    last = i;
                    if (ticket < mass) {
                        return i;
                    }
                    ticket -= mass;
                }
            }
            return last;
        }

        @Override
        public double[][] sum(final double[][] earlier, final double[][] later) {
            for (int t = 0; t < earlier.length; t++) {
                earlier[t] = earlier[t] == null ? later[t] : earlier[t];
            }
            return earlier;
        }
    }

    private static double[] centred(final FitData rows, final int i) {
        final double[] row = new double[rows.dimension()];
        for (int j = 0; j < row.length; j++) {
            row[j] = rows.value(i, j);
        }
        return row;
    }

    /** What the masses of all rows would sum up to with each of some candidates as the next seed. */
    private record Potentials(double[][] seeds, double[][] candidates, Nearest nearest) implements ChunkTask<double[]> {
        @Override
        public double[] of(final Chunk chunk) {
            final double[] sums = new double[candidates.length];
            for (int t = 0; t < sums.length; t++) {
                double sum = 0;
                for (int i = chunk.from(); i < chunk.to(); i++) {
                    sum += chunk.rows().weight(i)
                        * Math.min(nearest.of(chunk.rows(), i, seeds), chunk.rows().squaredDistance(i, candidates[t]));
                }
                sums[t] = sum;
            }
            return sums;
        }

        @Override
        public double[] sum(final double[] earlier, final double[] later) {
            return ChunkTask.add(earlier, later);
        }
    }

    /** Lloyd's algorithm from seeds. */
    private double[][] iterate(final double[][] seeds) {
        final double[] variances = Moments.variances(data);
        double variance = 0;
        for (int j = 0; j < d; j++) {
            variance += variances[j] / d;
        }
        final double tolerance = TOLERANCE * variance;
        double[][] centres = seeds;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final double[][] next = moved(centres);
            final double moves = squaredMoves(centres, next);
            centres = next;
            if (moves <= tolerance) {
                break;
            }
        }
        return centres;
    }

    private double squaredMoves(final double[][] from, final double[][] to) {
        double moves = 0;
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                moves += (to[c][j] - from[c][j]) * (to[c][j] - from[c][j]);
            }
        }
        return moves;
    }

    /** The means of the rows nearest to each centre; a cluster without rows takes the row farthest from its centre. */
    private double[][] moved(final double[][] centres) {
        final double[][] sums = data.sum(new Sums(centres), monitor);
        final int[] empty = IntStream.range(0, k).filter(c -> !(sums[c][d] > 0)).toArray();
        final double[][] moved = new double[k][d];
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                moved[c][j] = sums[c][d] > 0 ? sums[c][j] / sums[c][d] : 0;
            }
        }
        if (empty.length > 0) {
            final List<Far> farthest = data.sum(new Farthest(centres, empty.length), monitor);
            for (int e = 0; e < empty.length; e++) {
                moved[empty[e]] = farthest.get(Math.min(e, farthest.size() - 1)).row();
            }
        }
        return moved;
    }

    /** For each centre the weighted sum of its rows and, last, their weight. */
    private record Sums(double[][] centres) implements ChunkTask<double[][]> {
        @Override
        public double[][] of(final Chunk chunk) {
            final FitData rows = chunk.rows();
            final int d = rows.dimension();
            final double[][] sums = Zeros.of(centres.length, d + 1);
            for (int i = chunk.from(); i < chunk.to(); i++) {
                final double[] ofCentre = sums[rows.nearest(i, centres)];
                final double weight = rows.weight(i);
                ofCentre[d] += weight;
                for (int j = 0; j < d; j++) {
                    ofCentre[j] += weight * rows.value(i, j);
                }
            }
            return sums;
        }

        @Override
        public double[][] sum(final double[][] earlier, final double[][] later) {
            for (int c = 0; c < earlier.length; c++) {
                ChunkTask.add(earlier[c], later[c]);
            }
            return earlier;
        }
    }

    /** A row and its squared distance from the nearest centre. */
    private record Far(double distance, double[] row) implements Serializable {
    }

    /** The rows that are farthest from the nearest centre, the farthest first; of equally far ones, the first. */
    private record Farthest(double[][] centres, int count) implements ChunkTask<ArrayList<Far>> {
        @Override
        public ArrayList<Far> of(final Chunk chunk) {
            final ArrayList<Far> farthest = new ArrayList<>();
            for (int i = chunk.from(); i < chunk.to(); i++) {
                final double distance =
                    chunk.rows().squaredDistance(i, centres[chunk.rows().nearest(i, centres)]);
                if (farthest.size() < count || distance > farthest.get(count - 1).distance()) {
                    add(farthest, new Far(distance, centred(chunk.rows(), i)));
                }
            }
            return farthest;
        }

        private void add(final List<Far> farthest, final Far far) {
            int at = farthest.size();
            while (at > 0 && far.distance() > farthest.get(at - 1).distance()) {
                at--;
            }
            farthest.add(at, far);
            if (farthest.size() > count) {
                farthest.remove(count);
            }
        }

        @Override
        public ArrayList<Far> sum(final ArrayList<Far> earlier, final ArrayList<Far> later) {
            later.forEach(far -> add(earlier, far));
            return earlier;
        }
    }
}
