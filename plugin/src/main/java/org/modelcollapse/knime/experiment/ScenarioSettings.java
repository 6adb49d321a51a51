package org.modelcollapse.knime.experiment;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;

/**
 * The settings of an experiment that may differ between its scenarios, by name. The name is the setting's key or its
 * title in the dialog; case, spaces and signs make no difference. Immutable.
 */
public final class ScenarioSettings {

    /** Settings of the whole experiment, which cannot differ between its scenarios. */
    private static final Set<String> COMMON = Set.of("replicates", "usefixedseed", "seed", "threads", "checkpoint");

    private static final Set<String> YES = Set.of("true", "yes", "1");

    private static final Set<String> NO = Set.of("false", "no", "0");

    private static final ScenarioSettings ALL = new ScenarioSettings();

    /** A way to a value, through the groups that it is in. */
    private record Setting(List<Field> path) {

        Field field() {
            return path.get(path.size() - 1);
        }

        /** @return the key under which it is stored */
        String name() {
            return field().getName().substring(2);
        }
    }

    private final Map<String, Setting> byKey = new LinkedHashMap<>();

    private final Map<String, Setting> byTitle = new LinkedHashMap<>();

    private ScenarioSettings() {
        collect(RecursiveCollapseExperimentParameters.class, List.of());
    }

    private void collect(final Class<?> group, final List<Field> outer) {
        for (final Field field : group.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic() || field.getType() == Void.class) {
                continue;
            }
            field.setAccessible(true);
            final List<Field> path = new ArrayList<>(outer);
            path.add(field);
            if (NodeParameters.class.isAssignableFrom(field.getType())) {
                collect(field.getType(), path);
            } else {
                final Setting setting = new Setting(List.copyOf(path));
                byKey.put(normalize(setting.name()), setting);
                Optional.ofNullable(field.getAnnotation(Widget.class))
                    .ifPresent(widget -> byTitle.put(normalize(widget.title()), setting));
            }
        }
    }

    /** @return all of them */
    public static ScenarioSettings all() {
        return ALL;
    }

    /** @return the names of all that may differ, in the order of the dialog */
    public List<String> names() {
        return byKey.entrySet().stream().filter(e -> !COMMON.contains(e.getKey())).map(e -> e.getValue().name())
            .toList();
    }

    /**
     * Checks that a setting may differ.
     *
     * @param subject begins the message: what names the setting
     * @param name of a setting
     * @param more what else may stand there, or an empty text
     * @return the setting's own name, that is its key
     * @throws InvalidSettingsException if there is no such setting, with the list of those that there are; or it is one
     *             of the whole experiment
     */
    public String require(final String subject, final String name, final String more) throws InvalidSettingsException {
        final Setting setting = find(name).orElseThrow(() -> new InvalidSettingsException(
            subject + " is no setting. Possible are " + more + names() + ", or their titles in the experiment's dialog."));
        if (COMMON.contains(normalize(setting.name()))) {
            throw new InvalidSettingsException(
                subject + " is a setting of the whole experiment: set it in the experiment's dialog.");
        }
        return setting.name();
    }

    /**
     * @param name of a setting
     * @return whether it takes numbers that need not be whole
     */
    public boolean isDecimal(final String name) {
        return find(name).filter(setting -> setting.field().getType() == double.class).isPresent();
    }

    /**
     * Checks that a setting takes a value; whether it suits the other settings shows when the experiment gets it.
     *
     * @param where begins the message
     * @param name of a setting that there is
     * @param text its value
     * @throws InvalidSettingsException if it does not take it; the message says what it takes
     */
    public void requireValue(final String where, final String name, final String text)
        throws InvalidSettingsException {
        read(where, find(name).orElseThrow().field().getType(), text);
    }

    /**
     * Sets a setting.
     *
     * @param parameters to be changed
     * @param where begins the message
     * @param name of a setting that there is
     * @param text its value
     * @throws InvalidSettingsException if the setting does not take that value; the message says what it takes
     */
    void set(final RecursiveCollapseExperimentParameters parameters, final String where, final String name,
        final String text) throws InvalidSettingsException {
        final Setting setting = find(name).orElseThrow();
        try {
            Object group = parameters;
            for (final Field field : setting.path().subList(0, setting.path().size() - 1)) {
                group = field.get(group);
            }
            setting.field().set(group, read(where, setting.field().getType(), text));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // all fields were made accessible
        }
    }

    private Optional<Setting> find(final String name) {
        final String key = normalize(name);
        return Optional.ofNullable(byKey.getOrDefault(key, byTitle.get(key)));
    }

    private static Object read(final String where, final Class<?> type, final String text)
        throws InvalidSettingsException {
        if (type.isEnum()) {
            return constant(where, type, text);
        }
        if (type == boolean.class) {
            return truth(where, text);
        }
        if (type == String.class) {
            return text;
        }
        final double value = number(where, text);
        if (type == double.class) {
            return value;
        }
        if (value != (int)value) {
            throw new InvalidSettingsException(where + "give a whole number, not " + text + ".");
        }
        return (int)value;
    }

    private static double number(final String where, final String text) throws InvalidSettingsException {
        try {
            final double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidSettingsException(where + "give a number, not the text \"" + text + "\"."
            + (text.indexOf(',') < 0 ? ""
                : " Decimals have a point, as in 0.001, and nothing stands between thousands, as in 10000."));
    }

    private static boolean truth(final String where, final String text) throws InvalidSettingsException {
        final String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return YES.contains(word);
        }
        throw new InvalidSettingsException(where + "give true or false, not \"" + text + "\".");
    }

    private static Object constant(final String where, final Class<?> type, final String text)
        throws InvalidSettingsException {
        final String wanted = normalize(text);
        for (final Object constant : type.getEnumConstants()) {
            if (normalize(((Enum<?>)constant).name()).equals(wanted) || normalize(label(constant)).equals(wanted)) {
                return constant;
            }
        }
        throw new InvalidSettingsException(where + "\"" + text + "\" is none of the choices. Possible are "
            + Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>)c).name() + " (" + label(c) + ")")
                .collect(Collectors.joining(", "))
            + ".");
    }

    private static String label(final Object constant) {
        try {
            return constant.getClass().getField(((Enum<?>)constant).name()).getAnnotation(Label.class).value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e); // every constant is a field
        }
    }

    private static String normalize(final String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
