package org.modelcollapse.knime.recursion;

import org.knime.node.parameters.widget.choices.Label;

/** How the next training set comes about, as the dialog offers it. */
enum RegimeChoice {

    @Label(value = "Mix of original, fitted and current points", description = """
            Every training set has the same size: a share of original points, a share drawn from the fitted model, and
            the rest from the current training set without replacement, as in Shumailov et al. (Nature 631, 755). With
            nothing but fitted points (the default) this is called <i>replace</i>.
            """)
    MIX,

    @Label(value = "Accumulate", description = """
            Every model is trained on all data so far: the original and what each model before has generated. Training
            sets grow by the number of rows in every generation. The variance stays bounded away from zero (Gerstgrasser
            et al., arXiv 2404.01413).
            """)
    ACCUMULATE,

    @Label(value = "Accumulate with a fixed budget", description = """
            All data so far are kept, but every model is trained on the same number of rows, drawn from them without
            replacement (<i>accumulate-subsample</i>, Kazdan et al., arXiv 2410.16713).
            """)
    BUDGET,

    @Label(value = "Growing training sets", description = """
            Every model is trained on the output of the one before alone, but training set t has rows &#183; t^growth
            points. With a growth above 1 the collapse stops.
            """)
    GROWING
}
