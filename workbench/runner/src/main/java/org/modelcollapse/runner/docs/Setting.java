package org.modelcollapse.runner.docs;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.Label;

/**
 * What the class of a node's settings tells of one beyond the node's description.
 *
 * @param title by which the description knows it
 * @param description with which it begins there
 * @param section heading over it in the dialog; "" for none
 * @param defaultValue in words; empty where it depends on the input
 * @param advanced whether the dialog shows it on demand only
 */
record Setting(String title, String description, String section, Optional<String> defaultValue, boolean advanced) {

    private static final String EMPTY = "empty";

    /**
     * @param parameters class of the settings
     * @return all that the dialog shows, also those in groups
     */
    static List<Setting> of(final Class<?> parameters) {
        final List<Setting> settings = new ArrayList<>();
        collect(create(parameters), "", false, settings);
        return settings;
    }

    private static Object create(final Class<?> parameters) {
        try {
            final Constructor<?> constructor = parameters.getDeclaredConstructor();
            constructor.setAccessible(true); // NOSONAR KNIME, too, makes the objects so
            return constructor.newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(parameters + " cannot be made", e);
        }
    }

    private static Object value(final Field field, final Object object) {
        try {
            field.setAccessible(true); // NOSONAR KNIME, too, reads them so
            return field.get(object);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    private static void collect(final Object object, final String section, final boolean advanced, final List<Setting> settings) {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (final Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                    continue;
                }
                final Layout layout = Optional.ofNullable(field.getAnnotation(Layout.class)).orElse(field.getType().getAnnotation(Layout.class));
                final String place = layout == null ? section : section(layout.value(), section);
                final boolean rare = advanced || field.isAnnotationPresent(Advanced.class) || layout != null && isAdvanced(layout.value());
                final Widget widget = field.getAnnotation(Widget.class);
                final Object value = value(field, object);
                if (widget != null) {
                    settings.add(new Setting(widget.title(), widget.description(), place, words(value), rare || widget.advanced()));
                } else if (value instanceof NodeParameters group) {
                    collect(group, place, rare, settings);
                }
            }
        }
    }

    private static String section(final Class<?> part, final String otherwise) {
        for (Class<?> c = part; c != null; c = c.getDeclaringClass()) {
            if (c.isAnnotationPresent(Section.class)) {
                return c.getAnnotation(Section.class).title();
            }
        }
        return otherwise;
    }

    /** A part of the dialog may be advanced as a whole, and so is what lies within it. */
    private static boolean isAdvanced(final Class<?> part) {
        return part != null && (part.isAnnotationPresent(Advanced.class) || isAdvanced(part.getDeclaringClass()));
    }

    private static Optional<String> words(final Object value) {
        if (value instanceof Boolean b) {
            return Optional.of(b ? "checked" : "not checked");
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(String.format(Locale.ROOT, "%,d", value));
        }
        if (value instanceof Double d) {
            return Optional.of(new BigDecimal(Double.toString(d)).stripTrailingZeros().toPlainString());
        }
        if (value instanceof Enum<?> e) {
            return Optional.of(label(e));
        }
        if (value instanceof String s) {
            return Optional.of(s.isEmpty() ? EMPTY : s);
        }
        if (value instanceof Optional<?> o) {
            return o.isPresent() ? words(o.get()) : Optional.of("off");
        }
        if (value instanceof Object[] elements) {
            return Optional.of(elements.length == 0 ? "none" : String.join("; ", Arrays.stream(elements).map(Setting::element).toList()));
        }
        return Optional.empty();
    }

    private static String element(final Object element) {
        final List<Setting> fields = new ArrayList<>();
        collect(element, "", false, fields);
        return String.join(", ", fields.stream().filter(f -> !f.defaultValue().orElse(EMPTY).equals(EMPTY)).map(f -> f.title().toLowerCase(Locale.ROOT) + " " + f.defaultValue().orElse(EMPTY)).toList());
    }

    private static String label(final Enum<?> constant) {
        try {
            final Label label = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
            return label == null ? constant.name() : label.value();
        } catch (final NoSuchFieldException e) {
            throw new IllegalStateException(constant + " has no field", e);
        }
    }
}
