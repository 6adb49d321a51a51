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

    public static TableFilter materializeCols(final DataTableSpec spec, final String... columnNames) {
        return materializeCols(spec.columnsToIndices(columnNames));
    }

    /** @param index the last row, inclusive */
    public static TableFilter filterRowsToIndex(final long index) {
        return new Builder().withToRowIndex(index).build();
    }

    /** @param toIndex the last row, inclusive */
    public static TableFilter filterRangeOfRows(final long fromIndex, final long toIndex) {
        return new Builder().withFromRowIndex(fromIndex).withToRowIndex(toIndex).build();
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

        public Builder withFromRowIndex(final long index) {
            from = index;
            return checked(index);
        }

        public Builder withToRowIndex(final long index) {
            to = index;
            return checked(index);
        }

        private Builder checked(final long index) {
            if (index < 0) {
                throw new IndexOutOfBoundsException("Row index must be at least 0.");
            }
            if (from != null && to != null && from > to) {
                throw new IllegalArgumentException(
                    "Row index to filter from cannot be higher than row index to filter to.");
            }
            return this;
        }

        public TableFilter build() {
            return new TableFilter(columns, from, to);
        }
    }
}
