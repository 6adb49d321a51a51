package org.knime.core.data.v2;

import java.io.Closeable;

/** Goes once over the rows of a table. */
public interface RowCursor extends Closeable {

    /** The next row, in an object that is used again for the one after, or null at the end. */
    RowRead forward();

    boolean canForward();

    int getNumColumns();

    @Override
    void close();
}
