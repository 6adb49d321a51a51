package org.knime.core.node.port;

/** A node model that keeps port objects beyond its execution, such as for its view. */
public interface PortObjectHolder {

    PortObject[] getInternalPortObjects();

    void setInternalPortObjects(PortObject[] portObjects);
}
