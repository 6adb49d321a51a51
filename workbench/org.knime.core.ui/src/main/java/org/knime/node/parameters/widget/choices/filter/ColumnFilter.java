package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.persistence.Persistable;

/** A choice of columns: by hand, by a pattern of their names, or by their types. */
public final class ColumnFilter implements Persistable {

    // the fields' names and order are the keys and order in the settings

    FilterMode m_mode = FilterMode.MANUAL;

    PatternFilter m_patternFilter = new PatternFilter();

    ManualFilter m_manualFilter = new ManualFilter();

    ColumnTypeFilter m_typeFilter = new ColumnTypeFilter();

    /** No column. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /** @param selected the names of columns */
    public ColumnFilter(final String[] selected) {
        m_manualFilter.m_manuallySelected = Objects.requireNonNull(selected);
    }

    /** @param selectedColumns the columns */
    public ColumnFilter(final List<DataColumnSpec> selectedColumns) {
        this(names(selectedColumns));
    }

    /** @return this filter, which from now on takes columns that were not there when the user chose */
    public ColumnFilter withIncludeUnknownColumns() {
        m_manualFilter.m_includeUnknownColumns = true;
        return this;
    }

    /**
     * @param choices the columns that there are
     * @return the names of those chosen, in the order of the choices
     */
    public String[] filter(final List<DataColumnSpec> choices) {
        return names(choices.stream().filter(getFilterPredicate()).toList());
    }

    /**
     * @param choices the columns that there are
     * @return the names of columns chosen by hand that are not among them; none if unknown columns are included
     */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        final List<String> there = List.of(names(choices));
        return m_mode == FilterMode.MANUAL && !m_manualFilter.m_includeUnknownColumns
            ? Arrays.stream(m_manualFilter.m_manuallySelected).filter(name -> !there.contains(name))
                .toArray(String[]::new)
            : new String[0];
    }

    /** @return which columns are chosen */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> byName(m_manualFilter.toPredicate());
            case REGEX -> byName(m_patternFilter.toRegexPredicate());
            case WILDCARD -> byName(m_patternFilter.toWildcardPredicate());
            case TYPE -> m_typeFilter.toPredicate();
        };
    }

    private static Predicate<DataColumnSpec> byName(final Predicate<String> predicate) {
        return column -> predicate.test(column.getName());
    }

    private static String[] names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
