package org.modelcollapse.knime.example;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;

/** The settings of "Mixture Example Data". */
final class MixtureExampleDataParameters implements NodeParameters {

    @Widget(title = "Data set", description = "Which data set to give out (default: Old Faithful).")
    @RadioButtonsWidget
    DataSet m_dataSet = DataSet.OLD_FAITHFUL;
}
