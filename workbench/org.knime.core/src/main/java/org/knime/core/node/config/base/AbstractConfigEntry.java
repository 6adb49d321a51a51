package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;

import javax.swing.tree.TreeNode;

/** An entry of a configuration tree: a key, a type, and either a value or further entries. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1L;

    private final ConfigEntries type;

    private String key;

    private transient AbstractConfigEntry parent;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        this.type = Objects.requireNonNull(type);
        setKey(key);
    }

    public final String getKey() {
        return key;
    }

    final void setKey(final String newKey) {
        if (newKey == null) {
            throw new IllegalArgumentException("Key must not be null!");
        }
        key = newKey;
    }

    public final ConfigEntries getType() {
        return type;
    }

    public final void setParent(final AbstractConfigEntry newParent) {
        parent = newParent;
    }

    @Override
    public final TreeNode getParent() {
        return parent;
    }

    /** The textual form that the XML files hold; null for a null string. */
    public abstract String toStringValue();

    abstract boolean hasIdenticalValue(AbstractConfigEntry other);

    public final boolean isIdentical(final AbstractConfigEntry other) {
        return type == other.type && key.equals(other.key) && hasIdenticalValue(other);
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o != null && o.getClass() == getClass() && isIdentical((AbstractConfigEntry)o);
    }

    @Override
    public int hashCode() {
        return key.hashCode() ^ type.hashCode();
    }

    @Override
    public String toString() {
        return key + " [" + type + "] -> " + toStringValue();
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
