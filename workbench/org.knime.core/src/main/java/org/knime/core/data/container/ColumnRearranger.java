package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.modelcollapse.standin.table.Included;

/** Tells which columns of a table are kept, in which order, and which are computed anew. */
public class ColumnRearranger {

    private final List<Column> included = new ArrayList<>();

    static {
        Included.access(r -> r.included.stream().map(c -> new Included(c.index, c.factory)).toList());
    }

    /** A column of the original table (factory null), or one that a factory computes. */
    private record Column(DataColumnSpec spec, int index, CellFactory factory) {
    }

    public ColumnRearranger(final DataTableSpec original) {
        for (int i = 0; i < original.getNumColumns(); i++) {
            included.add(new Column(original.getColumnSpec(i), i, null));
        }
    }

    public final DataTableSpec createSpec() {
        return new DataTableSpec(included.stream().map(Column::spec).toArray(DataColumnSpec[]::new));
    }

    public final int indexOf(final String colName) {
        for (int i = 0; i < included.size(); i++) {
            if (included.get(i).spec.getName().equals(colName)) {
                return i;
            }
        }
        return -1;
    }

    private int[] indicesOf(final String... colNames) {
        return Arrays.stream(colNames).mapToInt(name -> {
            final int index = indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException("No such column name(s) in ColumnRearranger: [" + name + "]");
            }
            return index;
        }).toArray();
    }

    private static Set<Integer> distinct(final int... indices) {
        final Set<Integer> set = new HashSet<>();
        for (final int i : indices) {
            if (!set.add(i)) {
                throw new IndexOutOfBoundsException("Duplicates in argument: " + Arrays.toString(indices));
            }
        }
        return set;
    }

    public final void remove(final int... colIndices) {
        distinct(colIndices).stream().sorted((a, b) -> b - a).forEach(i -> included.remove((int)i));
    }

    public final void remove(final String... colNames) {
        remove(indicesOf(colNames));
    }

    /** The column is put before the one that is at the index before the move. */
    public final void move(final int from, final int to) {
        final Column column = included.remove(from);
        included.add(from < to ? to - 1 : to, column);
    }

    public final void move(final String colName, final int to) {
        move(indicesOf(colName)[0], to);
    }

    public final void insertAt(final int position, final CellFactory factory) {
        final DataColumnSpec[] specs = factory.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            included.add(position + i, new Column(specs[i], i, factory));
        }
    }

    public final void append(final CellFactory factory) {
        insertAt(included.size(), factory);
    }

    public final void replace(final CellFactory factory, final int... colIndex) {
        final DataColumnSpec[] specs = factory.getColumnSpecs();
        if (specs.length != colIndex.length) {
            throw new IndexOutOfBoundsException("Arguments do not provide to same number of columns: " + specs.length
                + " vs. " + colIndex.length);
        }
        for (int i = 0; i < specs.length; i++) {
            included.set(colIndex[i], new Column(specs[i], i, factory));
        }
    }
}
