package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;
import org.modelcollapse.standin.parameters.ConfigPaths;
import org.modelcollapse.standin.parameters.PresentFormMissing;

/**
 * A former form of a setting and how it is read. It applies if its matcher says so; without one, if all the deprecated
 * paths are there; without these, if the present form is not there.
 *
 * @param <T> of the field
 */
public final class ConfigMigration<T> {

    private final Predicate<NodeSettingsRO> matcher;

    private final ParametersLoader<T> loader;

    private ConfigMigration(final Predicate<NodeSettingsRO> matcher, final ParametersLoader<T> loader) {
        this.matcher = matcher;
        this.loader = loader;
    }

    public Predicate<NodeSettingsRO> getMatcher() {
        return matcher;
    }

    public ParametersLoader<T> getLoader() {
        return loader;
    }

    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /** @param <T> of the field */
    public static final class Builder<T> {

        private final ParametersLoader<T> loader;

        private final List<String[]> deprecated = new ArrayList<>();

        private Predicate<NodeSettingsRO> matcher;

        public Builder(final ParametersLoader<T> loader) {
            this.loader = Objects.requireNonNull(loader);
        }

        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            deprecated.add(configKeys.clone());
            return this;
        }

        public ConfigMigration<T> build() {
            return new ConfigMigration<>(matcher != null ? matcher : matcherByPaths(), loader);
        }

        private Predicate<NodeSettingsRO> matcherByPaths() {
            if (deprecated.isEmpty()) {
                return new PresentFormMissing();
            }
            final List<String[]> paths = List.copyOf(deprecated);
            return settings -> paths.stream().allMatch(path -> ConfigPaths.contains(settings, path));
        }
    }
}
