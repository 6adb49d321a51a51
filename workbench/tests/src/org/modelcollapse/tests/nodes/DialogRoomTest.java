package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.message.TextMessage;

/**
 * How much room the dialogs take in the panel beside the canvas. The sizes in pixels are those that the dialog
 * application of KNIME 5.12 (development state of March 2026) gave its controls at the panel's usual width.
 */
@DisplayName("In the panel beside the canvas")
class DialogRoomTest {

    /** A screen of 1,080 pixels less the window's bars and the buttons below the dialog. */
    private static final int SCREEN = 900;

    private static final int WIDTH = 368;

    /** Of a bold letter of a title, on average. */
    private static final double LETTER = 7;

    /** Between two controls in a row. */
    private static final int GAP = 6;

    private static final int SECTION = 74;

    private static final int CONTROL = 51;

    private static final int CHECKBOX = 26;

    private static final int OPTION = 18;

    private static final int COLUMNS = 375;

    private static final int MESSAGE = 82;

    /** The margins of an element of an array, and the button below all of them. */
    private static final int ELEMENT = 60;

    /** A control of a dialog. */
    private record Control(Field field, Object value, Class<?> part, boolean advanced) {

        String title() {
            final Widget widget = field.getAnnotation(Widget.class);
            return widget == null ? "" : widget.title();
        }

        /** What depends on other settings may be there or not. */
        boolean always() {
            return !advanced && !field.isAnnotationPresent(Effect.class);
        }

        List<String> labels() {
            return value instanceof Enum<?> constant ? Arrays.stream(constant.getDeclaringClass().getFields())
                .map(option -> option.getAnnotation(Label.class).value()).toList() : List.of();
        }

        int height() {
            if (field.isAnnotationPresent(TextMessage.class)) {
                return MESSAGE;
            }
            if (value instanceof Object[] elements) {
                return ELEMENT + elements.length * (ELEMENT + DialogRoomTest.height(controls(elements[0])));
            }
            if (value instanceof Boolean) {
                return CHECKBOX;
            }
            if (value instanceof ColumnFilter) {
                return COLUMNS;
            }
            return field.isAnnotationPresent(RadioButtonsWidget.class) ? CHECKBOX + OPTION * labels().size() : CONTROL;
        }
    }

    static Stream<String> factories() {
        return EveryNodeTest.factories();
    }

    /** @return the controls of a node's settings and of those of its view */
    private static List<Control> controlsOf(final String factory) {
        return Stream.of("text", "view").flatMap(method -> ask(Canvas.create(factory), method).stream())
            .map(text -> (Class<?>)ask(text, "parameters").orElseThrow())
            .flatMap(parameters -> controls(create(parameters)).stream()).toList();
    }

    private static Optional<Object> ask(final Object object, final String method) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (final Method m : type.getDeclaredMethods()) {
                if (m.getName().equals(method) && m.getParameterCount() == 0
                    && !Modifier.isAbstract(m.getModifiers())) {
                    try {
                        m.setAccessible(true);
                        return Optional.of(m.invoke(object));
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Object create(final Class<?> parameters) {
        try {
            final Constructor<?> constructor = parameters.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Control> controls(final Object settings) {
        return controls(settings, null, false);
    }

    private static List<Control> controls(final Object settings, final Class<?> part, final boolean advanced) {
        final List<Control> controls = new ArrayList<>();
        for (final Field field : settings.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            final Layout layout = field.getAnnotation(Layout.class);
            final Class<?> place = layout == null ? part : layout.value();
            final boolean rare = advanced || field.isAnnotationPresent(Advanced.class)
                || within(place, p -> p.isAnnotationPresent(Advanced.class)).isPresent();
            final Object value;
            try {
                field.setAccessible(true);
                value = field.get(settings);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            if (value instanceof NodeParameters group) {
                controls.addAll(controls(group, place, rare));
            } else if (field.isAnnotationPresent(Widget.class) || field.isAnnotationPresent(TextMessage.class)
                || field.isAnnotationPresent(ArrayWidget.class)) {
                controls.add(new Control(field, value, place, rare));
            }
        }
        return controls;
    }

    /** @return the part, or that around it, of which something is true */
    private static Optional<Class<?>> within(final Class<?> part, final Predicate<Class<?>> condition) {
        return Stream.<Class<?>>iterate(part, p -> p != null, Class::getDeclaringClass).filter(condition).findFirst();
    }

    private static Optional<Class<?>> row(final Control control) {
        return within(control.part(), p -> p.isAnnotationPresent(HorizontalLayout.class));
    }

    /** @return the height of what is always there, without the headings; a row of several counts once */
    private static int height(final List<Control> controls) {
        final List<Control> always = controls.stream().filter(Control::always).toList();
        final int alone = always.stream().filter(c -> row(c).isEmpty()).mapToInt(Control::height).sum();
        return alone + CONTROL * (int)always.stream().flatMap(c -> row(c).stream()).distinct().count();
    }

    @ParameterizedTest
    @MethodSource("factories")
    @DisplayName("no dialog is longer than a screen until somebody asks for the advanced settings")
    void length(final String factory) {
        final List<Control> controls = controlsOf(factory);
        final long sections = controls.stream().filter(Control::always)
            .flatMap(c -> within(c.part(), p -> p.isAnnotationPresent(Section.class)).stream()).distinct().count();
        final long height = height(controls) + SECTION * sections;
        assertTrue(height <= SCREEN, height + " pixels, of which a screen has " + SCREEN);
    }

    @ParameterizedTest
    @MethodSource("factories")
    @DisplayName("titles can be read to their end, also of several fields in a row, and so can switches")
    void titles(final String factory) {
        final List<Control> all = controlsOf(factory).stream().flatMap(c -> c.value() instanceof Object[] elements
            ? Stream.concat(Stream.of(c), controls(elements[0]).stream()) : Stream.of(c)).toList();
        final Map<Class<?>, Long> inRow = all.stream().flatMap(c -> row(c).stream())
            .collect(Collectors.groupingBy(r -> r, Collectors.counting()));
        assertEquals(List.of(), all.stream().filter(c -> LETTER * c.title().length()
            > (WIDTH + GAP) / row(c).map(inRow::get).orElse(1L) - GAP).map(Control::title).toList(), "titles");
        assertEquals(List.of(), all.stream().filter(c -> c.field().isAnnotationPresent(ValueSwitchWidget.class))
            .filter(c -> c.labels().stream().mapToDouble(label -> LETTER * label.length() + 20).sum() > WIDTH)
            .map(Control::labels).toList(), "switches");
    }
}
