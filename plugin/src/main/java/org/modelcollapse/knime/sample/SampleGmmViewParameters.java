package org.modelcollapse.knime.sample;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.layout.Layout;
import org.modelcollapse.knime.view.LookParameters;
import org.modelcollapse.knime.view.ViewParameters;

/** The settings of the view of "Sample GMM". */
final class SampleGmmViewParameters implements ViewParameters {

    @Layout(SampleGmmParameters.ViewSection.class)
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
