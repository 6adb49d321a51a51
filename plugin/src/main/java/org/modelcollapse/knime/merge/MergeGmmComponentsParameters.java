package org.modelcollapse.knime.merge;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.modelcollapse.knime.table.NamesNoColumn;
import org.modelcollapse.knime.table.NumericColumns;

/** The settings of "Merge GMM Components". */
final class MergeGmmComponentsParameters implements NodeParameters {

    /** A column each is appended. */
    private static final int MOST_ANNOUNCED = 1_000;

    @Widget(title = "Column", description = """
            The numeric column that a mixture of one dimension describes (default: the first, and a warning names it where there
            are several). A mixture of several
            dimensions names its columns itself; this option is not there then.
            """)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = NamesNoColumn.class, type = EffectType.SHOW)
    String m_column = "";

    @Widget(title = "Append the clusters of every number", description = """
            If checked (the default), a column for each number of clusters from all components down to two is appended beside
            <i>Cluster</i>.
            """)
    boolean m_appendAll = true;

    @Widget(title = "Number of clusters", description = """
            How many clusters the column <i>Cluster</i> has. 0 (the default) takes the number at which the entropy bends.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_clusters;

    @Widget(title = "Components to announce", description = """
            How many components the nodes behind may count on before this node is executed, if the mixture table does not tell
            by then, as behind a reader or a filter. 0 (the default) announces nothing in that case.
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_announced;

    /** For settings that are loaded. */
    MergeGmmComponentsParameters() {
    }

    /** For a new node: the numeric column if there is only one. */
    MergeGmmComponentsParameters(final NodeParametersInput input) {
        m_column = NumericColumns.onlyOne(input, 0);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_clusters < 0) {
            throw new InvalidSettingsException("The number of clusters is " + m_clusters
                + ". Give 1 or more, or 0 for the number at which the entropy bends.");
        }
        if (m_announced < 0 || m_announced > MOST_ANNOUNCED) {
            throw new InvalidSettingsException("\"Components to announce\" is " + m_announced + ". Give 0 to "
                + MOST_ANNOUNCED + ".");
        }
    }
}
