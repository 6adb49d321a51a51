package org.modelcollapse.knime.sample;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** One component of a one-dimensional mixture, as typed in the dialog. */
final class ComponentParameters implements NodeParameters {

    @HorizontalLayout
    interface Row {
    }

    @Widget(title = "Weight", description = "The component's share of the points. The weights must sum to one.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Row.class)
    double m_weight = 0.5;

    @Widget(title = "Mean", description = "The component's centre.")
    @Layout(Row.class)
    double m_mean;

    @Widget(title = "Sd", description = "The component's standard deviation, greater than zero.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(Row.class)
    double m_sd = 1;

    /** Needed to add a component in the dialog. */
    ComponentParameters() {
    }

    ComponentParameters(final double weight, final double mean, final double sd) {
        m_weight = weight;
        m_mean = mean;
        m_sd = sd;
    }
}
