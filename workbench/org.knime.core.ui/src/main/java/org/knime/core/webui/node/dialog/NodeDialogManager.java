package org.knime.core.webui.node.dialog;

import org.knime.core.node.NodeDialogPane;

/** Makes dialogs known to the parts of KNIME that are older than {@link NodeDialog}. */
public final class NodeDialogManager {

    private NodeDialogManager() {
    }

    /** A pane that shows nothing: the part of a dialog that assigns flow variables to settings. */
    public static NodeDialogPane createLegacyFlowVariableNodeDialog(final NodeDialog dialog) {
        return new FlowVariableDialogPane(dialog);
    }
}
