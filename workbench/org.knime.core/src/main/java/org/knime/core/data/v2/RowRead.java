package org.knime.core.data.v2;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowKeyValue;
import org.modelcollapse.standin.table.WrappedRow;

/** A row at a cursor. */
public interface RowRead extends RowValueRead {

    RowKeyValue getRowKey();

    static RowRead from(final DataRow row) {
        return row == null ? null : new WrappedRow(row);
    }
}
