package org.modelcollapse.standin.table;

import java.util.Arrays;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongWriteValue;

/** A column of ints, longs or booleans. */
final class LongColumn extends Column {

    private final Class<?> cellClass;

    private long[][] blocks = new long[1][];

    LongColumn(final DataColumnSpec spec, final DomainRecorder domain) {
        super(spec, domain);
        cellClass = spec.getType().getCellClass();
    }

    private void put(final long index, final long value) {
        final int block = (int)(index >>> BITS);
        final int at = (int)index & MASK;
        if (at == 0) {
            blocks = room(blocks, block);
            blocks[block] = new long[block == 0 ? 256 : BLOCK];
        } else if (block == 0 && at == blocks[0].length) {
            blocks[0] = Arrays.copyOf(blocks[0], at * 2);
        }
        blocks[block][at] = value;
    }

    private long value(final long index) {
        return blocks[(int)(index >>> BITS)][(int)index & MASK];
    }

    private DataCell cell(final long value) {
        if (cellClass == IntCell.class) {
            return new IntCell((int)value);
        }
        return cellClass == LongCell.class ? new LongCell(value) : BooleanCell.BooleanCellFactory.create(value != 0);
    }

    private void record(final long value) {
        if (cellClass == BooleanCell.class) {
            domain().update(cell(value));
        } else {
            domain().update(value);
        }
    }

    @Override
    boolean addPlain(final long index, final DataCell cell) {
        if (cell.getClass() != cellClass) {
            return false;
        }
        final long value = ((LongValue)cell).getLongValue();
        put(index, value);
        record(value);
        return true;
    }

    @Override
    void addPlain(final long index, final Slot slot) {
        final long value = ((LongSlot)slot).value;
        put(index, value);
        record(value);
    }

    @Override
    void addNothing(final long index) {
        put(index, 0);
    }

    @Override
    DataCell plain(final long index) {
        return cell(value(index));
    }

    @Override
    Slot slot() {
        if (cellClass == IntCell.class) {
            return new IntSlot();
        }
        return cellClass == LongCell.class ? new PlainLongSlot() : new BooleanSlot();
    }

    private abstract class LongSlot extends Slot {

        private long value;

        final void set(final long newValue) {
            value = newValue;
            missing = false;
            odd = null;
        }

        public long getLongValue() {
            return value;
        }

        public int getIntValue() {
            return (int)value;
        }

        public double getDoubleValue() {
            return value;
        }

        @Override
        public DataCell getDataCell() {
            return cell(value);
        }

        @Override
        WriteValue<?> writeValue() {
            return (WriteValue<?>)this;
        }
    }

    private final class IntSlot extends LongSlot implements IntReadValue, IntWriteValue {

        @Override
        public void setIntValue(final int newValue) {
            set(newValue);
        }

        @Override
        public void setValue(final IntValue newValue) {
            set(newValue.getIntValue());
        }

        @Override
        void setFrom(final DataValue from) {
            setValue((IntValue)from);
        }
    }

    private final class PlainLongSlot extends LongSlot implements LongReadValue, LongWriteValue {

        @Override
        public void setLongValue(final long newValue) {
            set(newValue);
        }

        @Override
        public void setValue(final LongValue newValue) {
            set(newValue.getLongValue());
        }

        @Override
        void setFrom(final DataValue from) {
            setValue((LongValue)from);
        }
    }

    private final class BooleanSlot extends LongSlot implements BooleanReadValue, BooleanWriteValue {

        @Override
        public void setBooleanValue(final boolean newValue) {
            set(newValue ? 1 : 0);
        }

        @Override
        public void setValue(final BooleanValue newValue) {
            setBooleanValue(newValue.getBooleanValue());
        }

        @Override
        public boolean getBooleanValue() {
            return getLongValue() != 0;
        }

        @Override
        void setFrom(final DataValue from) {
            setValue((BooleanValue)from);
        }
    }
}
