package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.def.DefaultRow;
import org.modelcollapse.standin.table.WrappedRow;

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
        return row == null ? null : new WrappedRow(row);
    }
}
