package org.modelcollapse.knime.view;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** How lines over the generations are drawn when a view is opened. */
public final class LinesParameters implements NodeParameters {

    @Widget(title = "Metric to begin with", description = """
            The metric that the view shows when it is opened, of several components or columns the first (default: the
            total variance). If the node has not measured it the view begins with the first that it has.
            """)
    FirstMetric m_metric = FirstMetric.TOTAL_VARIANCE;

    @Widget(title = "Logarithmic values", description = """
            Begin with a logarithmic axis of values, where all of them are positive (default: unchecked).
            """)
    boolean m_logValues;

    @Widget(title = "Logarithmic generations", description = """
            Begin with a logarithmic axis of generations (default: unchecked).
            """)
    boolean m_logGenerations;

    @Widget(title = "Show what the law expects", description = """
            Draw the exact expectation where there is one (default: checked).
            """)
    boolean m_law = true;

    /** @return what the page is told */
    public Map<String, Object> toPage() {
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("metric", m_metric.name());
        page.put("logValues", m_logValues);
        page.put("logGenerations", m_logGenerations);
        page.put("law", m_law);
        return page;
    }
}
