package org.knime.core.data.container;

/** A node model with containers that stay open over the iterations of a loop. */
public interface RowFlushable {

    void flushRows();
}
