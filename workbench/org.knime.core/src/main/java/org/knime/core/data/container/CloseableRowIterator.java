package org.knime.core.data.container;

import java.io.Closeable;

import org.knime.core.data.RowIterator;

/** An iterator that holds resources until it is closed or at its end. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    public CloseableRowIterator() {
        // for sub-classes
    }

    @Override
    public abstract void close();
}
