package org.modelcollapse.knime.assign;

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
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NamesNoColumn;
import org.modelcollapse.knime.table.NumericColumns;

/** The settings of "GMM Assigner". */
final class GmmAssignerParameters implements NodeParameters {

    @Section(title = "Outliers")
    interface OutlierSection {
    }

    @Section(title = "Missing values")
    @After(OutlierSection.class)
    interface UnknownSection {
    }

    @Advanced
    @Section(title = "Random numbers")
    @After(UnknownSection.class)
    interface RandomSection {
    }

    static final class OutliersRef implements ParameterReference<AssignerChoices.Outliers> {
    }

    static final class FindsOutliers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(OutliersRef.class).isOneOf(AssignerChoices.Outliers.DISTANCE, AssignerChoices.Outliers.DENSITY);
        }
    }

    static final class ByDensity implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(OutliersRef.class).isOneOf(AssignerChoices.Outliers.DENSITY);
        }
    }

    /** A column each would be built before execution. */
    private static final int MOST_ANNOUNCED = 10_000;

    /** Their densities are held in memory, 8 bytes each. */
    private static final int MOST_DRAWS = 10_000_000;

    @Widget(title = "Column", description = """
            The numeric column that a mixture of one dimension describes (default: the first, and a warning names it where there
            are several). A mixture of several
            dimensions names its columns itself; this option is not there then.
            """)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = NamesNoColumn.class, type = EffectType.SHOW)
    String m_column = "";

    @Widget(title = "Append the cluster", description = """
            If checked (the default), a column <i>Cluster</i> names the most probable component of each row: <i>Cluster 1</i>
            for the first row of the mixture table, and so on. Its values are announced before execution where their number
            is known, so that <i>Color Manager</i> can give them colours.
            """)
    boolean m_appendCluster = true;

    @Widget(title = "Append the component", description = """
            If checked (the default), a column <i>Component</i> gives the same as a number: the component's row in the mixture
            table, from 1.
            """)
    boolean m_appendComponent = true;

    @Widget(title = "Append the probabilities", description = """
            If checked (the default), a column for each component gives its probability given the row (its
            responsibility). They sum to one.
            """)
    boolean m_appendProbabilities = true;

    @Widget(title = "Components to announce", description = """
            How many columns of probabilities the nodes behind may count on before this node is executed, if the mixture table
            does not tell its number of components by then, as behind a reader or a filter. 0 (the default) announces nothing
            in that case. The output always has a column for each component that the mixture has.
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_announced;

    @Widget(title = "Append the log density", description = """
            If checked (the default), a column <i>Log density</i> gives the natural logarithm of the mixture's density at
            the row. The lowest values are the outliers: filter by a threshold to find them.
            """)
    boolean m_appendLogDensity = true;

    @Widget(title = "Find outliers", description = """
            Whether and how rows are called outliers (default: off). If so, two columns are appended: <i>P-value</i>, the
            probability that a row of this mixture is as far out or farther, and <i>Outlier</i>, whether that is below the
            level.
            """)
    @ValueSwitchWidget
    @ValueReference(OutliersRef.class)
    @Layout(OutlierSection.class)
    AssignerChoices.Outliers m_outliers = AssignerChoices.Outliers.OFF;

    @Widget(title = "Level", description = """
            A row is called an outlier if its p-value is below this (default 0.01). Of 1,000 rows that do come from the
            mixture, about 1,000 times the level are called so, too: take a smaller level for many rows.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = FindsOutliers.class, type = EffectType.SHOW)
    @Layout(OutlierSection.class)
    double m_level = 0.01;

    @Widget(title = "Draws", description = """
            How many rows are drawn from the mixture to compare densities with (default 100,000). No p-value can be below one
            divided by this number. A mixture of one component needs no draws.
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = ByDensity.class, type = EffectType.SHOW)
    @Layout(OutlierSection.class)
    int m_draws = 100_000;

    @Widget(title = "Rows with missing, NaN or infinite values", description = """
            What to make of a row that has one in a column that the mixture describes (default: use the other columns). A row
            without any usable value gets missing cells in any case, but can be filled in. Columns that are filled in become
            columns of decimal numbers.
            """)
    @RadioButtonsWidget
    @Layout(UnknownSection.class)
    AssignerChoices.Unknown m_unknown = AssignerChoices.Unknown.USE;

    @Layout(RandomSection.class)
    SeedParameters m_random = new SeedParameters();

    /** For settings that are loaded. */
    GmmAssignerParameters() {
    }

    /** For a new node: the numeric column if there is only one. */
    GmmAssignerParameters(final NodeParametersInput input) {
        m_column = NumericColumns.onlyOne(input, 0);
    }

    /**
     * @param spec of the rows
     * @param mixture what describes them
     * @return the columns that it describes
     * @throws InvalidSettingsException if one is not there or not numeric
     */
    NumericColumns columns(final DataTableSpec spec, final MixtureTable mixture) throws InvalidSettingsException {
        return mixture.columns(spec, m_column);
    }

    /** @return a warning that names the column where the first of several is taken; empty otherwise */
    String choice(final DataTableSpec spec, final MixtureTable mixture) {
        return mixture.choice(spec, m_column);
    }

    /** @return whether there is anything to draw, which depends on the seed */
    boolean draws() {
        return m_outliers == AssignerChoices.Outliers.DENSITY || m_unknown == AssignerChoices.Unknown.DRAW;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_announced < 0 || m_announced > MOST_ANNOUNCED) {
            throw new InvalidSettingsException("\"Components to announce\" is " + m_announced + ". Give 0 to "
                + MOST_ANNOUNCED + ".");
        }
        if (m_outliers != AssignerChoices.Outliers.OFF && !(m_level > 0 && m_level < 1)) {
            throw new InvalidSettingsException("The level for outliers is " + m_level
                + ". Give a probability above 0 and below 1, such as 0.01.");
        }
        if (m_outliers == AssignerChoices.Outliers.DENSITY) {
            if (m_draws < 1 || m_draws > MOST_DRAWS) {
                throw new InvalidSettingsException("The number of draws is " + m_draws + ". Give 1 to " + MOST_DRAWS + ".");
            }
            if (!(m_level * (m_draws + 1.0) > 1)) {
                throw new InvalidSettingsException("No p-value from " + m_draws + " draws is below " + m_level
                    + ", so no row could be called an outlier. Give more draws or a higher level.");
            }
        }
        m_random.validate();
        if (!m_appendCluster && !m_appendComponent && !m_appendProbabilities && !m_appendLogDensity
            && m_outliers == AssignerChoices.Outliers.OFF && !m_unknown.fills()) {
            throw new InvalidSettingsException("Nothing is to be appended or filled in. Check at least one of the options.");
        }
    }
}
