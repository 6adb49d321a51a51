package org.modelcollapse.standin.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.RowKey;
import org.knime.core.data.RowKeyValue;
import org.knime.core.util.DuplicateKeyException;

/** The row keys of a table; the usual Row0, Row1, ... take no space. */
final class KeyColumn {

    private final boolean checked;

    private long size;

    private List<String> keys;

    private Set<String> seen;

    /** @param checked whether a key that occurs twice is an error */
    KeyColumn(final boolean checked) {
        this.checked = checked;
    }

    void add(final RowKeyValue key) {
        if (keys == null) {
            if (RowKey.createRowKey(size).equals(key)) {
                size++;
                return;
            }
            spell();
        }
        final String text = key.getString();
        if (checked && !seen.add(text)) {
            throw new DuplicateKeyException(text);
        }
        keys.add(text);
        size++;
    }

    private void spell() {
        keys = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            keys.add("Row" + i);
        }
        if (checked) {
            seen = new HashSet<>(keys);
        }
    }

    /** No more keys will be added. */
    void close() {
        seen = null;
    }

    RowKey get(final long index) {
        return keys == null ? RowKey.createRowKey(index) : new RowKey(keys.get((int)index));
    }
}
