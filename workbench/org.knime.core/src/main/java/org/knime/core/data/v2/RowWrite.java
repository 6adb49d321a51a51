package org.knime.core.data.v2;

import org.knime.core.data.RowKeyValue;

/** A row to be written. */
public interface RowWrite extends RowValueWrite<RowRead> {

    void setRowKey(String rowKey);

    void setRowKey(RowKeyValue rowKey);
}
