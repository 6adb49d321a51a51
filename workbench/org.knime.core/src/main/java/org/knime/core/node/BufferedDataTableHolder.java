package org.knime.core.node;

/** A node model that keeps tables beyond its execution, such as for its view; they are saved with the workflow. */
public interface BufferedDataTableHolder {

    BufferedDataTable[] getInternalTables();

    void setInternalTables(BufferedDataTable[] tables);
}
