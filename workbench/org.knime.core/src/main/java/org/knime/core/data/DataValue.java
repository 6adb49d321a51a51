package org.knime.core.data;

/** What a cell can be read as; a cell class implements one or more sub-interfaces. */
public interface DataValue {

    /** This value as a cell of its own. */
    default DataCell materializeDataCell() {
        throw new UnsupportedOperationException(getClass() + " cannot be turned into a cell");
    }
}
