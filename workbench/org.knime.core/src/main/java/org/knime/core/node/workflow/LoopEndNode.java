package org.knime.core.node.workflow;

/** A node model that ends a loop; it asks for another iteration by calling {@code continueLoop()}. */
public interface LoopEndNode extends ScopeEndNode<FlowLoopContext> {

    /** Whether variables changed in the body are seen after the loop; only false is supported by the stand-in. */
    default boolean shouldPropagateModifiedVariables() {
        return false;
    }
}
