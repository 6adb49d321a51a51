package org.modelcollapse.knime.assign;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;

/** The settings of "GMM Assigner". */
final class GmmAssignerParameters implements NodeParameters {

    /** A mixture of one dimension does not name its column. */
    static final class NamesNoColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInTableSpec(1).filter(MixtureTable::isOfSeveralColumns).isEmpty());
        }
    }

    /** A column each would be built before execution. */
    private static final int MOST_ANNOUNCED = 10_000;

    @Widget(title = "Column", description = """
            The numeric column that a mixture of one dimension describes (default: the first, and a warning names it where there
            are several). A mixture of several
            dimensions names its columns itself; this option is not there then.
            """)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = NamesNoColumn.class, type = EffectType.SHOW)
    String m_column = "";

    @Widget(title = "Append the component", description = """
            If checked (the default), a column <i>Component</i> gives the most probable component of each row: the number
            of its row in the mixture table, from 1.
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
        return mixture.dimension() == 1 ? NumericColumns.oneOf(spec, m_column)
            : NumericColumns.of(spec, mixture.variables(m_column).toArray(String[]::new));
    }

    /** @return a warning that names the column where the first of several is taken; empty otherwise */
    String choice(final DataTableSpec spec, final MixtureTable mixture) {
        return mixture.isOfOneColumn() ? NumericColumns.choiceOfOne(spec, m_column) : "";
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_announced < 0 || m_announced > MOST_ANNOUNCED) {
            throw new InvalidSettingsException("\"Components to announce\" is " + m_announced + ". Give 0 to "
                + MOST_ANNOUNCED + ".");
        }
        if (!m_appendComponent && !m_appendProbabilities && !m_appendLogDensity) {
            throw new InvalidSettingsException("Nothing is to be appended. Check at least one of the options.");
        }
    }
}
