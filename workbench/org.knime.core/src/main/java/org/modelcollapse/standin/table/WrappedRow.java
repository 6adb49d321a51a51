package org.modelcollapse.standin.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.v2.RowRead;

/** A row of cells in the guise of one at a cursor. */
public record WrappedRow(DataRow row) implements RowRead {

    @Override
    public int getNumColumns() {
        return row.getNumCells();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends DataValue> D getValue(final int index) {
        return (D)row.getCell(index);
    }

    @Override
    public boolean isMissing(final int index) {
        return row.getCell(index).isMissing();
    }

    @Override
    public DataCell getAsDataCell(final int index) {
        return row.getCell(index);
    }

    @Override
    public RowKeyValue getRowKey() {
        return row.getKey();
    }
}
