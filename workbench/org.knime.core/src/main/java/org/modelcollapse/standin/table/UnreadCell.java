package org.modelcollapse.standin.table;

import org.knime.core.data.DataCell;

/** Stands where a filter said that a column would not be read. */
final class UnreadCell extends DataCell {

    private static final long serialVersionUID = 1L;

    static final UnreadCell INSTANCE = new UnreadCell();

    private UnreadCell() {
    }

    private static IllegalStateException unread() {
        return new IllegalStateException("The filter of this iteration did not ask for the column");
    }

    @Override
    public boolean isMissing() {
        throw unread();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        throw unread();
    }

    @Override
    public int hashCode() {
        throw unread();
    }

    @Override
    public String toString() {
        throw unread();
    }
}
