package org.modelcollapse.knime.table;

import org.knime.node.parameters.widget.choices.Label;

/** What to do with rows that hold a missing cell, NaN or an infinite number. */
public enum UnusableCells {

    /** Leave such rows out and say in a warning how many. */
    @Label(value = "Skip the row", description = """
            Rows with a missing, NaN or infinite value in a selected column are left out; a warning counts them.
            """)
    SKIP,

    /** Fail at the first one. */
    @Label(value = "Fail", description = """
            The node fails at the first missing, NaN or infinite value and names its row and column.
            """)
    FAIL
}
