package org.modelcollapse.knime.loop;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** The settings of the loop end; those of the recursion are in the loop start. */
final class RecursiveCollapseLoopEndParameters implements NodeParameters {

    @Widget(title = "Sort components by mean", description = """
            If checked (the default), the components of every fitted mixture are sorted by their mean before they are
            numbered, so that <i>Variance 1</i> is that of the leftmost component in every generation. If not, they keep
            the order of the rows of the mixture table.
            """)
    boolean m_sortByMean = true;
}
