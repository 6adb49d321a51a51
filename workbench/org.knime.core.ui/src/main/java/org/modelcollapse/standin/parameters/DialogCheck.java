package org.modelcollapse.standin.parameters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.knime.core.webui.node.dialog.defaultdialog.internal.button.SimpleButtonWidget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.array.ArrayWidget.ElementLayout;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.message.TextMessage;

/** Finds the mistakes in parameters classes for which KNIME refuses to generate a dialog. */
public final class DialogCheck {

    private final Set<Class<?>> references = new HashSet<>();

    private DialogCheck(final List<Shown> shown) {
        shown.forEach(this::collectReferences);
    }

    /**
     * @param classes of the parameters that one dialog shows
     * @throws IllegalStateException that names the field and the mistake
     */
    public static void check(final List<Class<?>> classes) {
        final List<Shown> shown = new ArrayList<>();
        for (final Class<?> type : classes) {
            Instances.create(type);
            shown.addAll(Shown.in(type));
        }
        final DialogCheck check = new DialogCheck(shown);
        final Part root = DialogLayout.of(shown);
        root.all().forEach(check::checkPart);
        root.widgets().forEach(check::checkWidget);
        shown.forEach(check::checkProviders);
    }

    private void collectReferences(final Shown shown) {
        shown.member().annotation(ValueReference.class).map(ValueReference::value).ifPresent(references::add);
        shown.member().annotation(SimpleButtonWidget.class).map(SimpleButtonWidget::ref).ifPresent(references::add);
        shown.children().forEach(this::collectReferences);
    }

    private void checkProviders(final Shown shown) {
        final Member member = shown.member();
        Stream.of(TextMessage.class, SimpleButtonWidget.class).forEach(
            kind -> fail(member.annotation(kind).isPresent() && member.type() != Void.class, member,
                "@" + kind.getSimpleName() + " is only applicable for a field of type Void."));
        member.annotation(TextMessage.class).ifPresent(message -> {
            checkEffect(shown.effect(), member.toString());
            checkProvider(message.value(), member);
        });
        member.annotation(ValueProvider.class).ifPresent(provider -> checkProvider(provider.value(), member));
        shown.children().forEach(this::checkProviders);
    }

    private void checkProvider(final Class<?> provider, final Member member) {
        try {
            ((StateProvider<?>)Instances.create(provider)).init(new ProviderCheck(references));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                "Error when resolving what " + member + " depends on: " + e.getMessage(), e);
        }
    }

    private void checkPart(final Part part) {
        final Class<?> type = part.type;
        if (type != null
            && (type.isAnnotationPresent(Section.class) || type.isAnnotationPresent(HorizontalLayout.class))) {
            checkEffect(Optional.ofNullable(type.getAnnotation(Effect.class)), type.getSimpleName());
        }
    }

    private void checkWidget(final Shown shown) {
        final Member member = shown.member();
        checkEffect(shown.effect(), member.toString());
        if (!member.type().isEnum()) {
            Stream.of(ValueSwitchWidget.class, RadioButtonsWidget.class).forEach(
                kind -> fail(member.annotation(kind).isPresent(), member,
                    "@" + kind.getSimpleName() + " is not applicable for a field of type "
                        + member.type().getSimpleName() + ", only for an enum."));
        }
        member.annotation(ChoicesProvider.class).map(ChoicesProvider::value).ifPresent(provider -> {
            fail(member.type() == ColumnFilter.class && !ColumnChoicesProvider.class.isAssignableFrom(provider), member,
                "The choices of a ColumnFilter need a ColumnChoicesProvider.");
            fail(member.type().isEnum(), member,
                "The field is an enum and the provided choicesProvider is not an EnumChoicesProvider.");
        });
        fail(member.isOptional() && !hasDefault(member) && member.annotation(OptionalWidget.class).isEmpty(), member,
            "There is no default value for an optional " + member.type().getSimpleName()
                + ". Give an @OptionalWidget.");
        if (member.type().isEnum()) {
            Stream.of(member.type().getEnumConstants()).forEach(constant -> Options.label((Enum<?>)constant));
        }
        shown.elements().ifPresent(elements -> {
            member.annotation(ArrayWidget.class)
                .ifPresent(a -> fail(
                    !a.elementTitle().isEmpty() && a.elementLayout() == ElementLayout.HORIZONTAL_SINGLE_LINE, member,
                    "In an ArrayWidget, do not set the elementTitle in case elementLayout is HORIZONTAL_SINGLE_LINE."));
            check(List.of(elements)); // whose conditions can refer to fields of the same element only
        });
    }

    private static boolean hasDefault(final Member member) {
        final Class<?> type = member.type();
        return type == String.class || Number.class.isAssignableFrom(type) || type.isArray();
    }

    private void checkEffect(final Optional<Effect> effect, final String where) {
        if (effect.isEmpty()) {
            return;
        }
        final Class<? extends EffectPredicateProvider> provider = effect.get().predicate();
        try {
            new ReferenceCheck(references).getPredicate(provider);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                "Error when resolving @Effect annotation for " + where + ": " + e.getMessage(), e);
        }
    }

    private static void fail(final boolean wrong, final Member member, final String message) {
        if (wrong) {
            throw new IllegalStateException("Error when generating the options of " + member + ": " + message);
        }
    }
}
