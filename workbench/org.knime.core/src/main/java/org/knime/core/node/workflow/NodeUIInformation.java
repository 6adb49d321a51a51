package org.knime.core.node.workflow;

/** Where a node is on the canvas: nobody looks there here. */
public final class NodeUIInformation {

    private NodeUIInformation() {
    }
}
