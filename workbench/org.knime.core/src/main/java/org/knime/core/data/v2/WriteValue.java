package org.knime.core.data.v2;

import org.knime.core.data.DataValue;

/** Where a value of the row to be written is put. */
public interface WriteValue<D extends DataValue> {

    void setValue(D value);
}
