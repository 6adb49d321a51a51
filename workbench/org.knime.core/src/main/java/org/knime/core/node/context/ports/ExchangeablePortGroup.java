package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group of one port whose type the user chooses. */
public interface ExchangeablePortGroup extends ConfigurablePortGroup {

    void setSelectedPortType(PortType type);

    PortType getSelectedPortType();
}
