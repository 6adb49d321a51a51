package org.knime.core.node.workflow;

import org.knime.core.node.port.PortType;

/** A port of a node in a workflow; port 0 is the one for flow variables. */
public interface NodePort {

    int getPortIndex();

    PortType getPortType();

    String getPortName();

    void setPortName(String name);
}
