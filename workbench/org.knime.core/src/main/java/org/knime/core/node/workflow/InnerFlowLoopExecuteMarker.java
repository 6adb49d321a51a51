package org.knime.core.node.workflow;

/** Marks on the stack where the variables of the present iteration begin. */
public final class InnerFlowLoopExecuteMarker extends FlowObject {

    InnerFlowLoopExecuteMarker() {
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public boolean equals(final Object o) {
        return super.equals(o);
    }

    @Override
    public String toString() {
        return "<Inner Loop Context (#execute) - Owner: " + getOwner() + ">";
    }
}
