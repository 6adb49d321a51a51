package org.knime.core.webui.node.dialog;

/** Which of a node's settings. */
public enum SettingsType {

    MODEL("model", "variables"), VIEW("view", "view_variables"), JOB_MANAGER("job.manager", "no_variables");

    private final String configKey;

    private final String variablesConfigKey;

    SettingsType(final String configKey, final String variablesConfigKey) {
        this.configKey = configKey;
        this.variablesConfigKey = variablesConfigKey;
    }

    public String getConfigKey() {
        return configKey;
    }

    public String getVariablesConfigKey() {
        return variablesConfigKey;
    }
}
