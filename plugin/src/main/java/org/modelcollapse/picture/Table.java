package org.modelcollapse.picture;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A named table that can be read from first row to last, as often as wanted. */
public interface Table {

    /** What a column holds, as far as files and pictures care. */
    enum Kind {
        /** Whole numbers of 32 bits. */
        INTEGER,
        /** Doubles. */
        REAL,
        /** Anything else; only its text is used. */
        OTHER
    }

    /**
     * A column.
     *
     * @param name its name, unique in the table
     * @param kind what it holds
     */
    record Column(String name, Kind kind) {
    }

    /** The row that is being visited; valid during the visit only. */
    interface Row {
        /**
         * @param column index from 0
         * @return whether the cell is missing
         */
        boolean isMissing(int column);

        /**
         * @param column index from 0 of an {@link Kind#INTEGER} or {@link Kind#REAL} column with a value in this row
         * @return the number
         */
        double number(int column);

        /**
         * @param column index from 0 of a cell that is not missing
         * @return the cell as text
         */
        String text(int column);
    }

    /** Is shown every row. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param row the row, valid during the call only
         * @throws IOException if what the visitor writes cannot be written
         */
        void visit(Row row) throws IOException;
    }

    /**
     * Makes something of the rows that it is shown.
     *
     * @param <T> what it makes
     */
    interface Collector<T> extends Visitor {
        @Override
        void visit(Row row);

        /** @return what it made, or nothing if the rows were not as they should be */
        Optional<T> result();
    }

    /**
     * @return what a reader would call the table, such as "Fit GMM (3): Mixture"
     */
    String title();

    /**
     * @return the columns in their order
     */
    List<Column> columns();

    /**
     * @return the number of rows
     */
    long size();

    /**
     * Shows every row to the visitor, in order.
     *
     * @param visitor is shown the rows
     * @throws IOException if the visitor throws it
     */
    void read(Visitor visitor) throws IOException;

    /**
     * @param name of a column
     * @param kind it must have
     * @return its index from 0, or -1 if there is no such column
     */
    default int indexOf(final String name, final Kind kind) {
        return columns().indexOf(new Column(name, kind));
    }

    /**
     * Shows every row to a collector.
     *
     * @param <T> what it makes
     * @param collector nothing if the table is not of the kind it takes
     * @return what it made of the table
     * @throws IOException if the table cannot be read
     */
    default <T> Optional<T> collect(final Optional<? extends Collector<T>> collector) throws IOException {
        if (collector.isEmpty()) {
            return Optional.empty();
        }
        read(collector.get());
        return collector.get().result();
    }
}
