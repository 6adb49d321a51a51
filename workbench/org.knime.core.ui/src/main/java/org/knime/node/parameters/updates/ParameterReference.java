package org.knime.node.parameters.updates;

/**
 * Names a field, so that others can refer to it.
 *
 * @param <V> of the field
 */
public interface ParameterReference<V> {
}
