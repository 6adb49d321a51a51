package org.knime.node.impl.description;

/**
 * A link to further reading.
 *
 * @param href where it is
 * @param description an XML fragment
 */
public record ExternalResource(String href, String description) {
}
