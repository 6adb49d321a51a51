package org.knime.core.node.workflow;

/** Marks where a scope, such as a loop, begins. */
public class FlowScopeContext extends FlowObject {

    public FlowScopeContext() {
        // the owner is set when it is pushed
    }

    /** The node that begins the scope. */
    public NodeID getHeadNode() {
        return getOwner();
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public boolean equals(final Object o) {
        return super.equals(o);
    }
}
