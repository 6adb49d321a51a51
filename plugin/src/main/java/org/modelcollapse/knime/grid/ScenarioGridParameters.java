package org.modelcollapse.knime.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.modelcollapse.knime.node.NumberText;
import org.modelcollapse.knime.node.Preview;

/** The settings of "Scenario Grid". */
final class ScenarioGridParameters implements NodeParameters {

    /** Where the scenarios come from. */
    enum Mode {

        @Label(value = "All combinations", description = "Some settings and their values: every combination is a scenario.")
        COMBINATIONS,

        @Label(value = "A list", description = "One scenario after the other, each with a name.")
        LIST
    }

    static final class ModeRef implements ParameterReference<Mode> {
    }

    static final class Lines implements ParameterReference<GridLine[]> {
    }

    static final class Listed implements ParameterReference<ListedScenario[]> {
    }

    static final class IsList implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeRef.class).isOneOf(Mode.LIST);
        }
    }

    /** Shows how many scenarios there are, and what they are called. */
    static final class ScenariosPreview extends Preview {

        private Supplier<Mode> mode;

        private Supplier<GridLine[]> lines;

        private Supplier<ListedScenario[]> listed;

        @Override
        protected void listen(final StateProviderInitializer initializer) {
            mode = initializer.computeFromValueSupplier(ModeRef.class);
            lines = initializer.computeFromValueSupplier(Lines.class);
            listed = initializer.computeFromValueSupplier(Listed.class);
        }

        @Override
        protected Optional<Message> show(final NodeParametersInput input) throws InvalidSettingsException {
            final List<NamedScenarios.Row> rows = scenarios(typed(mode), typed(lines), typed(listed)).scenarios();
            final String first = "\"" + rows.get(0).name() + "\"";
            return info(rows.size() == 1 ? "One scenario" : NumberText.of(rows.size()) + " scenarios",
                rows.size() == 1 ? first + "." : "From " + first + " to \"" + rows.get(rows.size() - 1).name() + "\".");
        }
    }

    @Widget(title = "Scenarios", description = "How to give them (default: all combinations of some settings).")
    @ValueSwitchWidget
    @ValueReference(ModeRef.class)
    Mode m_mode = Mode.COMBINATIONS;

    @Widget(title = "Grid", description = """
            The settings to vary, a line each, with their values; every combination becomes a scenario. The default varies
            the number of rows and the share of original points. All other settings are those of the experiment's dialog.
            """)
    @ArrayWidget(elementTitle = "Line", addButtonText = "Add line")
    @ValueReference(Lines.class)
    @Effect(predicate = IsList.class, type = EffectType.HIDE)
    GridLine[] m_lines = {new GridLine("rows", "100, 1000, 10000"),
        new GridLine("ratioOriginal / ratioFitted", "0 / 1, 0.001 / 0.999, 0.01 / 0.99, 0.1 / 0.9")};

    @Widget(title = "List", description = """
            The scenarios, each with its name and the settings in which it differs from the experiment's dialog. The default
            compares replacing the data in every generation with accumulating them.
            """)
    @ArrayWidget(elementTitle = "Scenario", addButtonText = "Add scenario", showSortButtons = true)
    @ValueReference(Listed.class)
    @Effect(predicate = IsList.class, type = EffectType.SHOW)
    ListedScenario[] m_list = {new ListedScenario("Replace", ListedScenario.Regime.MIX),
        new ListedScenario("Accumulate", ListedScenario.Regime.ACCUMULATE)};

    @TextMessage(ScenariosPreview.class)
    Void m_preview;

    private static NamedScenarios scenarios(final Mode mode, final GridLine[] lines, final ListedScenario[] listed)
        throws InvalidSettingsException {
        return mode == Mode.LIST ? NamedScenarios.list(listed) : NamedScenarios.combinations(lines);
    }

    /**
     * @return the scenarios
     * @throws InvalidSettingsException if they are none; the message says where
     */
    NamedScenarios scenarios() throws InvalidSettingsException {
        return scenarios(m_mode, m_lines, m_list);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        scenarios();
    }
}
