package org.knime.core.data.container;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.modelcollapse.standin.table.Storage;

/** A table in the making: rows are added, then it is closed. */
public class DataContainer implements RowAppender, RowFlushable {

    private final DataTableSpec spec;

    final Storage storage;

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
}
