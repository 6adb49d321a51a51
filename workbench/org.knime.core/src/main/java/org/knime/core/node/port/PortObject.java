package org.knime.core.node.port;

import javax.swing.JComponent;

/** What travels through a connection. */
public interface PortObject {

    String getSummary();

    PortObjectSpec getSpec();

    JComponent[] getViews();
}
