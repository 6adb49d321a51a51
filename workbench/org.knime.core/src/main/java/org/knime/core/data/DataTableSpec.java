package org.knime.core.data;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table, with distinct names, and the table's name. Immutable. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    private final String name;

    private final List<DataColumnSpec> columns;

    private final Map<String, Integer> indices = new HashMap<>();

    private final Map<String, String> properties;

    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    public DataTableSpec(final DataColumnSpec... columns) {
        this(DEFAULT_NAME, columns);
    }

    public DataTableSpec(final String name, final DataColumnSpec... columns) {
        this(name, columns, Map.of());
    }

    public DataTableSpec(final String[] names, final DataType[] types) {
        this("spec_name", names, types);
    }

    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    public DataTableSpec(final DataTableSpec spec1, final DataTableSpec spec2) {
        this(DEFAULT_NAME.equals(spec1.name) && DEFAULT_NAME.equals(spec2.name) ? DEFAULT_NAME
            : spec1.name + " + " + spec2.name, spec1, spec2);
    }

    public DataTableSpec(final String name, final DataTableSpec spec1, final DataTableSpec spec2) {
        this(name, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    DataTableSpec(final String name, final DataColumnSpec[] columns, final Map<String, String> properties) {
        this.name = name == null ? DEFAULT_NAME : name;
        this.columns = List.of(columns);
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        for (int i = 0; i < columns.length; i++) {
            final Integer before = indices.put(columns[i].getName(), i);
            if (before != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + columns[i].getName()
                    + "\" at positions " + before + " and " + i + ".");
            }
        }
    }

    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException("Parameter arrays names and types must have the same length (names: "
                + names.length + ", types: " + types.length + ").");
        }
        return IntStream.range(0, names.length)
            .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec()).toArray(DataColumnSpec[]::new);
    }

    public String getName() {
        return name;
    }

    public int getNumColumns() {
        return columns.size();
    }

    public DataColumnSpec getColumnSpec(final int index) {
        return columns.get(index);
    }

    /** The column of that name, or null. */
    public DataColumnSpec getColumnSpec(final String column) {
        final int index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    public final String[] getColumnNames() {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /** The index of the column of that name, or -1. */
    public int findColumnIndex(final String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    public boolean containsName(final String columnName) {
        return findColumnIndex(columnName) >= 0;
    }

    public int[] columnsToIndices(final String... names) {
        return Stream.of(names).mapToInt(n -> {
            final int index = findColumnIndex(n);
            if (index < 0) {
                throw new IllegalArgumentException("Column not found: \"" + n + "\"");
            }
            return index;
        }).toArray();
    }

    public void verifyIndices(final int... wanted) {
        final Set<Integer> seen = new HashSet<>();
        for (final int index : wanted) {
            if (index < 0 || index >= columns.size()) {
                throw new IndexOutOfBoundsException("Column index out of range: " + index);
            }
            if (!seen.add(index)) {
                throw new IllegalArgumentException("Duplicate index: " + index);
            }
        }
    }

    public Map<String, String> getProperties() {
        return properties;
    }

    public boolean equalStructure(final DataTableSpec other) {
        return compare(other, DataColumnSpec::equalStructure);
    }

    private boolean compare(final DataTableSpec other, final BiPredicate<DataColumnSpec, DataColumnSpec> same) {
        return other == this || other != null && other.getNumColumns() == getNumColumns()
            && IntStream.range(0, columns.size()).allMatch(i -> same.test(columns.get(i), other.columns.get(i)));
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o instanceof DataTableSpec other && name.equals(other.name)
            && columns.equals(other.columns) && properties.equals(other.properties);
    }

    @Override
    public int hashCode() {
        return columns.stream().mapToInt(Object::hashCode).reduce(properties.hashCode(), (a, b) -> a ^ b);
    }

    @Override
    public String toString() {
        return "name=" + name + ",columns=" + columns;
    }
}
