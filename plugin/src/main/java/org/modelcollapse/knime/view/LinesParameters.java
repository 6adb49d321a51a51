package org.modelcollapse.knime.view;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** How lines over the generations are drawn when a view is opened. */
public final class LinesParameters implements NodeParameters {

    @Widget(title = "Metric to begin with", description = """
            Name of the metric that the view shows when it is opened (default <i>Total variance</i>), as its list has
            it. If there is none of that name the view begins with the first.
            """)
    String m_metric = "Total variance";

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
        page.put("metric", m_metric);
        page.put("logValues", m_logValues);
        page.put("logGenerations", m_logGenerations);
        page.put("law", m_law);
        return page;
    }
}
