package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;

/** The value at a cursor; changes when the cursor moves. */
public interface ReadValue extends DataValue {

    DataCell getDataCell();

    @Override
    default DataCell materializeDataCell() {
        return getDataCell();
    }
}
