package org.modelcollapse.standin.table;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleWriteValue;

/** A column of doubles. */
final class DoubleColumn extends Column {

    private double[][] blocks = new double[1][];

    DoubleColumn(final DataColumnSpec spec, final DomainRecorder domain) {
        super(spec, domain);
    }

    private void put(final long index, final double value) {
        final int block = (int)(index >>> BITS);
        final int at = (int)index & MASK;
        if (at == 0) {
            blocks = room(blocks, block);
            blocks[block] = new double[block == 0 ? 256 : BLOCK];
        } else if (block == 0 && at == blocks[0].length) {
            blocks[0] = Arrays.copyOf(blocks[0], at * 2);
        }
        blocks[block][at] = value;
    }

    private double value(final long index) {
        return blocks[(int)(index >>> BITS)][(int)index & MASK];
    }

    @Override
    boolean addPlain(final long index, final DataCell cell) {
        if (cell instanceof DoubleCell d) {
            final double value = d.getDoubleValue();
            put(index, value);
            domain().update(value);
            return true;
        }
        return false;
    }

    @Override
    void addPlain(final long index, final Slot slot) {
        final double value = ((DoubleSlot)slot).value;
        put(index, value);
        domain().update(value);
    }

    @Override
    void addNothing(final long index) {
        put(index, 0);
    }

    @Override
    DataCell plain(final long index) {
        return new DoubleCell(value(index));
    }

    @Override
    Slot slot() {
        return new DoubleSlot();
    }

    private static final class DoubleSlot extends Slot implements DoubleReadValue, DoubleWriteValue {

        private double value;

        @Override
        public void setDoubleValue(final double newValue) {
            value = newValue;
            missing = false;
            odd = null;
        }

        @Override
        public void setValue(final DoubleValue newValue) {
            setDoubleValue(newValue.getDoubleValue());
        }

        @Override
        public double getDoubleValue() {
            return value;
        }

        @Override
        public DataCell getDataCell() {
            return new DoubleCell(value);
        }

        @Override
        WriteValue<?> writeValue() {
            return this;
        }

        @Override
        void setFrom(final DataValue from) {
            setValue((DoubleValue)from);
        }
    }
}
