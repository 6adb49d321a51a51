package org.knime.core.webui.node.dialog;

import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Keeps the settings as they are, for there is no window to change them in. */
final class FlowVariableDialogPane extends NodeDialogPane {

    private final NodeDialog dialog;

    private NodeSettingsRO loaded;

    FlowVariableDialogPane(final NodeDialog dialog) {
        this.dialog = dialog;
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        if (loaded != null) {
            loaded.copyTo(settings);
        }
    }
}
