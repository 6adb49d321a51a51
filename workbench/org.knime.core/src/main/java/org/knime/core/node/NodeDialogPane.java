package org.knime.core.node;

/** The dialog of a node. The stand-in has no windows: only loading and saving of settings is here. */
public abstract class NodeDialogPane {

    protected NodeDialogPane() {
        // nothing to lay out
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;
}
