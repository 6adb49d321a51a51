package org.knime.node.parameters.persistence;

/** A class whose fields are stored. */
public interface Persistable {
}
