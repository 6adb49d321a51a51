package org.modelcollapse.standin.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;

/**
 * The values of a column, written once from the first to the last row and then only read. Blocks of a fixed size keep
 * growing cheap; what is no value of the column's own class, such as a missing cell, is kept aside.
 */
public abstract class Column {

    static final int BITS = 13;

    static final int BLOCK = 1 << BITS;

    static final int MASK = BLOCK - 1;

    private final DataColumnSpec spec;

    private final DataType type;

    private final DomainRecorder domain;

    private Map<Long, DataCell> odd;

    private long size;

    Column(final DataColumnSpec spec, final DomainRecorder domain) {
        this.spec = spec;
        type = spec.getType();
        this.domain = domain;
    }

    /** A column that keeps values of the spec's type in the least space. */
    static Column of(final DataColumnSpec spec, final boolean initDomain) {
        final Class<?> cell = spec.getType().getCellClass();
        final DomainRecorder domain = new DomainRecorder(spec, initDomain);
        if (cell == DoubleCell.class) {
            return new DoubleColumn(spec, domain);
        } else if (cell == IntCell.class || cell == LongCell.class || cell == BooleanCell.class) {
            return new LongColumn(spec, domain);
        }
        return new ObjectColumn(spec, domain);
    }

    final DataColumnSpec spec() {
        return spec;
    }

    final DomainRecorder domain() {
        return domain;
    }

    /** Appends a cell, which is checked against the type. */
    final void add(final DataCell cell) {
        if (!addPlain(size, cell)) {
            if (!type.isASuperTypeOf(cell.getType())) {
                throw new IllegalArgumentException("Runtime class of object \"" + cell + "\" in column \""
                    + spec.getName() + "\" is " + cell.getClass().getSimpleName()
                    + " and does not comply with its supposed superclass " + type);
            }
            addOdd(cell);
        }
        size++;
    }

    /** Appends what a slot of this column holds. */
    final void add(final Slot slot) {
        if (slot.odd != null) {
            add(slot.odd);
        } else if (slot.missing) {
            addOdd(DataType.getMissingCell());
            size++;
        } else {
            addPlain(size, slot);
            size++;
        }
    }

    private void addOdd(final DataCell cell) {
        if (odd == null) {
            odd = new HashMap<>();
        }
        odd.put(size, cell);
        addNothing(size);
        domain.update(cell);
    }

    /** Appends a cell of the column's own class and updates the domain, or returns false for others. */
    abstract boolean addPlain(long index, DataCell cell);

    abstract void addPlain(long index, Slot slot);

    abstract void addNothing(long index);

    final DataCell get(final long index) {
        if (odd != null) {
            final DataCell cell = odd.get(index);
            if (cell != null) {
                return cell;
            }
        }
        return plain(index);
    }

    abstract DataCell plain(long index);

    abstract Slot slot();

    static <A> A[] room(final A[] blocks, final int block) {
        return block < blocks.length ? blocks : Arrays.copyOf(blocks, Math.max(block + 1, blocks.length * 2));
    }
}
