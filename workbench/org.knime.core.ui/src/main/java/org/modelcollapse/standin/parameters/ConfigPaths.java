package org.modelcollapse.standin.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Finds settings by the keys that lead to them. */
public final class ConfigPaths {

    private ConfigPaths() {
    }

    /** @return whether there is a setting at the end of the path; true for the empty path */
    public static boolean contains(final NodeSettingsRO settings, final String... path) {
        NodeSettingsRO at = settings;
        for (int i = 0; i < path.length; i++) {
            if (!at.containsKey(path[i])) {
                return false;
            }
            if (i < path.length - 1) {
                try {
                    at = at.getNodeSettings(path[i]);
                } catch (InvalidSettingsException e) { // a value where the path expects a group
                    return false;
                }
            }
        }
        return true;
    }
}
