package org.modelcollapse.knime.experiment;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.modelcollapse.knime.view.Arrangement;
import org.modelcollapse.knime.view.LinesParameters;
import org.modelcollapse.knime.view.LookParameters;
import org.modelcollapse.knime.view.ViewParameters;

/** The settings of the view of "Recursive Collapse Experiment". */
final class RecursiveCollapseExperimentViewParameters implements ViewParameters {

    @Layout(RecursiveCollapseExperimentParameters.ViewSection.class)
    LinesParameters m_lines = new LinesParameters();

    @Widget(title = "Show bands", description = """
            Begin with the bands that hold the middle 90 % and the middle half of the runs (default: checked).
            """)
    @Layout(RecursiveCollapseExperimentParameters.ViewSection.class)
    boolean m_bands = true;

    @Widget(title = "Show single runs", description = """
            Begin with each run as a thin line, in one colour if it has widened and in another if it has not (default:
            unchecked).
            """)
    @Layout(RecursiveCollapseExperimentParameters.ViewSection.class)
    boolean m_runs;

    @Widget(title = "Scenarios", description = """
            Begin with a chart a scenario, side by side, or with all of them in one chart (default: side by side).
            """)
    @ValueSwitchWidget
    @Layout(RecursiveCollapseExperimentParameters.ViewSection.class)
    Arrangement m_arrangement = Arrangement.SIDE_BY_SIDE;

    @Layout(RecursiveCollapseExperimentParameters.ViewSection.class)
    LookParameters m_look = new LookParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_look.validate();
    }

    @Override
    public Map<String, Object> toPage() {
        final Map<String, Object> page = m_look.toPage();
        page.putAll(m_lines.toPage());
        page.put("bands", m_bands);
        page.put("runs", m_runs);
        page.put("overlaid", m_arrangement == Arrangement.OVERLAID);
        return page;
    }
}
