package org.knime.node.impl.description;

import org.knime.node.parameters.NodeParameters;

/**
 * What a view of a node shows.
 *
 * @param name of the view
 * @param description an XML fragment
 * @param viewSettingsClass the class of its settings, or null
 */
public record ViewDescription(String name, String description, Class<? extends NodeParameters> viewSettingsClass) {
}
