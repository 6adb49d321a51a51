package org.modelcollapse.knime.view;

import java.util.Locale;

import org.knime.node.parameters.widget.choices.Label;

/** The colours of a page. */
enum PageColours {

    @Label("Automatic")
    AUTOMATIC,

    @Label("Light")
    LIGHT,

    @Label("Dark")
    DARK;

    /** @return the name that the page knows them by */
    String page() {
        return name().toLowerCase(Locale.ROOT);
    }
}
