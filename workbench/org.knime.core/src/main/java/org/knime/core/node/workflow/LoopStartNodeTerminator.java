package org.knime.core.node.workflow;

/** A node model that begins a loop and knows when it is over. */
public interface LoopStartNodeTerminator extends LoopStartNode {

    /** Asked after each iteration: true when there is no further one. */
    boolean terminateLoop();
}
