package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node, for writing. */
public interface NodeSettingsWO extends ConfigWO {

    NodeSettingsWO addNodeSettings(String key);

    void addNodeSettings(NodeSettings settings);

    @Override
    void addPassword(String key, String encryptionKey, String value);
}
