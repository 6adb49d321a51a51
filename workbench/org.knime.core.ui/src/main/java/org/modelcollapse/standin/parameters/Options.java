package org.modelcollapse.standin.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;

/** What the description of a node says about its settings. */
public final class Options {

    /**
     * One setting.
     *
     * @param title plain text
     * @param description an XML fragment; null for none
     */
    public record Option(String title, String description) {

        private boolean isDescribed() {
            return description != null && !description.isBlank();
        }
    }

    private Options() {
    }

    /**
     * @param classes of the parameters
     * @return the settings that are shown, in the order of the dialog
     */
    public static List<Option> of(final List<Class<?>> classes) {
        final List<Shown> shown = new ArrayList<>();
        classes.forEach(c -> shown.addAll(Shown.in(c)));
        return DialogLayout.of(shown).widgets().map(Options::of).toList();
    }

    private static Option of(final Shown shown) {
        final Widget widget = shown.widget().orElseThrow();
        final Class<?> type = shown.member().type();
        String description = widget.description();
        if (type.isEnum() && !description.isEmpty()) {
            description += list(Arrays.stream(type.getEnumConstants()).map(c -> label((Enum<?>)c)).toList());
        }
        if (shown.elements().isPresent()) {
            description += list(of(List.of(shown.elements().get())));
        }
        return new Option(widget.title(), description);
    }

    /** @throws IllegalStateException if the constant has @Widget instead of @Label */
    static Option label(final Enum<?> constant) {
        try {
            final var field = constant.getDeclaringClass().getField(constant.name());
            if (field.isAnnotationPresent(Widget.class)) {
                throw new IllegalStateException("There is a @Widget annotation present at the enum field "
                    + constant.name() + ". Use the @Label annotation instead.");
            }
            final Label label = field.getAnnotation(Label.class);
            if (label != null) {
                return new Option(label.value(), label.description());
            }
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("No field for the constant " + constant, e);
        }
        final String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Option(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), null);
    }

    private static String list(final List<Option> options) {
        return options.stream().noneMatch(Option::isDescribed) ? ""
            : options.stream()
                .map(o -> "\n<li><b>" + escape(o.title) + "</b>" + (o.isDescribed() ? ": " + o.description : "")
                    + "</li>")
                .collect(Collectors.joining("", "\n<ul>", "\n</ul>"));
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
            .replace("'", "&#x27;");
    }
}
