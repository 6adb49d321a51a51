package org.knime.core.node.workflow;

import java.util.Objects;

/** Marks a loop and counts its iterations. */
public class FlowLoopContext extends FlowScopeContext {

    private int iteration;

    private NodeID tail;

    public FlowLoopContext() {
        // first iteration
    }

    public int getIterationIndex() {
        return iteration;
    }

    public final int incrementIterationIndex() {
        return ++iteration;
    }

    /** @throws IllegalLoopException if another end is known already */
    public void setTailNode(final NodeID newTail) throws IllegalLoopException {
        if (tail != null && newTail != null && !tail.equals(newTail)) {
            throw new IllegalLoopException("Loop end already assigned (start node has more than one end node)");
        }
        tail = newTail;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public boolean equals(final Object o) {
        return super.equals(o) && Objects.equals(tail, ((FlowLoopContext)o).tail);
    }

    @Override
    public String toString() {
        return "<Loop Context (Head " + getHeadNode() + ", Tail " + (tail == null ? "unassigned" : tail)
            + ")> - iteration " + iteration;
    }
}
