package org.modelcollapse.knime.view;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** The settings of the view of a single recursion. */
public final class TrajectoryViewParameters implements ViewParameters {

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
