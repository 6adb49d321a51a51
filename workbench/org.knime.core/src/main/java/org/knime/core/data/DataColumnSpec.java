package org.knime.core.data;

import java.util.List;

/** The name, type and domain of a column. Immutable. */
public final class DataColumnSpec {

    private final String name;

    private final DataType type;

    private final DataColumnDomain domain;

    private final DataColumnProperties properties;

    private final List<String> elementNames;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain,
        final DataColumnProperties properties, final List<String> elementNames) {
        this.name = name;
        this.type = type;
        this.domain = domain;
        this.properties = properties;
        this.elementNames = elementNames;
    }

    public String getName() {
        return name;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnDomain getDomain() {
        return domain;
    }

    public DataColumnProperties getProperties() {
        return properties;
    }

    public List<String> getElementNames() {
        return elementNames;
    }

    public boolean equalStructure(final DataColumnSpec other) {
        return other == this || other != null && name.equals(other.name) && type.equals(other.type);
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o instanceof DataColumnSpec other && name.equals(other.name) && type.equals(other.type)
            && domain.equals(other.domain) && properties.equals(other.properties)
            && elementNames.equals(other.elementNames);
    }

    @Override
    public int hashCode() {
        return name.hashCode() ^ type.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
