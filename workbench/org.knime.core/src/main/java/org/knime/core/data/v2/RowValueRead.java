package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** The values of a row, for reading. */
public interface RowValueRead {

    int getNumColumns();

    <D extends DataValue> D getValue(int index);

    boolean isMissing(int index);

    default DataCell getAsDataCell(final int index) {
        return isMissing(index) ? DataType.getMissingCell() : getValue(index).materializeDataCell();
    }
}
