package org.modelcollapse.knime.node;

import org.modelcollapse.knime.view.ViewParameters;

/**
 * Everything a node says about its view.
 *
 * @param page the page's name: the file {@code view/<page>.html} of the bundle shows what the model holds
 * @param name the view's name, in title case
 * @param description what there is to see, an XML fragment
 * @param parameters the class of the view's settings
 */
public record ViewText(String page, String name, String description, Class<? extends ViewParameters> parameters) {
}
