package org.knime.core.data.def;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row held in memory. */
public class DefaultRow implements DataRow {

    private final RowKey key;

    private final DataCell[] cells;

    public DefaultRow(final RowKey key, final DataCell... cells) {
        if (key == null) {
            throw new NullPointerException("Row ID must not be null!");
        }
        this.key = key;
        this.cells = cells.clone();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                throw new NullPointerException("Cell at index " + i + " is null!");
            }
        }
    }

    public DefaultRow(final String key, final DataCell... cells) {
        this(new RowKey(key), cells);
    }

    @Override
    public final int getNumCells() {
        return cells.length;
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return List.of(cells).iterator();
    }

    @Override
    public boolean equals(final Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof DataRow other) || other.getNumCells() != cells.length || !other.getKey().equals(key)) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (!other.getCell(i).equals(cells[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key + ": (" + String.join(", ", Stream.of(cells).map(Object::toString).toList()) + ")";
    }
}
