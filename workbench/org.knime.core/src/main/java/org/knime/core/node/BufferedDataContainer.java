package org.knime.core.node;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;
import org.modelcollapse.standin.table.Storage;

/** A table in the making that will travel between nodes. */
public class BufferedDataContainer extends DataContainer {

    private final DataTableSpec spec;

    private final Storage storage;

    private final ExecutionContext exec;

    private BufferedDataTable table;

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings,
        final ExecutionContext exec) {
        super(new DataTableSpec(), settings);
        this.spec = spec;
        this.exec = exec;
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
    public void close() {
        if (!isClosed()) {
            super.close();
            storage.close();
            table = exec.register(new BufferedDataTable(storage.spec(), storage.rows()));
        }
    }

    public BufferedDataTable getTable() {
        if (!isClosed()) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        return table;
    }
}
