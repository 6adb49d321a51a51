package org.knime.core.data;

import java.util.stream.Stream;

/** The identifier of a row. The usual "Row7" is kept as its number until its text is asked for. */
public final class RowKey implements RowKeyValue {

    private final long index;

    private String text;

    public RowKey(final String id) {
        if (id == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        index = -1;
        text = id;
    }

    private RowKey(final long index) {
        this.index = index;
    }

    /** The key "Row" followed by the index. */
    public static RowKey createRowKey(final long rowIndex) {
        return rowIndex < 0 ? new RowKey("Row" + rowIndex) : new RowKey(rowIndex);
    }

    @Override
    public String getString() {
        if (text == null) {
            text = "Row" + index;
        }
        return text;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    public static String[] toStrings(final RowKey... rowKeys) {
        return rowKeys == null ? null : Stream.of(rowKeys).map(RowKey::getString).toArray(String[]::new);
    }

    public static RowKey[] toRowKeys(final String... strings) {
        return strings == null ? null : Stream.of(strings).map(RowKey::new).toArray(RowKey[]::new);
    }

    @Override
    public boolean equals(final Object o) {
        if (o == this) {
            return true;
        }
        if (o instanceof RowKey key && index >= 0 && key.index >= 0) {
            return index == key.index;
        }
        return o instanceof RowKeyValue key && key.getString().equals(getString());
    }

    @Override
    public int hashCode() {
        return getString().hashCode();
    }

    @Override
    public String toString() {
        return getString();
    }
}
