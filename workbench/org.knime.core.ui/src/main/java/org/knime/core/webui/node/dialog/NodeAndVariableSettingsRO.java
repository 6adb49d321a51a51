package org.knime.core.webui.node.dialog;

import org.knime.core.node.NodeSettingsRO;

/** Settings with the flow variables that control them. */
public interface NodeAndVariableSettingsRO extends NodeSettingsRO {
}
