package org.modelcollapse.knime.recursion;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.knime.node.Bounds;

/** When a run ends before its last generation. */
public final class StopParameters implements NodeParameters {

    @Widget(title = "Stop at this share of the variance", description = """
            The run ends with the first fit whose total variance is below this share of the original's, from 0 up to 1.
            0 (the default) means never. The total variance is that of all points, whatever their component; with
            several columns the sum of their variances.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_varianceShare;

    @Widget(title = "Stop when a component is lost", description = """
            If checked, the run ends with the first fit that has a component of less weight than one point of the
            training set (default: unchecked).
            """)
    boolean m_componentLost;

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            rule();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * @return the rule
     * @throws IllegalArgumentException if the share is out of range
     */
    public StopRule rule() {
        return StopRule.of(m_varianceShare, m_componentLost);
    }
}
