package org.knime.core.node;

import org.knime.core.node.port.PortObjectSpec;

/** The dialog of a node. The stand-in has no windows: only loading and saving of settings is here. */
public abstract class NodeDialogPane {

    protected NodeDialogPane() {
        // nothing to lay out
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;

    protected void loadSettingsFrom(final NodeSettingsRO settings, final PortObjectSpec[] specs)
        throws NotConfigurableException {
        // a dialog that shows nothing needs nothing
    }

    protected boolean hasModelSettings() {
        return true;
    }

    protected boolean hasViewSettings() {
        return false;
    }
}
