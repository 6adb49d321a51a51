package org.modelcollapse.standin.table;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;

/** The rows of a finished table: columns, perhaps of several storages, side by side. Immutable. */
public final class Rows {

    private final Column[] columns;

    private final KeyColumn keys;

    private final long size;

    Rows(final Column[] columns, final KeyColumn keys, final long size) {
        this.columns = columns;
        this.keys = keys;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** The same rows with other columns: of this table by index, or, beyond them, of the added ones. */
    public Rows select(final Rows added, final int... indices) {
        return new Rows(IntStream.of(indices)
            .mapToObj(i -> i < columns.length ? columns[i] : added.columns[i - columns.length]).toArray(Column[]::new),
            keys, size);
    }

    /**
     * @param wanted the columns that will be read, or null for all
     * @param lives of what the table is made of
     */
    public CloseableRowIterator iterator(final long from, final long to, final Set<Integer> wanted,
        final Life[] lives) {
        return new CloseableRowIterator() {

            private long next = from;

            private boolean open = true;

            @Override
            public boolean hasNext() {
                return open && next < to;
            }

            @Override
            public DataRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("No more rows");
                }
                Life.check(lives);
                return new StoredRow(next++, wanted);
            }

            @Override
            public void close() {
                open = false;
            }
        };
    }

    private final class StoredRow implements DataRow {

        private final long index;

        private final Set<Integer> wanted;

        StoredRow(final long index, final Set<Integer> wanted) {
            this.index = index;
            this.wanted = wanted;
        }

        @Override
        public int getNumCells() {
            return columns.length;
        }

        @Override
        public RowKey getKey() {
            return keys.get(index);
        }

        @Override
        public DataCell getCell(final int column) {
            return wanted == null || wanted.contains(column) ? columns[column].get(index) : UnreadCell.INSTANCE;
        }

        @Override
        public Iterator<DataCell> iterator() {
            return IntStream.range(0, columns.length).mapToObj(this::getCell).iterator();
        }

        @Override
        public boolean equals(final Object o) {
            if (o == this) {
                return true;
            }
            return o instanceof DataRow other && other.getNumCells() == columns.length
                && other.getKey().equals(getKey())
                && IntStream.range(0, columns.length).allMatch(i -> other.getCell(i).equals(getCell(i)));
        }

        @Override
        public int hashCode() {
            return getKey().hashCode();
        }

        @Override
        public String toString() {
            return getKey() + ": (" + String.join(", ", stream().map(Object::toString).toList()) + ")";
        }
    }
}
