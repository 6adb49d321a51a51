package org.modelcollapse.gmm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows that lie elsewhere. What is found out about them is the sum of what is found out about each block, there. */
final class RemoteRows implements AllRows {

    /** Values that are taken into memory where a part of the rows does not serve: half a gigabyte. */
    private static final int MOST_GATHERED = 1 << 26;

    private final RowBlocks blocks;

    private final double[] centre;

    private final double[] least;

    private final double[] greatest;

    private final double totalWeight;

    private double[][] covariance;

    private RemoteRows(final RowBlocks blocks, final double[] centre, final double[] least, final double[] greatest,
        final double totalWeight) {
        this.blocks = blocks;
        this.centre = centre;
        this.least = least;
        this.greatest = greatest;
        this.totalWeight = totalWeight;
    }

    /** The data of a fit, refused if squares could overflow. */
    static RemoteRows of(final RowBlocks blocks) {
        final double[][] range = blocks.sum(new Range());
        final int d = blocks.dimension();
        final double[] centre = new double[d];
        FitData.centre(centre, range[0], range[1]);
        final double total = blocks.weighted() ? FitData.requirePositive(range[2][0]) : blocks.size();
        final RemoteRows rows = new RemoteRows(blocks, centre, range[0], range[1], total);
        rows.requireNarrow();
        return rows;
    }

    /** Least and greatest value of each column, and the sum of the weights. */
    private record Range() implements BlockTask<double[][]> {
        @Override
        public double[][] of(final RowBlock block) {
            final int d = block.columns().length;
            final double[][] range = new double[3][d];
            for (int j = 0; j < d; j++) {
                range[0][j] = FitData.least(block.columns()[j]);
                range[1][j] = FitData.greatest(block.columns()[j]);
            }
            range[2][0] = block.weights() == null ? block.size() : FitData.sumOfChunk(block.weights(), 0, block.size());
            return range;
        }

        @Override
        public double[][] sum(final double[][] earlier, final double[][] later) {
            for (int j = 0; j < earlier[0].length; j++) {
                earlier[0][j] = later[0][j] < earlier[0][j] ? later[0][j] : earlier[0][j];
                earlier[1][j] = later[1][j] > earlier[1][j] ? later[1][j] : earlier[1][j];
            }
            earlier[2][0] += later[2][0];
            return earlier;
        }
    }

    /** A task on chunks, done on the blocks in centred coordinates. */
    private record Centred<T>(ChunkTask<T> task, double[] centre, double[] least, double[] greatest)
        implements BlockTask<T> {
        @Override
        public T of(final RowBlock block) {
            return task.of(new Chunk(FitData.of(block, centre, least, greatest), 0, block.size(), block.index()));
        }

        @Override
        public T sum(final T earlier, final T later) {
            return task.sum(earlier, later);
        }
    }

    private record EStep(Parameters parameters, boolean entropy) implements ChunkTask<Statistics> {
        @Override
        public Statistics of(final Chunk chunk) {
            return new Kernels(chunk.rows(), parameters.components()).sums(parameters, entropy, chunk.from(),
                chunk.to());
        }

        @Override
        public Statistics sum(final Statistics earlier, final Statistics later) {
            earlier.add(later);
            return earlier;
        }
    }

    /** The first distinct rows. */
    private record Distinct(int enough) implements ChunkTask<ArrayList<double[]>> {
        @Override
        public ArrayList<double[]> of(final Chunk chunk) {
            final ArrayList<double[]> found = new ArrayList<>();
            for (int i = chunk.from(); i < chunk.to() && found.size() < enough; i++) {
                add(found, chunk.rows().row(i));
            }
            return found;
        }

        private void add(final List<double[]> found, final double[] row) {
            if (found.size() < enough && found.stream().noneMatch(other -> FitData.equal(other, row))) {
                found.add(row);
            }
        }

        @Override
        public ArrayList<double[]> sum(final ArrayList<double[]> earlier, final ArrayList<double[]> later) {
            later.forEach(row -> add(earlier, row));
            return earlier;
        }
    }

    /** Rows and their weights, column by column. */
    private record Picked(double[][] columns, double[] weights) implements Serializable {
        Picked and(final Picked other) {
            final double[][] all = new double[columns.length][];
            for (int j = 0; j < all.length; j++) {
                all[j] = joined(columns[j], other.columns[j]);
            }
            return new Picked(all, weights == null ? null : joined(weights, other.weights));
        }

        private static double[] joined(final double[] a, final double[] b) {
            final double[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return both;
        }
    }

    /** The rows at some places, which rise; all rows if null. */
    private record Pick(int[] rows) implements BlockTask<Picked> {
        @Override
        public Picked of(final RowBlock block) {
            if (rows == null) {
                return new Picked(block.columns(), block.weights());
            }
            final int from = place(block.first());
            final int to = place((long)block.first() + block.size());
            if (from == to) {
                return null;
            }
            final int[] local = new int[to - from];
            Arrays.setAll(local, i -> rows[from + i] - block.first());
            return new Picked(Arrays.stream(block.columns()).map(c -> FitData.selected(c, local)).toArray(double[][]::new),
                block.weights() == null ? null : FitData.selected(block.weights(), local));
        }

        /** How many of the rows are before a place. */
        private int place(final long row) {
            if (row > Integer.MAX_VALUE) {
                return rows.length;
            }
            final int found = Arrays.binarySearch(rows, (int)row);
            return found < 0 ? -found - 1 : found;
        }

        @Override
        public Picked sum(final Picked earlier, final Picked later) {
            return earlier == null ? later : later == null ? earlier : earlier.and(later);
        }
    }

    @Override
    public FitData rows(final int... rows) {
        final int[] rising = Arrays.stream(rows).sorted().distinct().toArray();
        final Picked picked = blocks.sum(new Pick(rising));
        final int[] places = Arrays.stream(rows).map(row -> Arrays.binarySearch(rising, row)).toArray();
        return inMemory(picked).rows(places);
    }

    @Override
    public FitData gather() {
        if ((long)size() * dimension() > MOST_GATHERED) {
            throw new IllegalArgumentException("A sample of the rows has fewer distinct rows than there are components, and"
                + " all " + size() + " rows are too many to be looked through together: take fewer components, fit without"
                + " a search, or leave out the rows that are equal to most others.");
        }
        return inMemory(blocks.sum(new Pick(null)));
    }

    private FitData inMemory(final Picked picked) {
        return FitData.of(picked.columns(), centre, least, greatest, picked.weights());
    }

    @Override
    public FitData cells(final double[] sums, final double[] weights) {
        return FitData.cells(sums, weights, centre, least, greatest, totalWeight);
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public <T> T sum(final ChunkTask<T> task, final Monitor monitor) {
        monitor.checkCanceled();
        return blocks.sum(new Centred<>(task, centre, least, greatest));
    }

    @Override
    public DataPass pass(final int components, final int threads, final Monitor monitor) {
        return new DataPass() {
            @Override
            public Statistics sums(final Parameters parameters, final boolean entropy) {
                return sum(new EStep(parameters, entropy), monitor);
            }

            @Override
            public void close() {
                // whoever holds the blocks ends that
            }
        };
    }

    @Override
    public int distinctRows(final int enough) {
        return sum(new Distinct(enough), Monitor.NONE).size();
    }

    @Override
    public double[][] covariance() {
        if (covariance == null) {
            covariance = Moments.covariance(this);
        }
        return covariance;
    }

    @Override
    public int size() {
        return blocks.size();
    }

    @Override
    public int dimension() {
        return blocks.dimension();
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

    @Override
    public boolean weighted() {
        return blocks.weighted();
    }

    @Override
    public double totalWeight() {
        return totalWeight;
    }
}
