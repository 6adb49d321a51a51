package org.knime.core.node.workflow;

import java.util.Objects;

/** Identifies a node: the ids of its parents and its index, such as 3:7; the root of all workflows is left out. */
public class NodeID implements Comparable<NodeID> {

    /** The id of the root of all workflows. */
    public static final NodeID ROOTID = new NodeID();

    private final NodeID prefix;

    private final int index;

    private NodeID() {
        prefix = null;
        index = 0;
    }

    public NodeID(final NodeID prefix, final int index) {
        this.prefix = prefix;
        this.index = index;
    }

    public NodeID createChild(final int childIndex) {
        return new NodeID(this, childIndex);
    }

    public int getIndex() {
        return index;
    }

    public final boolean isRoot() {
        return this == ROOTID;
    }

    @Override
    public int compareTo(final NodeID other) {
        if (this == other || isRoot() || other.isRoot()) {
            return this == other ? 0 : isRoot() ? -1 : 1;
        }
        final int byPrefix = prefix.compareTo(other.prefix);
        return byPrefix != 0 ? byPrefix : Integer.compare(index, other.index);
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o instanceof NodeID other && other.index == index && !isRoot() && !other.isRoot()
            && prefix.equals(other.prefix);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(prefix) + index;
    }

    @Override
    public String toString() {
        if (isRoot()) {
            return "";
        }
        return prefix.isRoot() ? Integer.toString(index) : prefix + ":" + index;
    }
}
