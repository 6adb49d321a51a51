package org.modelcollapse.knime.view;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.modelcollapse.view.Histogram;

/** How a view looks: what all views have in common. */
public final class LookParameters implements NodeParameters {

    static final class FewestBins extends MinValidation {
        @Override
        protected double getMin() {
            return Histogram.FEWEST_BINS;
        }
    }

    static final class MostBins extends MaxValidation {
        @Override
        protected double getMax() {
            return Histogram.MOST_BINS;
        }
    }

    @Widget(title = "Title of the view", description = """
            What stands above the view. Empty (the default) means the name of the view.
            """)
    String m_title = "";

    @Widget(title = "Colours of the view", description = """
            Dark on light, light on dark, or, by default, as what is around the view has them: light in KNIME, as the
            system has them where the view is a page by itself.
            """)
    @ValueSwitchWidget
    PageColours m_colours = PageColours.AUTOMATIC;

    @Widget(title = "Most bins of a histogram", description = """
            Histograms have about twice the cube root of the number of rows as bins, but not more than this (default 80,
            at least 5). Fewer bins are smoother and hide more.
            """)
    @NumberInputWidget(minValidation = FewestBins.class, maxValidation = MostBins.class)
    int m_bins = Histogram.MOST_BINS;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_bins < Histogram.FEWEST_BINS || m_bins > Histogram.MOST_BINS) {
            throw new InvalidSettingsException("The view's number of bins is " + m_bins + ". Give a number from "
                + Histogram.FEWEST_BINS + " to " + Histogram.MOST_BINS + ".");
        }
    }

    /** @return what the page is told */
    public Map<String, Object> toPage() {
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", m_title);
        page.put("colours", m_colours.page());
        page.put("bins", m_bins);
        return page;
    }
}
