package org.modelcollapse.spark;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;
import org.modelcollapse.gmm.RowBlock;

import scala.Tuple2;

/**
 * Loads rows as blocks, in the order of the files and of the rows in them. The files are read once, in pieces as Spark cuts
 * them; then it is known where each piece belongs, and the pieces are cut into blocks and sent to the partition of their
 * block, the one shuffle that a fit makes.
 *
 * @param rows the blocks
 * @param used how many rows can be used, those of weight 0, too
 * @param skipped how many cannot
 * @param largestWeight the largest weight; 0 if rows have none
 * @param wholeWeights whether all weights are whole numbers
 */
record Loading(BlockRows rows, long used, long skipped, double largestWeight, boolean wholeWeights) {

    /** A part of a block. */
    private record Part(int from, double[][] columns, double[] weights) implements Serializable {
    }

    /** Neighbouring blocks to the same partition. */
    private static final class ByBlock extends Partitioner {

        private static final long serialVersionUID = 1;

        private final int blocks;

        private final int partitions;

        ByBlock(final int blocks, final int partitions) {
            this.blocks = blocks;
            this.partitions = partitions;
        }

        @Override
        public int numPartitions() {
            return partitions;
        }

        @Override
        public int getPartition(final Object block) {
            return (int)((long)(Integer)block * partitions / blocks);
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof ByBlock that && blocks == that.blocks && partitions == that.partitions;
        }

        @Override
        public int hashCode() {
            return 31 * blocks + partitions;
        }
    }

    /**
     * Loads rows.
     *
     * @param input where they are
     * @param reader what of them to read
     * @param partitions how many partitions of blocks there are to be; 0 for as many as Spark makes of the files, and at
     *            least one a core
     */
    static Loading of(final InputRows input, final PieceReader reader, final int partitions) {
        final JavaRDD<InternalRow> read = input.select(reader.columns()).queryExecution().toRdd().toJavaRDD();
        final JavaRDD<Piece> pieces =
            read.mapPartitions(reader::read).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            final List<Piece.Summary> summaries = new ArrayList<>(pieces.map(Piece::summary).collect());
            summaries.sort(Comparator.comparing((Piece.Summary s) -> path(s.place().file()))
                .thenComparing(s -> s.place().start()).thenComparing(s -> s.place().number()));
            return of(pieces, summaries, reader, partitions > 0 ? partitions
                : Math.max(read.getNumPartitions(), read.context().defaultParallelism()));
        } finally {
            pieces.unpersist(false);
        }
    }

    /** Spark writes a file's place as an address, with signs for others in it. */
    private static String path(final String file) {
        try {
            return new Path(new URI(file)).toString();
        } catch (final URISyntaxException e) {
            return file;
        }
    }

    private static Loading of(final JavaRDD<Piece> pieces, final List<Piece.Summary> summaries, final PieceReader reader,
        final int partitions) {
        long seen = 0;
        long used = 0;
        long weightless = 0;
        double largest = 0;
        boolean whole = true;
        final HashMap<Piece.Place, Integer> firsts = new HashMap<>();
        for (final Piece.Summary summary : summaries) {
            if (summary.trouble() != null) {
                throw Refusal.of("Row " + (seen + summary.trouble().row() + 1) + ", column \"" + summary.trouble().column()
                    + "\" (" + new Path(path(summary.place().file())).getName() + "): " + summary.trouble().words());
            }
            firsts.put(summary.place(), (int)used);
            seen += summary.seen();
            used += summary.used();
            weightless += summary.weightless();
            largest = Math.max(largest, summary.largestWeight());
            whole &= summary.wholeWeights();
            if (used > Integer.MAX_VALUE - 8) {
                throw Refusal.of("There are more than " + (Integer.MAX_VALUE - 8)
                    + " rows, the most that a fit can take, here as in the node: fit a sample of them.");
            }
        }
        if (used + weightless == 0) {
            throw Refusal.of(seen == 0 ? "The input has no rows." : "None of the " + seen
                + " rows has a usable number in every selected column: select other columns or fill in the missing values.");
        }
        if (used == 0) {
            throw Refusal.of("No row has a weight above 0 in the column \"" + reader.columns().get(reader.columns().size() - 1)
                + "\". Choose another column for the row weights, or none.");
        }
        final int d = reader.weighted() ? reader.columns().size() - 1 : reader.columns().size();
        final BlockRows rows =
            BlockRows.of(blocks(pieces, firsts, (int)used, d, partitions), (int)used, d, reader.weighted());
        rows.load();
        return new Loading(rows, used + weightless, seen - used - weightless, largest, whole);
    }

    private static JavaRDD<RowBlock> blocks(final JavaRDD<Piece> pieces, final HashMap<Piece.Place, Integer> firsts,
        final int size, final int dimension, final int partitions) {
        final int rows = RowBlock.rows(dimension);
        final int count = (size - 1) / rows + 1;
        final Broadcast<HashMap<Piece.Place, Integer>> places =
            JavaSparkContext.fromSparkContext(pieces.context()).broadcast(firsts);
        return pieces.flatMapToPair(piece -> parts(piece, places.value().get(piece.summary().place()), rows))
            .partitionBy(new ByBlock(count, Math.min(count, partitions)))
            .mapPartitions(parts -> assembled(parts, rows, size), true);
    }

    private static Iterator<Tuple2<Integer, Part>> parts(final Piece piece, final int first, final int rows) {
        final List<Tuple2<Integer, Part>> parts = new ArrayList<>();
        final int n = piece.summary().used();
        for (int from = 0; from < n;) {
            final int block = (first + from) / rows;
            final int inBlock = (first + from) % rows;
            final int begin = from;
            final int end = Math.min(n, from + rows - inBlock);
            parts.add(new Tuple2<>(block, new Part(inBlock,
                Arrays.stream(piece.columns()).map(c -> Arrays.copyOfRange(c, begin, end)).toArray(double[][]::new),
                piece.weights() == null ? null : Arrays.copyOfRange(piece.weights(), begin, end))));
            from = end;
        }
        return parts.iterator();
    }

    private static Iterator<RowBlock> assembled(final Iterator<Tuple2<Integer, Part>> parts, final int rows,
        final int size) {
        final Map<Integer, List<Part>> byBlock = new TreeMap<>();
        while (parts.hasNext()) {
            final Tuple2<Integer, Part> part = parts.next();
            byBlock.computeIfAbsent(part._1(), b -> new ArrayList<>()).add(part._2());
        }
        final Iterator<Map.Entry<Integer, List<Part>>> blocks = byBlock.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return blocks.hasNext();
            }

            @Override
            public RowBlock next() {
                final Map.Entry<Integer, List<Part>> entry = blocks.next();
                final RowBlock block = assembled(entry.getKey(), entry.getValue(),
                    (int)Math.min(rows, size - (long)entry.getKey() * rows));
                blocks.remove();
                return block;
            }
        };
    }

    private static RowBlock assembled(final int index, final List<Part> parts, final int n) {
        final Part one = parts.get(0);
        if (parts.size() == 1 && one.columns()[0].length == n) {
            return RowBlock.of(index, one.columns(), one.weights());
        }
        final double[][] columns = new double[one.columns().length][n];
        final double[] weights = one.weights() == null ? null : new double[n];
        for (final Part part : parts) {
            final int length = part.columns()[0].length;
            for (int j = 0; j < columns.length; j++) {
                System.arraycopy(part.columns()[j], 0, columns[j], part.from(), length);
            }
            if (weights != null) {
                System.arraycopy(part.weights(), 0, weights, part.from(), length);
            }
        }
        return RowBlock.of(index, columns, weights);
    }
}
