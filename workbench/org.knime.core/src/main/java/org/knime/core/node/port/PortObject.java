package org.knime.core.node.port;

import javax.swing.JComponent;

/** What travels through a connection. */
public interface PortObject {

    /** Any port object. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** Any port object or none. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    String getSummary();

    PortObjectSpec getSpec();

    JComponent[] getViews();
}
