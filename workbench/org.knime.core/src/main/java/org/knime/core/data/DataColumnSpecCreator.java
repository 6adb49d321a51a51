package org.knime.core.data;

import java.util.List;

/** Makes column specs. */
public final class DataColumnSpecCreator {

    private String name;

    private DataType type;

    private DataColumnDomain domain = new DataColumnDomain(null, null, null);

    private DataColumnProperties properties = new DataColumnProperties();

    private List<String> elementNames;

    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    public DataColumnSpecCreator(final DataColumnSpec spec) {
        name = spec.getName();
        type = spec.getType();
        domain = spec.getDomain();
        properties = spec.getProperties();
        elementNames = spec.getElementNames().equals(List.of(name)) ? null : spec.getElementNames();
    }

    public void setName(final String newName) {
        if (newName == null) {
            throw new NullPointerException("Name of DataColumnSpec must not be null!");
        }
        final String trimmed = newName.trim();
        name = trimmed.isEmpty() ? "<empty>" : trimmed;
    }

    public void setType(final DataType newType) {
        if (newType == null) {
            throw new NullPointerException("Attribute type must not be null!");
        }
        type = newType;
    }

    public void setDomain(final DataColumnDomain newDomain) {
        domain = newDomain == null ? new DataColumnDomain(null, null, null) : newDomain;
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, domain, properties,
            elementNames == null ? List.of(name) : elementNames);
    }
}
