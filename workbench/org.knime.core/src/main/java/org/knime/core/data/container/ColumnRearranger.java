package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.List;

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
