package org.modelcollapse.standin.parameters;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;

/**
 * What a dialog makes of a member: a widget, or a group of such.
 *
 * @param member the field
 * @param layout the part of the layout that it belongs to, if it says so
 * @param effect what shows or hides it, its own or that of the group around it
 * @param children of a group; empty otherwise
 */
record Shown(Member member, Optional<Class<?>> layout, Optional<Effect> effect, List<Shown> children) {

    /** @return what is in a class that is the root of a dialog, or the element of an array */
    static List<Shown> in(final Class<?> root) {
        return in(root, typeAnnotation(root, Layout.class), typeAnnotation(root, Effect.class));
    }

    private static List<Shown> in(final Class<?> type, final Optional<Layout> layoutOfAll,
        final Optional<Effect> effectOfAll) {
        final List<Shown> all = new ArrayList<>();
        for (final Member member : Member.of(type)) {
            final Optional<Layout> layout = member.annotation(Layout.class).or(() -> layoutOfAll);
            final boolean group = isGroup(member);
            final Optional<Effect> effect = member.annotation(Effect.class)
                .or(() -> group ? typeAnnotation(member.type(), Effect.class) : Optional.empty())
                .or(() -> effectOfAll);
            final List<Shown> children = group
                ? in(member.type(),
                    layout.isEmpty() ? typeAnnotation(member.type(), Layout.class) : Optional.empty(), effect)
                : List.of();
            all.add(new Shown(member, layout.map(Layout::value), effect, children));
        }
        return all;
    }

    private static <A extends Annotation> Optional<A> typeAnnotation(final Class<?> type, final Class<A> kind) {
        return Optional.ofNullable(type.getAnnotation(kind));
    }

    private static boolean isGroup(final Member member) {
        return WidgetGroup.class.isAssignableFrom(member.type());
    }

    boolean isGroup() {
        return isGroup(member);
    }

    /** @return the class of the elements, if this is an array of groups */
    Optional<Class<?>> elements() {
        return member.elements(WidgetGroup.class);
    }

    /** @return the title and description of a field that is shown */
    Optional<Widget> widget() {
        return member.annotation(Widget.class);
    }
}
