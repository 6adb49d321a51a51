package org.knime.core.webui.node.dialog;

import org.knime.core.node.NodeSettingsWO;

/** Settings with the flow variables that control them. */
public interface NodeAndVariableSettingsWO extends NodeSettingsWO {
}
