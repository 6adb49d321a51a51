package org.modelcollapse.standin.table;

import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowRead;

/** A table in the making: columns and keys. Once closed, it is read through {@link Rows}. */
public final class Storage {

    private final DataTableSpec spec;

    private final Column[] columns;

    private final KeyColumn keys;

    private long size;

    private boolean closed;

    /**
     * @param initDomain whether the domains that the spec brings along are kept and widened
     * @param checkKeys whether row keys must be unique
     */
    public Storage(final DataTableSpec spec, final boolean initDomain, final boolean checkKeys) {
        this.spec = spec;
        columns = spec.stream().map(c -> Column.of(c, initDomain)).toArray(Column[]::new);
        keys = new KeyColumn(checkKeys);
    }

    public boolean isClosed() {
        return closed;
    }

    private void checkOpen(final int width, final Object key) {
        if (closed) {
            throw new IllegalStateException("Cannot add row: container has not been initialized or is closed");
        }
        if (width != columns.length) {
            throw new IllegalArgumentException("Cell count in row \"" + key
                + "\" is not equal to length of column names array: " + width + " vs. " + columns.length);
        }
    }

    public void add(final DataRow row) {
        checkOpen(row.getNumCells(), row.getKey());
        keys.add(row.getKey());
        for (int i = 0; i < columns.length; i++) {
            columns[i].add(row.getCell(i));
        }
        size++;
    }

    public void add(final RowRead row) {
        if (row instanceof WrappedRow wrapped) {
            add(wrapped.row());
            return;
        }
        checkOpen(row.getNumColumns(), row.getRowKey());
        keys.add(row.getRowKey());
        if (row instanceof SlotRow slots && slots.isFor(columns)) {
            slots.addTo(columns);
        } else {
            for (int i = 0; i < columns.length; i++) {
                columns[i].add(row.getAsDataCell(i));
            }
        }
        size++;
    }

    /** Appends to the columns alone, for tables that take keys and further columns from another. */
    public void addCells(final DataCell[] cells) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].add(cells[i]);
        }
        size++;
    }

    public RowBuffer createRowBuffer() {
        return new SlotRow(columns);
    }

    public void close() {
        closed = true;
        keys.close();
    }

    public Rows rows() {
        return new Rows(columns, keys, size);
    }

    /** The spec with the domains found. */
    public DataTableSpec spec() {
        return new DataTableSpecCreator(spec).dropAllColumns()
            .addColumns(Stream.of(columns).map(c -> c.domain().specWithDomain()).toArray(DataColumnSpec[]::new))
            .createSpec();
    }
}
