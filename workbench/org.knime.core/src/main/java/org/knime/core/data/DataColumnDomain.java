package org.knime.core.data;

import java.util.Objects;
import java.util.Set;

/** What is known of the values in a column: bounds and the distinct values, each perhaps unknown (null). */
public final class DataColumnDomain {

    private static final String LOWER = "lower_bound";

    private static final String UPPER = "upper_bound";

    private static final String VALUES = "possible_values";

    private final DataCell lower;

    private final DataCell upper;

    private final Set<DataCell> values;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<DataCell> values) {
        this.lower = lower;
        this.upper = upper;
        this.values = values;
    }

    public Set<DataCell> getValues() {
        return values;
    }

    public boolean hasValues() {
        return values != null;
    }

    public DataCell getLowerBound() {
        return lower;
    }

    public boolean hasLowerBound() {
        return lower != null;
    }

    public DataCell getUpperBound() {
        return upper;
    }

    public boolean hasUpperBound() {
        return upper != null;
    }

    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o instanceof DataColumnDomain other && Objects.equals(lower, other.lower)
            && Objects.equals(upper, other.upper) && Objects.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lower, upper, values);
    }

    @Override
    public String toString() {
        return "lower=" + lower + ",upper=" + upper + ",values=" + values;
    }
}
