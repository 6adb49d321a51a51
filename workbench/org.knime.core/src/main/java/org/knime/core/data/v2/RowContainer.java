package org.knime.core.data.v2;

import java.io.IOException;

import org.knime.core.data.v2.schema.ValueSchema;
import org.knime.core.node.BufferedDataTable;

/** A table in the making. */
public interface RowContainer extends AutoCloseable {

    ValueSchema getSchema();

    default RowBuffer createRowBuffer() {
        throw new UnsupportedOperationException();
    }

    RowWriteCursor createCursor();

    /** Ends the writing. */
    BufferedDataTable finish() throws IOException;

    @Override
    void close() throws IOException;
}
