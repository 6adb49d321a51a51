package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group whose ports the user chooses. */
public interface ConfigurablePortGroup extends PortGroupConfiguration {

    PortType[] getSupportedPortTypes();
}
