package org.knime.core.node.workflow;

/** A node model that begins a loop; it is executed once an iteration. */
public interface LoopStartNode extends ScopeStartNode<FlowLoopContext> {
}
