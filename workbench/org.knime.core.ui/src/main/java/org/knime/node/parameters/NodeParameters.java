package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The settings of a node: a class with a constructor without arguments, whose fields that are not private, static or
 * transient are stored, shown and described. It may have a second constructor, which takes a
 * {@link NodeParametersInput}, for defaults that depend on the input.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Called by the node before it uses the settings.
     *
     * @throws InvalidSettingsException if the settings contradict themselves
     */
    default void validate() throws InvalidSettingsException {
        // everything is valid unless a node says otherwise
    }
}
