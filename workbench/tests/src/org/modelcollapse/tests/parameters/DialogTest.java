package org.modelcollapse.tests.parameters;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;
import org.knime.core.webui.node.dialog.defaultdialog.internal.button.SimpleButtonWidget;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.array.ArrayWidget.ElementLayout;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("A dialog")
class DialogTest {

    static final class Checked implements BooleanReference {
    }

    enum Choice {
        @Label(value = "A & B", description = "both")
        BOTH, NEITHER_ONE
    }

    static final class Inner implements NodeParameters {
        @Widget(title = "inner", description = "of a group")
        int m_inner;
    }

    static final class Ordered implements NodeParameters {

        @Section(title = "Z")
        interface Z {
        }

        @Section(title = "A")
        @After(Z.class)
        interface A {
            @HorizontalLayout
            interface Row {
            }
        }

        @Section(title = "M")
        interface M {
        }

        @Layout(A.Row.class)
        @Widget(title = "in a row", description = "")
        int m_row;

        @Layout(A.class)
        @Widget(title = "after Z", description = "")
        int m_a;

        @Widget(title = "no place", description = "")
        int m_none;

        @Layout(M.class)
        @Widget(title = "by name", description = "")
        int m_m;

        @Layout(Z.class)
        @Widget(title = "choice", description = "What.")
        Choice m_choice = Choice.BOTH;

        int m_notShown;

        @Layout(M.class)
        Inner m_group = new Inner();

        @Layout(Z.class)
        @Widget(title = "array", description = "Some.")
        Inner[] m_array = {};
    }

    private static NodeList options(final Class<? extends NodeParameters> parameters) {
        final Element description = DefaultNodeDescriptionUtil.createNodeDescription("Name", "icon.png", List.of(),
            List.of(), "short", "full", List.of(), parameters, List.of(), null, List.of(), null).getXMLDescription();
        return description.getElementsByTagName("option");
    }

    @Test
    @DisplayName("has widgets without a place first, then sections by @After and by name, rows inside them last")
    void order() {
        final NodeList options = options(Ordered.class);
        assertEquals(List.of("no place", "by name", "inner", "choice", "array", "after Z", "in a row"),
            IntStream.range(0, options.getLength()).mapToObj(i -> ((Element)options.item(i)).getAttribute("name"))
                .toList());
    }

    @Test
    @DisplayName("describes the constants of an enum and the fields of an array's elements below the description")
    void constantsAndElements() {
        final NodeList options = options(Ordered.class);
        assertEquals("What.\n\nA & B: both\nNeither one\n", options.item(3).getTextContent());
        assertEquals("Some.\n\ninner: of a group\n", options.item(4).getTextContent());
    }

    static final class NoSwitch implements NodeParameters {
        @Widget(title = "a", description = "")
        @ValueSwitchWidget
        int m_a;
    }

    static final class NoReference implements NodeParameters {
        @Widget(title = "a", description = "")
        @Effect(predicate = Checked.class, type = EffectType.SHOW)
        int m_a;
    }

    static final class ReferenceOutsideOfElement implements NodeParameters {
        @ValueReference(Checked.class)
        boolean m_checked;

        @Widget(title = "a", description = "")
        NoReference[] m_a = {};
    }

    static final class NoDefault implements NodeParameters {
        @Widget(title = "a", description = "")
        Optional<Choice> m_a = Optional.empty();
    }

    static final class TitleOfRow implements NodeParameters {
        @Widget(title = "a", description = "")
        @ArrayWidget(elementTitle = "x", elementLayout = ElementLayout.HORIZONTAL_SINGLE_LINE)
        Inner[] m_a = {};
    }

    static final class Circle implements NodeParameters {
        @Section(title = "A")
        @After(B.class)
        interface A {
        }

        @Section(title = "B")
        @After(A.class)
        interface B {
        }

        @Widget(title = "a", description = "")
        @Layout(A.class)
        int m_a;
    }

    static final class Message implements StateProvider<Optional<TextMessage.Message>> {
        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            initializer.computeFromValueSupplier(Checked.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput input) {
            return Optional.empty();
        }
    }

    static final class Click implements ButtonReference {
    }

    static final class Clicked implements StateProvider<Integer> {
        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeOnButtonClick(Click.class);
        }

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 7;
        }
    }

    static final class MessageOfNothing implements NodeParameters {
        @TextMessage(Message.class)
        Void m_message;
    }

    static final class NoButton implements NodeParameters {
        @Widget(title = "a", description = "")
        @ValueProvider(Clicked.class)
        int m_a;
    }

    static final class Interactive implements NodeParameters {
        @ValueReference(Checked.class)
        @Widget(title = "b", description = "")
        boolean m_checked;

        @TextMessage(Message.class)
        Void m_message;

        @Widget(title = "a", description = "")
        @ValueProvider(Clicked.class)
        int m_a;

        @Widget(title = "button", description = "Click.")
        @SimpleButtonWidget(ref = Click.class)
        Void m_button;
    }

    @Test
    @DisplayName("may have messages and buttons; only buttons are described among the options")
    void interactive() {
        assertDoesNotThrow(() -> new DefaultNodeDialog(SettingsType.MODEL, Interactive.class));
        final NodeList options = options(Interactive.class);
        assertEquals(List.of("b", "a", "button"), IntStream.range(0, options.getLength())
            .mapToObj(i -> ((Element)options.item(i)).getAttribute("name")).toList());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(Arguments.of(NoSwitch.class, "ValueSwitchWidget is not applicable"),
            Arguments.of(NoReference.class, "Missing reference annotation"),
            Arguments.of(ReferenceOutsideOfElement.class, "Missing reference annotation"),
            Arguments.of(MessageOfNothing.class, "Checked"), Arguments.of(NoButton.class, "Click"),
            Arguments.of(NoDefault.class, "Give an @OptionalWidget"),
            Arguments.of(TitleOfRow.class, "do not set the elementTitle"),
            Arguments.of(Circle.class, "Circular ordering of layout parts"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @DisplayName("for which KNIME would find a mistake when it opens is refused when it is made")
    void mistakes(final Class<? extends NodeParameters> parameters, final String message) {
        final var error = assertThrows(IllegalStateException.class,
            () -> new DefaultNodeDialog(SettingsType.MODEL, parameters));
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }

    static final class Right implements NodeParameters {
        @ValueReference(Checked.class)
        @Widget(title = "b", description = "")
        boolean m_checked;

        @Widget(title = "a", description = "")
        @Effect(predicate = Checked.class, type = EffectType.SHOW)
        int m_a;
    }

    @Test
    @DisplayName("without a mistake is made")
    void right() {
        assertDoesNotThrow(() -> new DefaultNodeDialog(SettingsType.MODEL, Right.class));
        assertDoesNotThrow(() -> new DefaultNodeDialog(SettingsType.MODEL, Ordered.class));
    }

    @Test
    @DisplayName("of a node whose description is no XML is refused with the text")
    void notXml() {
        assertTrue(assertThrows(IllegalStateException.class,
            () -> DefaultNodeDescriptionUtil.createNodeDescription("Name", "icon.png", List.of(), List.of(), "a & b",
                "full", List.of(), null, List.of(), null, List.of(), null)).getMessage().contains("a & b"));
    }
}
