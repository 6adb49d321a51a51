package org.modelcollapse.knime.recursion;

import org.knime.node.parameters.widget.choices.Label;
import org.modelcollapse.collapse.OriginalSource;

/** Where the original points of a generation come from, as the dialog offers it. */
public enum OriginalPoints {

    @Label(value = "From the first data set", description = """
            Taken without replacement from the data set that the first generation was trained on, which stays the same
            throughout: the post's way.
            """)
    FIXED_SET(OriginalSource.FIXED_SET),

    @Label(value = "Drawn anew", description = """
            Drawn anew in every generation: from the original mixture or, when original rows are connected, from those
            rows with replacement. This is fresh real data.
            """)
    FRESH(OriginalSource.FRESH);

    private final OriginalSource source;

    OriginalPoints(final OriginalSource source) {
        this.source = source;
    }

    OriginalSource source() {
        return source;
    }
}
