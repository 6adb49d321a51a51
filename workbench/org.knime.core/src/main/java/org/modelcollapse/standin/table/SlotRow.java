package org.modelcollapse.standin.table;

import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.WriteValue;

/** A row that is filled again and again. */
final class SlotRow implements RowBuffer {

    private final Column[] columns;

    private final Slot[] slots;

    private RowKeyValue key;

    SlotRow(final Column[] columns) {
        this.columns = columns;
        slots = Stream.of(columns).map(Column::slot).toArray(Slot[]::new);
    }

    boolean isFor(final Column[] others) {
        return others == columns;
    }

    void addTo(final Column[] target) {
        for (int i = 0; i < slots.length; i++) {
            target[i].add(slots[i]);
        }
    }

    @Override
    public int getNumColumns() {
        return slots.length;
    }

    @Override
    public RowKeyValue getRowKey() {
        if (key == null) {
            throw new IllegalStateException("The row has no key yet");
        }
        return key;
    }

    @Override
    public void setRowKey(final String rowKey) {
        key = new RowKey(rowKey);
    }

    @Override
    public void setRowKey(final RowKeyValue rowKey) {
        key = rowKey.materializeRowKey();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends DataValue> D getValue(final int index) {
        return (D)slots[index];
    }

    @Override
    public boolean isMissing(final int index) {
        return slots[index].missing || slots[index].odd != null && slots[index].odd.isMissing();
    }

    @Override
    public DataCell getAsDataCell(final int index) {
        if (slots[index].odd != null) {
            return slots[index].odd;
        }
        return isMissing(index) ? DataType.getMissingCell() : slots[index].getDataCell();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <W extends WriteValue<?>> W getWriteValue(final int index) {
        return (W)slots[index].writeValue();
    }

    @Override
    public void setMissing(final int index) {
        slots[index].setMissing();
    }

    @Override
    public void setFrom(final RowRead values) {
        for (int i = 0; i < slots.length; i++) {
            if (values.isMissing(i)) {
                slots[i].setMissing();
            } else {
                slots[i].setFrom(values.getValue(i));
            }
        }
        setRowKey(values.getRowKey());
    }
}
