package org.modelcollapse.tests.parameters;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/** Settings that had another form in older versions. */
final class Versions implements NodeParameters {

    static final class FromOld implements NodeParametersMigration<Integer> {
        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(ConfigMigration.<Integer> builder(s -> s.getNodeSettings("old").getInt("deep") * 10)
                .withDeprecatedConfigPath("old", "deep").build());
        }
    }

    static final class IfMissing implements NodeParametersMigration<String> {
        @Override
        public List<ConfigMigration<String>> getConfigMigrations() {
            return List.of(ConfigMigration.<String> builder(s -> "as before").build());
        }
    }

    /** All fields are new. */
    @LoadDefaultsForAbsentFields
    static final class AllNew implements NodeParameters {
        int m_a = 11;
        Kinds.Group m_group = new Kinds.Group();
    }

    int m_always = 1;

    @Migrate(loadDefaultIfAbsent = true)
    int m_added = 42;

    @Migration(FromOld.class)
    int m_moved = 5;

    @Migration(IfMissing.class)
    String m_behaviour = "new";
}
