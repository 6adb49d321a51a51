package org.knime.node.parameters.migration;

import java.util.List;

/**
 * How a field is loaded from settings of older versions. Needs a constructor without arguments.
 *
 * @param <T> of the field
 */
public interface NodeParametersMigration<T> {

    /** In the order in which they are tried; if none matches, the settings are of this version. */
    List<ConfigMigration<T>> getConfigMigrations();
}
