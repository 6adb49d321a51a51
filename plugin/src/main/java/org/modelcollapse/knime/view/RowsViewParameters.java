package org.modelcollapse.knime.view;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** The settings of the views that lay a mixture over rows. */
public final class RowsViewParameters implements ViewParameters {

    @Section(title = "View")
    interface ViewSection {
    }

    @Layout(ViewSection.class)
    LookParameters m_look = new LookParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_look.validate();
    }

    @Override
    public Map<String, Object> toPage() {
        return m_look.toPage();
    }
}
