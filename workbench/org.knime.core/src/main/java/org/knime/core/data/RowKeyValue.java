package org.knime.core.data;

/** The identifier of a row. */
public interface RowKeyValue {

    String getString();

    /** A key that stays valid when the reader moves on. */
    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
