package org.modelcollapse.knime.view;

import org.knime.node.parameters.widget.choices.Label;

/**
 * The metric that a view over the generations begins with. The page finds it among those that it has by the letters and
 * digits of its name, and takes the first of several components or columns.
 */
enum FirstMetric {

    @Label("Total variance")
    TOTAL_VARIANCE,

    @Label("Sd")
    SD,

    @Label("Variance")
    VARIANCE,

    @Label("Mean")
    MEAN,

    @Label("Weight")
    WEIGHT,

    @Label("Step z-score")
    STEP_Z_SCORE,

    @Label("Entropy of weights")
    ENTROPY_OF_WEIGHTS,

    @Label("Diversity of weights")
    DIVERSITY_OF_WEIGHTS,

    @Label("Surviving components")
    SURVIVING_COMPONENTS,

    @Label("W1 to original")
    W1_TO_ORIGINAL,

    @Label("W2 to original")
    W2_TO_ORIGINAL,

    @Label("KL(fitted || original)")
    KL_FITTED_ORIGINAL,

    @Label("KL(original || fitted)")
    KL_ORIGINAL_FITTED,

    @Label("JS to original")
    JS_TO_ORIGINAL,

    @Label("Log-likelihood of original")
    LOG_LIKELIHOOD_OF_ORIGINAL
}
