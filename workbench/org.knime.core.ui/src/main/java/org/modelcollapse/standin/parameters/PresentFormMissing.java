package org.modelcollapse.standin.parameters;

import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;

/** Marks a migration that applies if the present form of the setting is missing, which only the loader can tell. */
public final class PresentFormMissing implements Predicate<NodeSettingsRO> {

    @Override
    public boolean test(final NodeSettingsRO settings) {
        throw new UnsupportedOperationException("Only the loader knows where the present form would be");
    }
}
