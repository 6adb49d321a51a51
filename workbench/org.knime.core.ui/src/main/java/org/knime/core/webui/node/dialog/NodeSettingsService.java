package org.knime.core.webui.node.dialog;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;

/** Turns settings into what a dialog page understands, and back. */
public interface NodeSettingsService {

    String fromNodeSettings(Map<SettingsType, NodeAndVariableSettingsRO> settings, PortObjectSpec[] specs);

    void toNodeSettings(String textSettings, Map<SettingsType, NodeAndVariableSettingsRO> previousSettings,
        Map<SettingsType, NodeAndVariableSettingsWO> settings) throws InvalidSettingsException;
}
