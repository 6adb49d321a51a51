package org.knime.core.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    public DataType getType() {
        return type;
    }

    public void setDomain(final DataColumnDomain newDomain) {
        domain = newDomain == null ? new DataColumnDomain(null, null, null) : newDomain;
    }

    public void setProperties(final DataColumnProperties newProperties) {
        properties = newProperties == null ? new DataColumnProperties() : newProperties;
    }

    public void setElementNames(final String[] names) {
        elementNames = names == null ? null : List.of(names);
    }

    /** Widens type and domain so that they also hold the other column of the same name. */
    public void merge(final DataColumnSpec other) {
        if (!other.getName().equals(name)) {
            throw new IllegalArgumentException(
                "Structures of DataColumnSpecs do not match: \"" + name + "\" and \"" + other.getName() + "\"");
        }
        type = DataType.getCommonSuperType(type, other.getType());
        final DataColumnDomain d = other.getDomain();
        final Set<DataCell> values =
            domain.hasValues() && d.hasValues() ? new LinkedHashSet<>(domain.getValues()) : null;
        if (values != null) {
            values.addAll(d.getValues());
        }
        domain = new DataColumnDomain(outer(domain.getLowerBound(), d.getLowerBound(), -1),
            outer(domain.getUpperBound(), d.getUpperBound(), 1), values);
    }

    private DataCell outer(final DataCell a, final DataCell b, final int sign) {
        if (a == null || b == null) {
            return null;
        }
        return type.getComparator().compare(a, b) * sign >= 0 ? a : b;
    }

    public void removeAllHandlers() {
        // colours, sizes and shapes are not part of the stand-in
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, domain, properties,
            elementNames == null ? List.of(name) : elementNames);
    }
}
