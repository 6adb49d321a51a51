package org.modelcollapse.knime.loop;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.modelcollapse.knime.view.LinesParameters;
import org.modelcollapse.knime.view.LookParameters;
import org.modelcollapse.knime.view.ViewParameters;

/** The settings of the view of "Recursive Collapse Loop End". */
final class RecursiveCollapseLoopEndViewParameters implements ViewParameters {

    @Advanced
    @Section(title = "View")
    interface ViewSection {
    }

    @Layout(ViewSection.class)
    LinesParameters m_lines = new LinesParameters();

    @Layout(ViewSection.class)
    LookParameters m_look = new LookParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_look.validate();
    }

    @Override
    public Map<String, Object> toPage() {
        final Map<String, Object> page = m_look.toPage();
        page.putAll(m_lines.toPage());
        return page;
    }
}
