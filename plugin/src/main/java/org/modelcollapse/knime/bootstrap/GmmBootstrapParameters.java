package org.modelcollapse.knime.bootstrap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.table.NamesNoColumn;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.UnusableCells;

/** The settings of "GMM Bootstrap". */
final class GmmBootstrapParameters implements NodeParameters {

    /** More would not fit a table that anyone reads, and every fit is kept. */
    private static final int MOST_REPLICATES = 1_000_000;

    @Section(title = "Standard errors and intervals")
    interface ErrorSection {
    }

    @Section(title = "Test for one component more")
    @After(ErrorSection.class)
    interface TestSection {
    }

    @Advanced
    @Section(title = "Random numbers")
    @After(TestSection.class)
    interface RandomSection {
    }

    static final class TestedRef implements ParameterReference<BootstrapChoices.Tested> {
    }

    static final class Tests implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TestedRef.class).isOneOf(BootstrapChoices.Tested.THIS, BootstrapChoices.Tested.UP_TO);
        }
    }

    @Widget(title = "Column", description = """
            The numeric column that a mixture of one dimension describes (default: the first, and a warning names it where there
            are several). A mixture of several
            dimensions names its columns itself; this option is not there then.
            """)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = NamesNoColumn.class, type = EffectType.SHOW)
    String m_column = "";

    @Widget(title = "Missing, NaN or infinite values", description = """
            What to do with rows that have one in a column that the mixture describes (default: skip the row).
            """)
    @Advanced
    @ValueSwitchWidget
    UnusableCells m_unusable = UnusableCells.SKIP;

    @Widget(title = "Data sets", description = """
            How the data sets come about that the mixture is fitted to again (default: rows drawn again).
            """)
    @RadioButtonsWidget
    @Layout(ErrorSection.class)
    BootstrapChoices.How m_how = BootstrapChoices.How.NONPARAMETRIC;

    @Widget(title = "Number of data sets", description = """
            How many, 2 or more (default 999). The bounds of an interval need about a thousand.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ErrorSection.class)
    int m_replicates = 999;

    @Widget(title = "Confidence", description = """
            Of how many intervals the true number is to lie within, as a share, above 0 and below 1 (default 0.95).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ErrorSection.class)
    double m_confidence = 0.95;

    @Widget(title = "Tested numbers of components", description = """
            Whether, and of which numbers of components, it is tested that they are enough (default: none). For each, the best
            fits are searched in all data sets, which takes its time.
            """)
    @ValueSwitchWidget
    @ValueReference(TestedRef.class)
    @Layout(TestSection.class)
    BootstrapChoices.Tested m_tested = BootstrapChoices.Tested.NONE;

    @Widget(title = "Number of data sets of each test", description = """
            How many are drawn from the mixture that is tested, 1 or more (default 199). The smallest p-value is one divided by
            this number and one.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = Tests.class, type = EffectType.SHOW)
    @Layout(TestSection.class)
    int m_testReplicates = 199;

    @Layout(RandomSection.class)
    SeedParameters m_random = new SeedParameters();

    /** For settings that are loaded. */
    GmmBootstrapParameters() {
    }

    /** For a new node: the numeric column if there is only one. */
    GmmBootstrapParameters(final NodeParametersInput input) {
        m_column = NumericColumns.onlyOne(input, 0);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        number("number of data sets", m_replicates, 2);
        number("number of data sets of each test", m_testReplicates, 1);
        if (!(m_confidence > 0 && m_confidence < 1)) {
            throw new InvalidSettingsException("The confidence is " + m_confidence
                + ". Give a share above 0 and below 1, such as 0.95.");
        }
        m_random.validate();
    }

    private static void number(final String what, final int value, final int least) throws InvalidSettingsException {
        if (value < least || value > MOST_REPLICATES) {
            throw new InvalidSettingsException("The " + what + " is " + value + ". Give " + least + " to "
                + MOST_REPLICATES + ".");
        }
    }
}
