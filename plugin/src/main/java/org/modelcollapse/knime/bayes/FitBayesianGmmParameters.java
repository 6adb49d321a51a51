package org.modelcollapse.knime.bayes;

import java.util.List;
import java.util.OptionalDouble;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
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
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.gmm.BayesSettings;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.UnusableCells;

/** The settings of "Fit Bayesian GMM". */
final class FitBayesianGmmParameters implements NodeParameters {

    @Section(title = "Data")
    interface DataSection {
    }

    @Section(title = "Mixture")
    @After(DataSection.class)
    interface MixtureSection {
    }

    @Advanced
    @Section(title = "Prior")
    @After(MixtureSection.class)
    interface PriorSection {
    }

    @Advanced
    @Section(title = "Variational inference")
    @After(PriorSection.class)
    interface FitSection {
    }

    @Advanced
    @Section(title = "Random numbers")
    @After(FitSection.class)
    interface RandomSection {
    }

    static final class OwnPrior implements BooleanReference {
    }

    static final class PresetRef implements ParameterReference<BayesChoices.Preset> {
    }

    static final class IsCustom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PresetRef.class).isOneOf(BayesChoices.Preset.CUSTOM);
        }
    }

    @Widget(title = "Columns", description = """
            The numeric columns that the mixture describes, one or more (default: all, those that are added later too).
            """)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Layout(DataSection.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Missing, NaN or infinite values", description = """
            What to do with rows that have one in a selected column (default: skip the row).
            """)
    @Advanced
    @ValueSwitchWidget
    @Layout(DataSection.class)
    UnusableCells m_unusable = UnusableCells.SKIP;

    @Widget(title = "Components at most", description = """
            How many components there may be, 1 or more (default 10). Those that the rows do not need die, so give more than
            you expect.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(MixtureSection.class)
    int m_components = 10;

    @Widget(title = "Covariance", description = """
            What the covariance matrices of the components have in common (default: full).
            """)
    @ValueSwitchWidget
    @Layout(MixtureSection.class)
    BayesChoices.Covariance m_covariance = BayesChoices.Covariance.FULL;

    @Widget(title = "Leave out dead components", description = """
            If checked (the default), the mixture table has only the components that live, that is, of which one row or more
            can be expected, their weights scaled to sum to one. If not, it has all of them, as in scikit-learn.
            """)
    @Layout(MixtureSection.class)
    boolean m_leaveOutDead = true;

    @Widget(title = "Weights", description = """
            What is believed of the weights before any row is seen (default: Dirichlet process).
            """)
    @RadioButtonsWidget
    @Layout(PriorSection.class)
    BayesChoices.Prior m_prior = BayesChoices.Prior.PROCESS;

    @Widget(title = "Set the prior's numbers", description = """
            If checked, the three numbers below hold. If not (the default), they are scikit-learn's: concentration one divided
            by the largest number of components, precision of the means 1, no further degrees of freedom.
            """)
    @ValueReference(OwnPrior.class)
    @Layout(PriorSection.class)
    boolean m_ownPrior;

    @Widget(title = "Concentration", description = """
            The parameter of the prior of the weights, above 0 (default 0.1): the smaller, the fewer components live.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = OwnPrior.class, type = EffectType.SHOW)
    @Layout(PriorSection.class)
    double m_concentration = 0.1;

    @Widget(title = "Precision of the means", description = """
            How many rows the belief is worth that the components lie at the mean of all rows, above 0 (default 1).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = OwnPrior.class, type = EffectType.SHOW)
    @Layout(PriorSection.class)
    double m_meanPrecision = 1;

    @Widget(title = "Further degrees of freedom", description = """
            The belief that the components' covariance is that of all rows, divided by the degrees of freedom, has as many
            degrees of freedom as there are columns and so many more, above -1 (default 0). The more, the narrower and the more
            alike the components are.
            """)
    @Effect(predicate = OwnPrior.class, type = EffectType.SHOW)
    @Layout(PriorSection.class)
    double m_furtherFreedom;

    @Widget(title = "Stops", description = "When the fit stops (default: converged).")
    @RadioButtonsWidget
    @ValueReference(PresetRef.class)
    @Layout(FitSection.class)
    BayesChoices.Preset m_preset = BayesChoices.Preset.CONVERGED;

    @Widget(title = "Tolerance", description = """
            The fit stops when the lower bound changes by less than this in an iteration, 0 or more (default 0.001).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(FitSection.class)
    double m_tolerance = 1e-3;

    @Widget(title = "Maximum iterations", description = "It stops after so many iterations at the latest (default 100).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(FitSection.class)
    int m_maxIterations = 100;

    @Widget(title = "Regularisation", description = """
            Added to the variances of the rows of each component, in squared units of the data; 0 or more (default 0.000001).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(FitSection.class)
    double m_regularization = 1e-6;

    @Widget(title = "Start from", description = "Where the fit starts from (default: k-means).")
    @ValueSwitchWidget
    @Layout(FitSection.class)
    BayesChoices.StartFrom m_start = BayesChoices.StartFrom.KMEANS;

    @Widget(title = "Number of starts", description = """
            How many starts to try, each with other random numbers; the fit of the highest lower bound is kept (default 1).
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(FitSection.class)
    int m_starts = 1;

    @Layout(RandomSection.class)
    SeedParameters m_random = new SeedParameters();

    /** For settings that are loaded. */
    FitBayesianGmmParameters() {
    }

    /** For a new node: all numeric columns, whatever may be added later. */
    FitBayesianGmmParameters(final NodeParametersInput input) {
        m_columns = new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input))
            .withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        atLeastOne("largest number of components", m_components);
        atLeastOne("number of starts", m_starts);
        if (m_ownPrior) {
            above(0, "concentration", m_concentration);
            above(0, "precision of the means", m_meanPrecision);
            above(-1, "number of further degrees of freedom", m_furtherFreedom);
        }
        if (m_preset == BayesChoices.Preset.CUSTOM) {
            atLeastOne("maximum of iterations", m_maxIterations);
            notNegative("tolerance", m_tolerance);
            notNegative("regularisation", m_regularization);
        }
        m_random.validate();
    }

    private static void atLeastOne(final String what, final int value) throws InvalidSettingsException {
        if (value < 1) {
            throw new InvalidSettingsException("The " + what + " is " + value + ". Give 1 or more.");
        }
    }

    private static void above(final int least, final String what, final double value) throws InvalidSettingsException {
        if (!(value > least && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidSettingsException("The " + what + " is " + value + ". Give a number above " + least + ".");
        }
    }

    private static void notNegative(final String what, final double value) throws InvalidSettingsException {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidSettingsException("The " + what + " is " + value + ". Give 0 or more.");
        }
    }

    /**
     * @param spec of the input rows
     * @return the columns to fit to
     * @throws InvalidSettingsException if there is none, or a selected one is not there any more
     */
    NumericColumns columns(final DataTableSpec spec) throws InvalidSettingsException {
        final List<DataColumnSpec> choices = ColumnSelectionUtil.getDoubleColumns(spec);
        final String[] missing = m_columns.getMissingSelected(choices);
        return NumericColumns.of(spec,
            missing.length > 0 && spec.containsName(missing[0]) ? missing : m_columns.filter(choices));
    }

    /**
     * @param columns how many there are
     * @return what the engine is to do
     */
    BayesSettings toBayesSettings(final int columns) {
        final BayesSettings base = switch (m_preset) {
            case SKLEARN -> BayesSettings.sklearn(m_components);
            case CONVERGED -> BayesSettings.converged(m_components);
            case CUSTOM -> BayesSettings.sklearn(m_components).withTolerance(m_tolerance)
                .withMaxIterations(m_maxIterations).withRegularization(m_regularization);
        };
        return base.withCovarianceType(m_covariance.type).withStart(m_start.start).withRestarts(m_starts)
            .withThreads(Runtime.getRuntime().availableProcessors())
            .withPrior(m_prior.prior, m_ownPrior ? OptionalDouble.of(m_concentration) : OptionalDouble.empty(),
                m_ownPrior ? m_meanPrecision : 1,
                m_ownPrior ? OptionalDouble.of(columns + m_furtherFreedom) : OptionalDouble.empty());
    }
}
