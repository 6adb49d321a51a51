package org.knime.core.node.workflow;

/** A node model that ends a loop; it asks for another iteration by calling {@code continueLoop()}. */
public interface LoopEndNode extends ScopeEndNode<FlowLoopContext> {
}
