package org.knime.core.data.container.filter;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.DataTableSpec;

/** The columns and rows of a table that will be read. */
public final class TableFilter {

    private final Set<Integer> columns;

    private final Long from;

    private final Long to;

    private TableFilter(final Set<Integer> columns, final Long from, final Long to) {
        this.columns = columns;
        this.from = from;
        this.to = to;
    }

    public static TableFilter materializeCols(final int... indices) {
        return new Builder().withMaterializeColumnIndices(indices).build();
    }

    public Optional<Set<Integer>> getMaterializeColumnIndices() {
        return Optional.ofNullable(columns);
    }

    public Optional<Long> getFromRowIndex() {
        return Optional.ofNullable(from);
    }

    public Optional<Long> getToRowIndex() {
        return Optional.ofNullable(to);
    }

    public void validate(final DataTableSpec spec, final long size) {
        if (to != null && to >= size) {
            throw new IndexOutOfBoundsException("Row index must be smaller than " + size);
        }
        if (columns != null) {
            spec.verifyIndices(columns.stream().mapToInt(i -> i).toArray());
        }
    }

    /** Collects what will be read. */
    public static final class Builder {

        private Set<Integer> columns;

        private Long from;

        private Long to;

        public Builder() {
            // everything
        }

        public Builder withMaterializeColumnIndices(final int... indices) {
            columns = new LinkedHashSet<>();
            for (final int index : indices) {
                if (!columns.add(index)) {
                    throw new IllegalArgumentException("Duplicate index: " + index);
                }
            }
            return this;
        }

        public TableFilter build() {
            return new TableFilter(columns, from, to);
        }
    }
}
