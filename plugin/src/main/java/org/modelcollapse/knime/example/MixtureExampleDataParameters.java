package org.modelcollapse.knime.example;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.modelcollapse.knime.node.SeedParameters;

/** The settings of "Mixture Example Data". */
final class MixtureExampleDataParameters implements NodeParameters {

    @Advanced
    @Section(title = "Missing values")
    interface MissingSection {
    }

    @Widget(title = "Data set", description = "Which data set to give out (default: Old Faithful).")
    @RadioButtonsWidget
    DataSet m_dataSet = DataSet.OLD_FAITHFUL;

    @Widget(title = "Share of missing values", description = """
            The share of the measurements that are taken out at random, from 0 (the default) to below 1: to see what other nodes
            make of missing values.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(MissingSection.class)
    double m_missing;

    @Layout(MissingSection.class)
    SeedParameters m_random = new SeedParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_missing >= 0 && m_missing < 1)) {
            throw new InvalidSettingsException("The share of missing values is " + m_missing
                + ". Give a share from 0 to below 1, such as 0.1.");
        }
        m_random.validate();
    }
}
