package org.modelcollapse.knime.loop;

import java.util.Map;

import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** The settings of the loop end; those of the recursion are in the loop start. */
final class RecursiveCollapseLoopEndParameters implements NodeParameters {

    /** The types that a stop variable may have. */
    static final VariableType<?>[] STOP_TYPES =
        {VariableType.BooleanType.INSTANCE, VariableType.IntType.INSTANCE, VariableType.StringType.INSTANCE};

    @Widget(title = "Sort components by mean", description = """
            If checked (the default), the components of every fitted mixture are sorted by their mean before they are
            numbered, so that <i>Variance 1</i> is that of the leftmost component in every generation. If not, they keep
            the order of the rows of the mixture table.
            """)
    boolean m_sortByMean = true;

    @Widget(title = "Measure distances to the original", description = """
            If checked, the trajectory also tells how far every fit is from the original: Wasserstein distances,
            divergences, the mass left in the tails, the log-likelihood of the original. They are computed exactly or by
            quadrature when the loop ends, about a millisecond a generation (default: unchecked).
            """)
    boolean m_distances;

    @Widget(title = "Stop variable", description = """
            The name of a flow variable that nodes in the loop set: the loop ends with the generation in which it is
            true, 1 or the text &#8220;true&#8221;. Empty (the default) means none. More rules are in the loop start.
            """)
    @Advanced
    String m_stopVariable = "";

    /**
     * @param variables the flow variables of the {@link #STOP_TYPES} at the loop end
     * @return whether the stop variable says to end
     * @throws IllegalArgumentException if a stop variable is named but not there
     */
    boolean stops(final Map<String, FlowVariable> variables) {
        if (m_stopVariable.isEmpty()) {
            return false;
        }
        final FlowVariable variable = variables.get(m_stopVariable);
        if (variable == null) {
            throw new IllegalArgumentException("There is no boolean, integer or text flow variable \"" + m_stopVariable
                + "\" at the loop end. Connect the node that sets it, or clear the option \"Stop variable\".");
        }
        final String value = variable.getValueAsString();
        return value.equals("1") || value.equals("true");
    }
}
