package org.modelcollapse.standin.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.WriteValue;

/** One value of a row that is being filled: written by one side, then read by the column. */
abstract class Slot implements ReadValue {

    /** Nothing was set since the slot was made or cleared. */
    boolean missing = true;

    /** What has no place in the primitive field of the slot, or null. */
    DataCell odd;

    abstract WriteValue<?> writeValue();

    abstract void setFrom(DataValue value);

    void setMissing() {
        missing = true;
        odd = null;
    }
}
