package org.modelcollapse.knime.filter;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.modelcollapse.knime.node.Bounds;
import org.modelcollapse.knime.table.NumericColumns;

/** The settings of "Central Filter". */
final class CentralFilterParameters implements NodeParameters {

    @Widget(title = "Column", description = """
            The numeric column whose values decide (default: the first, and a warning names it where there are several).
            """)
    @ChoicesProvider(DoubleColumnsProvider.class)
    String m_column = "";

    @Widget(title = "Fraction to keep", description = """
            The share of the rows to keep, above 0 and up to 1 (default 0.98): the same number of rows is dropped from
            either end of the sorted values, rounded down. Of equal values at
            an end those that come first count as the lower ones.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.AtMostOne.class)
    double m_fraction = 0.98;

    /** For settings that are loaded. */
    CentralFilterParameters() {
    }

    /** For a new node: the numeric column if there is only one. */
    CentralFilterParameters(final NodeParametersInput input) {
        m_column = NumericColumns.onlyOne(input, 0);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_fraction > 0 && m_fraction <= 1)) {
            throw new InvalidSettingsException(
                "The fraction to keep is " + m_fraction + ". Give a number above 0 and up to 1.");
        }
    }
}
