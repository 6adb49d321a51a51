package org.modelcollapse.knime.grid;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;

/** The settings of "Scenario Grid". */
final class ScenarioGridParameters implements NodeParameters {

    @Widget(title = "Grid", description = """
            The settings to vary, a line each, with their values; every combination becomes a scenario. The default varies
            the number of rows and the share of original points.
            """)
    @ArrayWidget(elementTitle = "Line", addButtonText = "Add line")
    GridLine[] m_lines = {new GridLine("rows", "100, 1000, 10000"),
        new GridLine("ratioOriginal / ratioFitted", "0 / 1, 0.001 / 0.999, 0.01 / 0.99, 0.1 / 0.9")};

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_lines.length == 0) {
            throw new InvalidSettingsException("The grid has no line. Add one with a setting and its values.");
        }
        final Set<String> seen = new HashSet<>();
        for (final String setting : settings()) {
            if (setting.isEmpty()) {
                throw new InvalidSettingsException("A line of the grid names no setting. Give one, for instance rows.");
            }
            if (!seen.add(setting)) {
                throw new InvalidSettingsException("The setting \"" + setting + "\" is in the grid twice.");
            }
        }
        for (final GridLine line : m_lines) {
            line.values();
        }
    }

    /** @return the names of all settings that vary */
    List<String> settings() {
        return Arrays.stream(m_lines).flatMap(line -> line.settings().stream()).toList();
    }
}
