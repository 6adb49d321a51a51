package org.knime.core.node.workflow;

import java.util.EventListener;

/** Told when a node gets on. */
public interface NodeProgressListener extends EventListener {

    void progressChanged(NodeProgressEvent event);
}
