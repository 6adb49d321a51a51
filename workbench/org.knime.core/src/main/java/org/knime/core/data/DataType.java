package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a cell or column: the values that it can be read as, the preferred one first. */
public final class DataType {

    private static final String CELL_CLASS = "cell_class";

    private static final String VALUE_CLASSES = "value_classes";

    private static final Map<Class<?>, DataType> TYPES = new ConcurrentHashMap<>();

    private final Class<? extends DataCell> cellClass;

    private final List<Class<? extends DataValue>> valueClasses;

    private DataType(final Class<? extends DataCell> cellClass,
        final Collection<Class<? extends DataValue>> valueClasses) {
        this.cellClass = cellClass;
        this.valueClasses = List.copyOf(valueClasses);
    }

    public static DataType getType(final Class<? extends DataCell> cell) {
        final DataType known = TYPES.get(cell);
        if (known != null) {
            return known;
        }
        final Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
        addValueClasses(values, cell);
        return TYPES.computeIfAbsent(cell, c -> new DataType(cell, values));
    }

    private static void addValueClasses(final Set<Class<? extends DataValue>> values, final Class<?> type) {
        for (final Class<?> i : type.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(i)) {
                values.add(i.asSubclass(DataValue.class));
            }
            addValueClasses(values, i);
        }
        if (type.getSuperclass() != null) {
            addValueClasses(values, type.getSuperclass());
        }
    }

    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    public boolean isASuperTypeOf(final DataType type) {
        return type == this || type.isMissingValueType() || valueClasses.stream().allMatch(type::isCompatible);
    }

    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        for (final Class<? extends DataValue> c : valueClasses) {
            if (c == MissingValue.class || valueClass.isAssignableFrom(c)) {
                return true;
            }
        }
        return false;
    }

    public boolean isMissingValueType() {
        return valueClasses.contains(MissingValue.class);
    }

    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.get(0);
    }

    public DataValueComparator getComparator() {
        return ValueTraits.comparator(valueClasses);
    }

    public String getName() {
        return cellClass == null ? toString() : ValueTraits.name(getPreferredValueClass());
    }

    public void save(final ConfigWO config) {
        config.addString(CELL_CLASS, cellClass == null ? null : cellClass.getName());
        if (cellClass == null) {
            config.addBoolean("has_pref_value_class", true);
            config.addStringArray(VALUE_CLASSES, valueClasses.stream().map(Class::getName).toArray(String[]::new));
        }
    }

    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final String cell = config.getString(CELL_CLASS);
        if (cell != null) {
            return getType(find(cell, DataCell.class));
        }
        final List<Class<? extends DataValue>> values = new ArrayList<>();
        for (final String name : config.getStringArray(VALUE_CLASSES)) {
            values.add(find(name, DataValue.class));
        }
        return new DataType(null, values);
    }

    private static <T> Class<? extends T> find(final String name, final Class<T> kind)
        throws InvalidSettingsException {
        try {
            return Class.forName(name).asSubclass(kind);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new InvalidSettingsException(
                "Data cell implementation '" + name + "' not found.", e);
        }
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o instanceof DataType other && getPreferredValueClass() == other.getPreferredValueClass()
            && new HashSet<>(valueClasses).equals(new HashSet<>(other.valueClasses));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (final Class<?> c : valueClasses) {
            hash ^= c.getName().hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        if (cellClass != null) {
            return getName();
        }
        return "Non-Native " + Collections.unmodifiableList(valueClasses.stream().map(Class::getSimpleName).toList());
    }
}
