package org.modelcollapse.knime.fit;

import java.util.List;
import java.util.Optional;

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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Prior;
import org.modelcollapse.gmm.Start;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.table.NumericColumns;

/** The settings of "Fit GMM". */
final class FitGmmParameters implements NodeParameters {

    @Section(title = "Data")
    interface DataSection {
    }

    @Section(title = "Mixture")
    @After(DataSection.class)
    interface MixtureSection {
    }

    @Section(title = "Expectation maximisation (EM)")
    @After(MixtureSection.class)
    interface EmSection {
    }

    @Advanced
    @Section(title = "Random numbers")
    @After(EmSection.class)
    interface RandomSection {
    }

    /** After all others; the settings of the view are in a class of their own. */
    @Advanced
    @Section(title = "View")
    @After(RandomSection.class)
    interface ViewSection {
    }

    static final class ComponentsRef implements ParameterReference<FitChoices.Components> {
    }

    static final class PresetRef implements ParameterReference<FitChoices.Preset> {
    }

    /** No start mixture says how many components there are. */
    static final class HasNoStart implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length == 1);
        }
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ComponentsRef.class).isOneOf(FitChoices.Components.GIVEN)
                .and(i.getPredicate(HasNoStart.class));
        }
    }

    static final class IsChosen implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ComponentsRef.class).isOneOf(FitChoices.Components.CHOSEN)
                .and(i.getPredicate(HasNoStart.class));
        }
    }

    static final class FamiliesRef implements ParameterReference<FitChoices.Families> {
    }

    static final class IsOneFamily implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(IsChosen.class).negate().or(i.getEnum(FamiliesRef.class).isOneOf(FitChoices.Families.ONE));
        }
    }

    static final class IsBest implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PresetRef.class).isOneOf(FitChoices.Preset.BEST);
        }
    }

    static final class IsCustom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PresetRef.class).isOneOf(FitChoices.Preset.CUSTOM);
        }
    }

    @Widget(title = "Columns", description = """
            The numeric columns that the mixture describes, one or more (default: all, those that are added later too).
            """)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Layout(DataSection.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Missing, NaN or infinite values", description = """
            What to do with rows that have one in a selected column: skip them (the default), use what else they have, or fail.
            """)
    @Advanced
    @ValueSwitchWidget
    @Layout(DataSection.class)
    FitChoices.Unusable m_unusable = FitChoices.Unusable.SKIP;

    @Widget(title = "Row weights", description = """
            A numeric column that tells how much each row counts, zero or more, not necessarily whole; it is then no
            part of the mixture (default: none, all rows count alike).
            """)
    @Advanced
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Layout(DataSection.class)
    Optional<String> m_weightColumn = Optional.empty();

    @Widget(title = "Meaning of the row weights", description = """
            What a row weight says, which decides what BIC, AIC and ICL take for the number of rows (default: how important
            a row is). Makes no difference without row weights, nor to a fit of a given number of components, but for its
            criteria.
            """)
    @Advanced
    @ValueSwitchWidget
    @Layout(DataSection.class)
    RowWeights.Meaning m_weightMeaning = RowWeights.Meaning.IMPORTANCE;

    @Widget(title = "Number of components", description = """
            Whether to fit a given number of components (the default) or to have it chosen from a range. <b>With a start
            mixture connected, it is that of the start mixture, and these options are not there.</b>
            """)
    @ValueSwitchWidget
    @ValueReference(ComponentsRef.class)
    @Effect(predicate = HasNoStart.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    FitChoices.Components m_numberOfComponents = FitChoices.Components.GIVEN;

    @Widget(title = "Components", description = "How many components to fit, 1 or more (default 2).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    int m_components = 2;

    @Widget(title = "At least", description = "The smallest number of components to try (default 1).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    int m_minComponents = 1;

    @Widget(title = "At most", description = "The largest number of components to try (default 6).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    int m_maxComponents = 6;

    @Widget(title = "Chosen by", description = "The criterion that decides; the smallest value wins (default BIC).")
    @ValueSwitchWidget
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    FitChoices.ChosenBy m_chosenBy = FitChoices.ChosenBy.BIC;

    @Widget(title = "Covariances to try", description = """
            How many kinds of covariance are tried with each number of components; the criterion chooses among all of them
            (default: four).
            """)
    @ValueSwitchWidget
    @ValueReference(FamiliesRef.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    FitChoices.Families m_families = FitChoices.Families.FOUR;

    @Widget(title = "Covariance", description = """
            What the covariance matrices of the components have in common (default: full). A covariance has a volume, a
            shape and an orientation; the three letters, which are those of R's mclust, say in this order whether they are
            equal (E) or vary (V) from component to component, or are those of a sphere or of axes along the columns (I). In
            one dimension only the first letter makes a difference: E is one variance for all components.
            """)
    @Effect(predicate = IsOneFamily.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    FitChoices.Covariance m_covariance = FitChoices.Covariance.FULL;

    @Widget(title = "EM stops", description = """
            When EM stops, and whether it starts more than once (default: best fit). The tolerance matters: in a
            recursion that fits again and again, stopping early makes the components shrink faster than the theory of
            converged fits says. For the post's process to the letter take <i>As scikit-learn by default</i>.
            """)
    @RadioButtonsWidget
    @ValueReference(PresetRef.class)
    @Layout(EmSection.class)
    FitChoices.Preset m_preset = FitChoices.Preset.BEST;

    @Widget(title = "Effort", description = """
            How long <i>Best fit</i> searches, unless all of the first starts end in the same maximum (default: usual).
            """)
    @ValueSwitchWidget
    @Effect(predicate = IsBest.class, type = EffectType.SHOW)
    @Layout(EmSection.class)
    FitChoices.HowLong m_effort = FitChoices.HowLong.USUAL;

    @Widget(title = "Tolerance", description = """
            EM stops when the mean log-likelihood of a row changes by less than this in an iteration, 0 or more (default
            0.001).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(EmSection.class)
    double m_tolerance = 1e-3;

    @Widget(title = "Maximum iterations", description = "EM stops after so many iterations at the latest (default 100).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(EmSection.class)
    int m_maxIterations = 100;

    @Widget(title = "Regularisation", description = """
            Added to the variances in every iteration, in squared units of the data, so that no component collapses onto
            a point; 0 or more (default 0.000001). In a recursion it keeps the variance from vanishing altogether.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(EmSection.class)
    double m_regularization = 1e-6;

    @Widget(title = "Accelerate", description = """
            If checked, EM extrapolates its steps (Anderson acceleration): the same fixed point in far fewer iterations where
            components overlap (default: unchecked).
            """)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(EmSection.class)
    boolean m_accelerated;

    @Widget(title = "Start from", description = """
            Where EM starts from (default: k-means). <b>Not used for the first start when a start mixture is
            connected.</b>
            """)
    @Advanced
    @ValueSwitchWidget
    @Effect(predicate = IsBest.class, type = EffectType.HIDE)
    @Layout(EmSection.class)
    FitChoices.StartFrom m_start = FitChoices.StartFrom.KMEANS;

    @Widget(title = "Number of starts", description = """
            How many starts to try, each with other random numbers; the fit of the highest log-likelihood is kept (default
            1).
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsBest.class, type = EffectType.HIDE)
    @Layout(EmSection.class)
    int m_starts = 1;

    @Widget(title = "Pure maximum likelihood", description = """
            If checked, nothing is added to variances or counts, whatever the regularisation above says: every step is
            the exact EM step, the log-likelihood never falls, and the fit reproduces mean and variance of the data
            exactly (default: unchecked).
            """)
    @Advanced
    @Layout(EmSection.class)
    boolean m_maximumLikelihood;

    @Widget(title = "Weak prior", description = """
            If checked, means and covariances have the weak prior of Fraley and Raftery (2007) with mclust's default values,
            and EM looks for the maximum of likelihood times prior: components do not collapse onto a point or a line, at the
            price of slightly larger variances (default: unchecked).
            """)
    @Advanced
    @Layout(EmSection.class)
    boolean m_prior;

    @Widget(title = "Dead or collapsed components", description = """
            What to do with a component that loses all its rows, or all its variance (default: keep and warn).
            """)
    @Advanced
    @RadioButtonsWidget
    @Layout(EmSection.class)
    FitChoices.Degenerate m_degenerate = FitChoices.Degenerate.KEEP;

    @Widget(title = "If no mixture can be fitted", description = """
            What to do when the rows do not allow a fit, for instance because a recursion has collapsed onto too few
            distinct values (default: end the loop).
            """)
    @Advanced
    @ValueSwitchWidget
    @Layout(EmSection.class)
    FitChoices.NoFit m_noFit = FitChoices.NoFit.END_LOOP;

    @Layout(RandomSection.class)
    SeedParameters m_random = new SeedParameters();

    /** For settings that are loaded. */
    FitGmmParameters() {
    }

    /** For a new node: all numeric columns, whatever may be added later. */
    FitGmmParameters(final NodeParametersInput input) {
        m_columns = new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input))
            .withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        atLeastOne("The number of starts", m_starts);
        if (m_preset == FitChoices.Preset.CUSTOM) {
            atLeastOne("The maximum of iterations", m_maxIterations);
            notNegative("tolerance", m_tolerance);
            notNegative("regularisation", m_regularization);
        }
        m_random.validate();
    }

    /**
     * Checks how many components are wanted. A start mixture says it, and then the settings are not shown.
     *
     * @throws InvalidSettingsException if the number is below 1 or the range is empty
     */
    void validateComponents() throws InvalidSettingsException {
        if (m_numberOfComponents == FitChoices.Components.CHOSEN) {
            atLeastOne("\"At least\"", m_minComponents);
            if (m_maxComponents < m_minComponents) {
                throw new InvalidSettingsException("The range of the number of components is empty: at least "
                    + m_minComponents + ", at most " + m_maxComponents + ". Give a range like 1 to 6.");
            }
        } else {
            atLeastOne("The number of components", m_components);
        }
    }

    private static void atLeastOne(final String what, final int value) throws InvalidSettingsException {
        if (value < 1) {
            throw new InvalidSettingsException(what + " is " + value + ". Give 1 or more.");
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
        final List<DataColumnSpec> choices = ColumnSelectionUtil.getDoubleColumns(spec).stream()
            .filter(c -> !m_weightColumn.equals(Optional.of(c.getName()))).toList();
        final String[] missing = m_columns.getMissingSelected(choices);
        if (missing.length > 0 && spec.containsName(missing[0])) {
            return NumericColumns.of(spec, missing);
        }
        return NumericColumns.of(spec, m_columns.filter(choices));
    }

    /**
     * @param dimension the number of columns
     * @return the covariance families to choose from
     */
    List<CovarianceType> families(final int dimension) {
        return CovarianceType.distinct(m_families.of(m_covariance.type), dimension);
    }

    /**
     * @param components how many
     * @return what the engine is to do
     */
    FitSettings toFitSettings(final int components) {
        final FitSettings base = switch (m_preset) {
            case SKLEARN -> FitSettings.sklearn(components);
            case BEST, CONVERGED -> FitSettings.converged(components);
            case CUSTOM -> FitSettings.sklearn(components).withTolerance(m_tolerance)
                .withMaxIterations(m_maxIterations).withRegularization(m_regularization)
                .withAccelerated(m_accelerated);
        };
        final boolean best = m_preset == FitChoices.Preset.BEST;
        return (m_prior ? base.withPrior(Prior.weak()) : base).withCovarianceType(m_covariance.type).withStart(best ? Start.kMeans() : m_start.start)
            .withRestarts(best ? 1 : m_starts).withThreads(best ? Runtime.getRuntime().availableProcessors() : 1)
            .withMaximumLikelihood(m_maximumLikelihood).withDegeneratePolicy(m_degenerate.policy);
    }
}
