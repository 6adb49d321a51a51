package org.knime.core.node.context;

/** Something that copies itself. */
public interface DeepCopy<T> {

    T copy();
}
