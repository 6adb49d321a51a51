package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** What a port object is stored as, for reading. */
public interface ModelContentRO extends ConfigRO {

    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
