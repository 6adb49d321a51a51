package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes several new cells of a row. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] specs;

    public AbstractCellFactory(final DataColumnSpec... columns) {
        specs = columns.clone();
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return specs.clone();
    }

    @Override
    public void setProgress(final int curRowNr, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)curRowNr, rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        CellFactory.super.setProgress(curRowNr, rowCount, lastKey, exec);
    }

    /** Called when all rows were processed. */
    public void afterProcessing() {
        // nothing by default
    }
}
