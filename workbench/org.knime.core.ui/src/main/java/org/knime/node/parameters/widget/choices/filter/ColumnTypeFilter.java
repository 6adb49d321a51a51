package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.persistence.Persistable;

/** Columns of some types, which are named by the class of their preferred values. */
final class ColumnTypeFilter implements Persistable {

    String[] m_selectedTypes = {};

    Predicate<DataColumnSpec> toPredicate() {
        final List<String> types = List.of(m_selectedTypes);
        return column -> types.contains(column.getType().getPreferredValueClass().getName());
    }
}
