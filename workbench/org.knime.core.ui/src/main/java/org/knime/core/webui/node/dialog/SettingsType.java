package org.knime.core.webui.node.dialog;

/** Which of a node's settings. */
public enum SettingsType {

    MODEL, VIEW, JOB_MANAGER
}
