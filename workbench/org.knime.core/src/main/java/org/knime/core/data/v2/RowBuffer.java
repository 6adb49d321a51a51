package org.knime.core.data.v2;

/** A row that is filled, committed to a cursor, and filled again. */
public interface RowBuffer extends RowRead, RowWrite {
}
