package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.workflow.VariableType.InvalidConfigEntryException;

/** Which settings of a node flow variables set, and which settings become flow variables. */
final class VariableSettings {

    private static final String USED = "used_variable";

    private static final String EXPOSED = "exposed_variable";

    private VariableSettings() {
    }

    /**
     * Sets what variables set.
     *
     * @param tree as stored under "variables": for each setting, at its place, the names of the variables
     * @return the variables that settings become
     */
    static List<FlowVariable> apply(final NodeSettingsRO tree, final Config settings,
        final Map<String, FlowVariable> available) throws InvalidSettingsException {
        final List<FlowVariable> exposed = new ArrayList<>();
        final Config places = tree.containsKey("tree") ? (Config)tree.getNodeSettings("tree") : (Config)tree;
        apply(places, settings, available, exposed);
        return exposed;
    }

    private static void apply(final Config tree, final Config settings, final Map<String, FlowVariable> available,
        final List<FlowVariable> exposed) throws InvalidSettingsException {
        for (final String key : tree) {
            final AbstractConfigEntry place = tree.getEntry(key);
            if (place instanceof Config at) {
                if (!settings.containsKey(key)) {
                    throw new InvalidSettingsException("No matching element found for entry with key: " + key);
                }
                if (at.containsKey(USED) || at.containsKey(EXPOSED)) {
                    apply(at, settings, key, available, exposed);
                } else if (settings.getEntry(key) instanceof Config nested) {
                    apply(at, nested, available, exposed);
                }
            }
        }
    }

    private static void apply(final Config names, final Config settings, final String key,
        final Map<String, FlowVariable> available, final List<FlowVariable> exposed)
        throws InvalidSettingsException {
        final String used = names.getString(USED, null);
        if (used != null) {
            final FlowVariable variable = available.get(used);
            if (variable == null) {
                throw new InvalidSettingsException("Unknown variable \"" + used + "\"");
            }
            try {
                variable.overwrite(settings, key);
            } catch (InvalidConfigEntryException e) {
                throw new InvalidSettingsException(e.getMessage() + " (" + variable + ")", e);
            }
        }
        final String name = names.getString(EXPOSED, null);
        if (name != null) {
            final FlowVariable variable = FlowVariable.of(name, settings, key);
            if (variable == null) {
                throw new InvalidSettingsException(
                    "Can't make flow variable \"" + name + "\" of setting \"" + key + "\"");
            }
            exposed.add(variable);
        }
    }
}
