package org.knime.core.node.workflow;

import org.knime.core.node.port.PortType;

/** What all ports have. */
public class NodePortAdaptor implements NodePort {

    private final PortType type;

    private int index;

    private String name;

    public NodePortAdaptor(final int portIndex, final PortType pType) {
        index = portIndex;
        type = pType;
    }

    @Override
    public final int getPortIndex() {
        return index;
    }

    @Override
    public final PortType getPortType() {
        return type;
    }

    @Override
    public final String getPortName() {
        return name == null ? "Port " + index : name;
    }

    @Override
    public final void setPortName(final String newName) {
        name = newName;
    }
}
