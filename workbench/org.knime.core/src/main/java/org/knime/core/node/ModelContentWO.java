package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** What a port object is stored as, for writing. */
public interface ModelContentWO extends ConfigWO {

    ModelContentWO addModelContent(String key);

    void addModelContent(ModelContent modelContent);
}
