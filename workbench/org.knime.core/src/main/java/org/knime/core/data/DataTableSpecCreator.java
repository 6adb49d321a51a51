package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes table specs column by column. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    private final Map<String, String> properties = new LinkedHashMap<>();

    private String name;

    public DataTableSpecCreator(final DataTableSpec spec) {
        addColumns(spec).setName(spec.getName()).putProperties(spec.getProperties());
    }

    public DataTableSpecCreator setName(final String newName) {
        name = newName;
        return this;
    }

    public DataTableSpecCreator addColumns(final DataColumnSpec... added) {
        for (final DataColumnSpec column : added) {
            final int index = indexOf(column.getName());
            if (index >= 0) {
                throw new IllegalArgumentException(
                    "Column \"" + column.getName() + "\" already contained at index " + index);
            }
            columns.add(column);
        }
        return this;
    }

    private int indexOf(final String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getName().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        return addColumns(spec.stream().toArray(DataColumnSpec[]::new));
    }

    public DataTableSpecCreator putProperties(final Map<String, String> added) {
        properties.putAll(added);
        return this;
    }

    public DataTableSpecCreator dropAllColumns() {
        columns.clear();
        return this;
    }

    public DataTableSpecCreator dropAllDomains() {
        columns.replaceAll(column -> {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns.toArray(DataColumnSpec[]::new), properties);
    }
}
