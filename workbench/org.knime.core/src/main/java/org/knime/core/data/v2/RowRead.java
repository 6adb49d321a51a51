package org.knime.core.data.v2;

import java.util.function.Supplier;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.def.DefaultRow;

/** A row at a cursor. */
public interface RowRead extends RowValueRead {

    RowKeyValue getRowKey();

    /** A copy that stays when the cursor moves. */
    default DataRow materializeDataRow() {
        final DataCell[] cells = new DataCell[getNumColumns()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = getAsDataCell(i);
        }
        return new DefaultRow(getRowKey().materializeRowKey(), cells);
    }

    static RowRead from(final DataRow row) {
        return row == null ? null : suppliedBy(() -> row, row.getNumCells());
    }

    static RowRead suppliedBy(final Supplier<DataRow> currentRow, final int numColumns) {
        return new RowRead() {

            @Override
            public int getNumColumns() {
                return numColumns;
            }

            @Override
            @SuppressWarnings("unchecked")
            public <D extends DataValue> D getValue(final int index) {
                return (D)currentRow.get().getCell(index);
            }

            @Override
            public boolean isMissing(final int index) {
                return currentRow.get().getCell(index).isMissing();
            }

            @Override
            public DataCell getAsDataCell(final int index) {
                return currentRow.get().getCell(index);
            }

            @Override
            public RowKeyValue getRowKey() {
                return currentRow.get().getKey();
            }

            @Override
            public DataRow materializeDataRow() {
                return currentRow.get();
            }
        };
    }
}
