package org.knime.core.node.port;

import javax.swing.JComponent;

/** What is known of a port object before it exists. */
public interface PortObjectSpec {

    JComponent[] getViews();
}
