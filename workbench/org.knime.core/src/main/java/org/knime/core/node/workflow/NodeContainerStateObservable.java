package org.knime.core.node.workflow;

/** Something with a state that can be watched. */
public interface NodeContainerStateObservable {

    NodeContainerState getNodeContainerState();

    boolean addNodeStateChangeListener(NodeStateChangeListener listener);

    boolean removeNodeStateChangeListener(NodeStateChangeListener listener);
}
