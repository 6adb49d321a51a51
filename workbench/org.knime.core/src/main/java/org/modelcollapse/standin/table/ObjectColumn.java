package org.modelcollapse.standin.table;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringWriteValue;

/** A column of strings or of any other cells, kept as they are. */
final class ObjectColumn extends Column {

    private final boolean strings;

    private DataCell[][] blocks = new DataCell[1][];

    ObjectColumn(final DataColumnSpec spec, final DomainRecorder domain) {
        super(spec, domain);
        strings = spec.getType().getCellClass() == StringCell.class;
    }

    private void put(final long index, final DataCell value) {
        final int block = (int)(index >>> BITS);
        final int at = (int)index & MASK;
        if (at == 0) {
            blocks = room(blocks, block);
            blocks[block] = new DataCell[block == 0 ? 256 : BLOCK];
        } else if (block == 0 && at == blocks[0].length) {
            blocks[0] = Arrays.copyOf(blocks[0], at * 2);
        }
        blocks[block][at] = value;
    }

    @Override
    boolean addPlain(final long index, final DataCell cell) {
        if (cell.isMissing() || !spec().getType().isASuperTypeOf(cell.getType())) {
            return false;
        }
        put(index, cell);
        domain().update(cell);
        return true;
    }

    @Override
    void addPlain(final long index, final Slot slot) {
        put(index, slot.getDataCell());
        domain().update(slot.getDataCell());
    }

    @Override
    void addNothing(final long index) {
        put(index, null);
    }

    @Override
    DataCell plain(final long index) {
        return blocks[(int)(index >>> BITS)][(int)index & MASK];
    }

    @Override
    Slot slot() {
        return strings ? new StringSlot() : new CellSlot();
    }

    private static class CellSlot extends Slot implements WriteValue<DataValue> {

        private DataCell cell;

        final void set(final DataCell newCell) {
            cell = newCell;
            missing = false;
            odd = newCell.isMissing() ? newCell : null;
        }

        @Override
        public void setValue(final DataValue value) {
            set(value.materializeDataCell());
        }

        @Override
        public DataCell getDataCell() {
            return cell;
        }

        @Override
        WriteValue<?> writeValue() {
            return this;
        }

        @Override
        void setFrom(final DataValue from) {
            setValue(from);
        }
    }

    private static final class StringSlot extends Slot implements StringReadValue, StringWriteValue {

        private StringCell cell;

        @Override
        public void setStringValue(final String value) {
            cell = new StringCell(value);
            missing = false;
            odd = null;
        }

        @Override
        public void setValue(final StringValue value) {
            setStringValue(value.getStringValue());
        }

        @Override
        public String getStringValue() {
            return cell.getStringValue();
        }

        @Override
        public DataCell getDataCell() {
            return cell;
        }

        @Override
        WriteValue<?> writeValue() {
            return this;
        }

        @Override
        void setFrom(final DataValue from) {
            setValue((StringValue)from);
        }
    }
}
