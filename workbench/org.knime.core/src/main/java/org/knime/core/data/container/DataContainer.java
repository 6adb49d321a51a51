package org.knime.core.data.container;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.modelcollapse.standin.table.Life;
import org.modelcollapse.standin.table.Storage;

/** A table in the making: rows are added, then it is closed. */
public class DataContainer implements RowAppender, RowFlushable {

    private final DataTableSpec spec;

    final Storage storage;

    public DataContainer(final DataTableSpec spec) {
        this(spec, false);
    }

    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        this.spec = spec;
        storage = new Storage(spec, settings.isInitializeDomain(), settings.isCheckDuplicateRowKeys());
    }

    @Override
    public void addRowToTable(final DataRow row) {
        if (row == null) {
            throw new NullPointerException("Can't add null rows to container");
        }
        storage.add(row);
    }

    @Override
    public void flushRows() {
        // rows are in memory already
    }

    public void close() {
        if (!storage.isClosed()) {
            storage.close();
        }
    }

    public boolean isClosed() {
        return storage.isClosed();
    }

    public boolean isOpen() {
        return !isClosed();
    }

    public long size() {
        return storage.size();
    }

    public DataTableSpec getTableSpec() {
        return isClosed() ? storage.spec() : spec;
    }

    public DataTable getTable() {
        if (!isClosed()) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        final var rows = storage.rows();
        final var finished = storage.spec();
        return new DataTable() {

            @Override
            public DataTableSpec getDataTableSpec() {
                return finished;
            }

            @Override
            public CloseableRowIterator iterator() {
                return rows.iterator(0, rows.size(), null, new Life[0]);
            }
        };
    }
}
