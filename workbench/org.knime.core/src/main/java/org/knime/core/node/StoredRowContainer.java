package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowContainer;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.RowWriteCursor;
import org.knime.core.data.v2.schema.ValueSchema;
import org.modelcollapse.standin.table.Storage;

/** A table written by a cursor. */
final class StoredRowContainer implements RowContainer {

    private final Storage storage;

    private final ExecutionContext exec;

    private BufferedDataTable table;

    StoredRowContainer(final DataTableSpec spec, final DataContainerSettings settings, final ExecutionContext exec) {
        storage = new Storage(spec, settings.isInitializeDomain(), settings.isCheckDuplicateRowKeys());
        this.exec = exec;
    }

    @Override
    public ValueSchema getSchema() {
        throw new UnsupportedOperationException("The schema of a row container is not part of the stand-in");
    }

    @Override
    public RowBuffer createRowBuffer() {
        return storage.createRowBuffer();
    }

    @Override
    public RowWriteCursor createCursor() {
        return new RowWriteCursor() {

            @Override
            public void commit(final RowRead row) {
                storage.add(row);
            }

            @Override
            public void close() {
                // rows are in memory already
            }
        };
    }

    @Override
    public BufferedDataTable finish() {
        if (table == null) {
            storage.close();
            table = exec.register(new BufferedDataTable(storage.spec(), storage.rows()));
        }
        return table;
    }

    @Override
    public void close() {
        storage.close();
    }
}
