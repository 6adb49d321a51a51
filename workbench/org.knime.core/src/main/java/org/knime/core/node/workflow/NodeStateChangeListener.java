package org.knime.core.node.workflow;

/** Told when the state of a node changes. */
public interface NodeStateChangeListener {

    void stateChanged(NodeStateEvent state);
}
