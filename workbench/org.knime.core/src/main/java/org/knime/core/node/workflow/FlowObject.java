package org.knime.core.node.workflow;

import java.util.Objects;

/** Something on the stack that flows along connections: a variable or the mark of a loop. */
abstract class FlowObject implements Cloneable {

    private NodeID owner;

    protected final void setOwner(final NodeID newOwner) {
        owner = newOwner;
    }

    public final NodeID getOwner() {
        return owner;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(owner);
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o != null && o.getClass() == getClass() && Objects.equals(owner, ((FlowObject)o).owner);
    }
}
