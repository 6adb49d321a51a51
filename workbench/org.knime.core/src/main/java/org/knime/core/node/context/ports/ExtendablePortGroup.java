package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group that the user adds ports to. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {

    PortType[] getFixedPorts();

    PortType[] getConfiguredPorts();

    boolean canAddPort();

    boolean hasConfiguredPorts();

    void addPort(PortType type);

    PortType removeLastPort();

    PortType removePort(int portIndex);
}
