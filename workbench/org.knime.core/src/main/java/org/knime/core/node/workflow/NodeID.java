package org.knime.core.node.workflow;

import java.util.Objects;

/** Identifies a node: the ids of its parents and its index, such as 0:3:7. */
public class NodeID implements Comparable<NodeID> {

    /** The id of the root of all workflows. */
    public static final NodeID ROOTID = new NodeID(0);

    private final NodeID prefix;

    private final int index;

    public NodeID(final int index) {
        this(null, index);
    }

    public NodeID(final NodeID prefix, final int index) {
        this.prefix = prefix;
        this.index = index;
    }

    public static NodeID fromString(final String id) {
        NodeID result = null;
        for (final String part : id.split(":")) {
            try {
                result = new NodeID(result, Integer.parseInt(part));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Not a node id: \"" + id + "\"", e);
            }
        }
        return result;
    }

    public NodeID createChild(final int childIndex) {
        return new NodeID(this, childIndex);
    }

    public NodeID getPrefix() {
        return prefix;
    }

    public int getIndex() {
        return index;
    }

    public boolean hasPrefix(final NodeID testPrefix) {
        return prefix != null && (prefix.equals(testPrefix) || prefix.hasPrefix(testPrefix));
    }

    public boolean hasSamePrefix(final NodeID other) {
        return Objects.equals(prefix, other.prefix);
    }

    public final boolean isRoot() {
        return equals(ROOTID);
    }

    @Override
    public int compareTo(final NodeID other) {
        if (Objects.equals(prefix, other.prefix)) {
            return Integer.compare(index, other.index);
        }
        if (depth() != other.depth()) {
            return depth() < other.depth() ? (compareTo(other.prefix) <= 0 ? -1 : 1)
                : (prefix.compareTo(other) < 0 ? -1 : 1);
        }
        return prefix.compareTo(other.prefix);
    }

    private int depth() {
        return prefix == null ? 0 : prefix.depth() + 1;
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof NodeID other && other.index == index && Objects.equals(prefix, other.prefix);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(prefix) + index;
    }

    @Override
    public String toString() {
        return prefix == null ? Integer.toString(index) : prefix + ":" + index;
    }
}
