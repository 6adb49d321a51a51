package org.modelcollapse.knime.view;

import org.knime.node.parameters.widget.choices.Label;

/** How several scenarios are drawn. */
public enum Arrangement {

    @Label("Side by side")
    SIDE_BY_SIDE,

    @Label("In one chart")
    OVERLAID
}
