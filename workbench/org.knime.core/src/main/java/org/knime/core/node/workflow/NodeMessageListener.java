package org.knime.core.node.workflow;

import java.util.EventListener;

/** Told when a node has something new to say. */
public interface NodeMessageListener extends EventListener {

    void messageChanged(NodeMessageEvent event);
}
