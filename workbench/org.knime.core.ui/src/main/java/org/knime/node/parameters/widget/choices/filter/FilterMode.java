package org.knime.node.parameters.widget.choices.filter;

/** How columns are chosen. The names are in the settings. */
enum FilterMode {
    MANUAL, REGEX, WILDCARD, TYPE
}
