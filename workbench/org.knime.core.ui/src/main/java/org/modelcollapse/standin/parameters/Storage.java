package org.modelcollapse.standin.parameters;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.migration.ParametersLoader;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Puts parameters into settings and gets them back: a value is stored under the name of its field, a group as a
 * sub-config, an array of groups as a sub-config of numbered ones, unless annotations say otherwise.
 */
public final class Storage {

    private static final String HIDDEN = "_Internals";

    private Storage() {
    }

    /** @param parameters any persistable object; no group in it may be null */
    public static void save(final Persistable parameters, final NodeSettingsWO settings) {
        saveGroup(parameters.getClass(), parameters, settings);
    }

    /**
     * @param <P> the class
     * @param type of the parameters
     * @param settings as {@link #save} writes them
     * @return new parameters
     * @throws InvalidSettingsException if a setting is missing, of another type, or not one of the constants of an enum
     */
    public static <P extends Persistable> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        return type.cast(loadGroup(type, settings));
    }

    // ---- saving ----

    private static void saveGroup(final Class<?> type, final Object group, final NodeSettingsWO settings) {
        final Optional<NodeParametersPersistor<Object>> persistor =
            Optional.ofNullable(type.getAnnotation(Persistor.class)).map(Storage::create);
        if (persistor.isPresent()) {
            persistor.get().save(group, settings);
            return;
        }
        for (final Member member : Member.of(type)) {
            saveMember(member, member.get(group), settings);
        }
    }

    private static void saveMember(final Member member, final Object value, final NodeSettingsWO settings) {
        final Optional<NodeParametersPersistor<Object>> persistor = persistor(member);
        if (persistor.isPresent()) {
            persistor.get().save(value, settings);
            return;
        }
        final String key = key(member);
        final Optional<Class<?>> elements = member.elements(Persistable.class);
        if (Persistable.class.isAssignableFrom(member.type())) {
            saveGroup(member.type(), value, settings.addNodeSettings(key));
        } else if (elements.isPresent()) {
            saveElements(elements.get(), value, settings.addNodeSettings(key));
        } else {
            Leaf.of(member).write().write(settings, key, value);
        }
    }

    private static void saveElements(final Class<?> type, final Object array, final NodeSettingsWO settings) {
        if (array == null) {
            return;
        }
        int i = 0;
        for (final Object element : array instanceof Collection<?> c ? c : Arrays.asList((Object[])array)) {
            saveGroup(type, element, settings.addNodeSettings(Integer.toString(i++)));
        }
    }

    // ---- loading ----

    private static Object loadGroup(final Class<?> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Optional<NodeParametersPersistor<Object>> persistor =
            Optional.ofNullable(type.getAnnotation(Persistor.class)).map(Storage::create);
        final String[][] paths = persistor.map(NodeParametersPersistor::getConfigPaths).orElse(new String[][]{{}});
        final Optional<ParametersLoader<Object>> former =
            former(Optional.ofNullable(type.getAnnotation(Migration.class)), paths, settings);
        if (former.isPresent()) {
            return former.get().load(settings);
        }
        if (persistor.isPresent()) {
            return persistor.get().load(settings);
        }
        final Object group = Instances.create(type);
        for (final Member member : Member.of(type)) {
            member.set(group, loadMember(member, settings));
        }
        return group;
    }

    private static Object loadMember(final Member member, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Optional<NodeParametersPersistor<Object>> persistor = persistor(member);
        final String key = key(member);
        final String[][] paths = persistor.map(NodeParametersPersistor::getConfigPaths).orElse(new String[][]{{key}});
        if (isDefaultIfAbsent(member, paths)
            && Arrays.stream(paths).noneMatch(path -> ConfigPaths.contains(settings, path))) {
            return member.get(Instances.create(member.owner()));
        }
        final Optional<ParametersLoader<Object>> former =
            former(member.annotation(Migration.class), paths, settings);
        if (former.isPresent()) {
            return former.get().load(settings);
        }
        if (persistor.isPresent()) {
            return persistor.get().load(settings);
        }
        final Optional<Class<?>> elements = member.elements(Persistable.class);
        if (Persistable.class.isAssignableFrom(member.type())) {
            return loadGroup(member.type(), settings.getNodeSettings(key));
        }
        if (elements.isPresent()) {
            return loadElements(member, elements.get(), settings.getNodeSettings(key));
        }
        return Leaf.of(member).read().read(settings, key);
    }

    private static Object loadElements(final Member member, final Class<?> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final int size = (int)settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
        final List<Object> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(loadGroup(type, settings.getNodeSettings(Integer.toString(i))));
        }
        return member.field().getType().isArray() ? elements.toArray((Object[])Array.newInstance(type, size))
            : elements;
    }

    /** The loader of the first former version whose form the settings have. */
    @SuppressWarnings("unchecked")
    private static Optional<ParametersLoader<Object>> former(final Optional<Migration> migration,
        final String[][] paths, final NodeSettingsRO settings) {
        if (migration.isEmpty()) {
            return Optional.empty();
        }
        final NodeParametersMigration<Object> migrations = Instances.create(migration.get().value());
        for (final ConfigMigration<Object> candidate : migrations.getConfigMigrations()) {
            final boolean matches;
            if (candidate.getMatcher() instanceof PresentFormMissing) {
                if (paths.length == 0) {
                    throw new IllegalStateException("The migration " + migration.get().value().getName()
                        + " has neither a matcher nor deprecated paths, and the persistor has no paths. Give one.");
                }
                matches = Arrays.stream(paths).noneMatch(path -> ConfigPaths.contains(settings, path));
            } else {
                matches = candidate.getMatcher().test(settings);
            }
            if (matches) {
                return Optional.of(candidate.getLoader());
            }
        }
        return Optional.empty();
    }

    private static boolean isDefaultIfAbsent(final Member member, final String[][] paths) {
        if (member.annotation(Migrate.class).map(Migrate::loadDefaultIfAbsent).orElse(false)) {
            if (paths.length == 0) {
                throw new IllegalStateException(
                    member + " cannot have @Migrate(loadDefaultIfAbsent = true), for its persistor has no paths.");
            }
            return true;
        }
        return member.owner().isAnnotationPresent(LoadDefaultsForAbsentFields.class)
            && member.annotation(Migration.class).isEmpty() && paths.length > 0;
    }

    // ---- what annotations say ----

    private static String key(final Member member) {
        final Optional<Persist> persist = member.annotation(Persist.class);
        final String key = persist.map(Persist::configKey).filter(k -> !k.isEmpty()).orElse(member.name());
        return persist.map(Persist::hidden).orElse(false) ? key + HIDDEN : key;
    }

    private static Optional<NodeParametersPersistor<Object>> persistor(final Member member) {
        if (member.annotation(Persistor.class).isPresent() && member.annotation(Persist.class).isPresent()) {
            throw new IllegalStateException(member + " has @Persist and @Persistor. Keep one of them.");
        }
        if (member.annotation(Migration.class).isPresent() && member.annotation(Migrate.class).isPresent()) {
            throw new IllegalStateException(member + " has @Migrate and @Migration. Keep one of them.");
        }
        return member.annotation(Persistor.class).map(Storage::create);
    }

    @SuppressWarnings("unchecked")
    private static NodeParametersPersistor<Object> create(final Persistor persistor) {
        return Instances.create(persistor.value());
    }
}
