package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/** Names chosen and names not chosen. */
final class ManualFilter implements Persistable {

    String[] m_manuallySelected = {};

    String[] m_manuallyDeselected = {};

    boolean m_includeUnknownColumns;

    Predicate<String> toPredicate() {
        if (m_includeUnknownColumns) {
            final List<String> left = List.of(m_manuallyDeselected);
            return name -> !left.contains(name);
        }
        return List.of(m_manuallySelected)::contains;
    }
}
