package org.modelcollapse.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.modelcollapse.gmm.RowBlock;

/**
 * Turns the rows that a task reads into pieces.
 *
 * @param columns names of the columns of the mixture and, last, that of the weights if there is one
 * @param weighted whether there is one
 * @param greatestWeight the greatest weight that there may be
 * @param text whether numbers are written as text
 * @param fail whether a missing, NaN or infinite value is an error; otherwise its row is left out
 */
record PieceReader(List<String> columns, boolean weighted, double greatestWeight, boolean text, boolean fail)
    implements Serializable {

    /** Blocks of a piece: few pieces, of which those at both ends have to be cut. */
    private static final int BLOCKS = 8;

    Iterator<Piece> read(final Iterator<InternalRow> rows) {
        return new Pieces(rows);
    }

    private final class Pieces implements Iterator<Piece> {

        private final Iterator<InternalRow> rows;

        private final int d = weighted ? columns.size() - 1 : columns.size();

        private final double[] values = new double[columns.size()];

        private InternalRow ahead;

        private UTF8String file;

        private long start;

        private int number;

        Pieces(final Iterator<InternalRow> rows) {
            this.rows = rows;
            ahead = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public Piece next() {
            if (ahead == null) {
                throw new NoSuchElementException();
            }
            if (isOfAnotherStretch(ahead)) {
                file = ahead.getUTF8String(0).copy();
                start = ahead.getLong(1);
                number = 0;
            }
            final int most = BLOCKS * RowBlock.rows(d);
            final double[][] read = new double[columns.size()][Math.min(most, 1024)];
            int seen = 0;
            int used = 0;
            int weightless = 0;
            double largest = 0;
            boolean whole = true;
            Piece.Trouble trouble = null;
            while (ahead != null && used < most && !isOfAnotherStretch(ahead) && trouble == null) {
                trouble = parse(ahead, seen++);
                if (trouble == null && Double.isFinite(values[0])) {
                    final double weight = weighted ? values[d] : 1;
                    largest = Math.max(largest, weight);
                    whole &= weight == Math.rint(weight);
                    if (weight > 0) {
                        put(read, used++);
                    } else {
                        weightless++;
                    }
                }
                ahead = rows.hasNext() ? rows.next() : null;
            }
            final int n = used;
            final double[][] full =
                Arrays.stream(read).map(c -> c.length == n ? c : Arrays.copyOf(c, n)).toArray(double[][]::new);
            return new Piece(
                new Piece.Summary(new Piece.Place(file.toString(), start, number++), seen, used, weightless,
                    weighted ? largest : 0, whole, trouble),
                weighted ? Arrays.copyOf(full, d) : full, weighted ? full[d] : null);
        }

        private boolean isOfAnotherStretch(final InternalRow row) {
            return file == null || row.getLong(1) != start || !row.getUTF8String(0).equals(file);
        }

        private void put(final double[][] read, final int at) {
            for (int j = 0; j < values.length; j++) {
                if (at == read[j].length) {
                    read[j] = Arrays.copyOf(read[j], Math.min(2 * at, BLOCKS * RowBlock.rows(d)));
                }
                read[j][at] = values[j];
            }
        }

        /** Reads the values of a row, the first NaN where the row is to be left out; what is wrong with it, or null. */
        private Piece.Trouble parse(final InternalRow row, final int at) {
            for (int j = 0; j < values.length; j++) {
                double value = Double.NaN;
                if (!row.isNullAt(j + 2)) {
                    if (text) {
                        final String written = row.getUTF8String(j + 2).toString();
                        final Double number = Numbers.of(written);
                        if (number == null) {
                            return new Piece.Trouble(at, columns.get(j), "\"" + written
                                + "\" is no number. Select numeric columns only, or correct it.");
                        }
                        value = number;
                    } else {
                        value = row.getDouble(j + 2);
                    }
                }
                if (!Double.isFinite(value)) {
                    values[0] = Double.NaN;
                    return fail ? new Piece.Trouble(at, columns.get(j), (Double.isNaN(value) ? "the value is missing or NaN"
                        : "the value is " + value) + ". Fill it in, remove the row, or give --unusable skip.") : null;
                }
                if (weighted && j == d && !(value >= 0 && value <= greatestWeight)) {
                    return new Piece.Trouble(at, columns.get(j), "the weight is " + value + ". It must be 0 or more"
                        + (value > 0 ? ", and " + greatestWeight + " at most" : "")
                        + ". Correct it, remove the row, or choose another column.");
                }
                values[j] = value;
            }
            return null;
        }
    }
}
