package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;

/**
 * A name that can be chosen.
 *
 * @param id what is stored
 * @param text what is shown
 * @param type what it is the name of
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * A type that can be chosen.
     *
     * @param id what is stored
     * @param text what is shown
     */
    public record PossibleTypeValue(String id, String text) {
    }

    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final DataType type = colSpec.getType();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }
}
