package org.modelcollapse.knime.recursion;

import org.knime.node.parameters.widget.choices.Label;
import org.modelcollapse.collapse.regime.OriginalSource;

/** Where the original points of a generation come from, as the dialog offers it. */
public enum OriginalPoints {

    @Label(value = "Drawn anew", description = """
            Every generation draws its original points anew, from the original mixture or, when original rows are
            connected, from those rows with replacement: fresh real data.
            """)
    FRESH(OriginalSource.FRESH),

    @Label(value = "Fixed set", description = """
            Every generation takes its original points without replacement from the one data set that the first
            generation was trained on: the same real data again and again.
            """)
    FIXED_SET(OriginalSource.FIXED_SET);

    private final OriginalSource source;

    OriginalPoints(final OriginalSource source) {
        this.source = source;
    }

    OriginalSource source() {
        return source;
    }
}
