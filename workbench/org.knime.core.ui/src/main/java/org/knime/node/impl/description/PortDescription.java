package org.knime.node.impl.description;

/**
 * What a port is for.
 *
 * @param id the group of a port that the user can add; else null
 * @param name of the port
 * @param description an XML fragment
 * @param configurable whether the user can add it
 */
public record PortDescription(String id, String name, String description, boolean configurable) {

    public static PortDescription fixedPort(final String name, final String description) {
        return new PortDescription(null, name, description, false);
    }

    public static PortDescription dynamicPort(final String id, final String name, final String description) {
        return new PortDescription(id, name, description, true);
    }
}
