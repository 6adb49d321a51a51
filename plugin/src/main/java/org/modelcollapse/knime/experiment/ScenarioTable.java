package org.modelcollapse.knime.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;

/**
 * Scenarios as a table: a row a scenario, a column a {@linkplain ScenarioSettings setting}. The column Scenario names
 * the scenario; a missing cell or an empty text leaves the dialog's value.
 */
final class ScenarioTable {

    private static final String NAME = "scenario";

    private final RecursiveCollapseExperimentParameters defaults;

    /** For each column the name of its setting; null for the name of the scenario. */
    private final List<String> settings = new ArrayList<>();

    private ScenarioTable(final RecursiveCollapseExperimentParameters defaults) {
        this.defaults = defaults;
    }

    /**
     * Finds the setting of each column.
     *
     * @param spec of the table
     * @param defaults the dialog's settings
     * @return how to read the table
     * @throws InvalidSettingsException if a column is no setting, or one of the whole experiment, or two are the same
     */
    static ScenarioTable of(final DataTableSpec spec, final RecursiveCollapseExperimentParameters defaults)
        throws InvalidSettingsException {
        final var table = new ScenarioTable(defaults);
        for (final String column : spec.getColumnNames()) {
            final String setting = column.strip().equalsIgnoreCase(NAME) ? null
                : ScenarioSettings.all().require("Column \"" + column + "\" of the scenario table", column,
                    "Scenario (a name) and ");
            if (table.settings.contains(setting)) {
                throw new InvalidSettingsException("The scenario table has two columns for "
                    + (setting == null ? "the name of the scenario" : "the setting \"" + setting + "\"")
                    + ", one of them is \"" + column + "\". Remove one.");
            }
            table.settings.add(setting);
        }
        return table;
    }

    /**
     * Reads the scenarios.
     *
     * @param rows the table
     * @param ownRows whether original rows are connected, whose number then is the size of a training set
     * @return the settings of each scenario by its name, in the order of the rows
     * @throws InvalidSettingsException if there is none, two have the same name, or a value does not suit; the message
     *             names row and column
     */
    Map<String, RecursiveCollapseExperimentParameters> read(final BufferedDataTable rows, final boolean ownRows)
        throws InvalidSettingsException {
        final Map<String, RecursiveCollapseExperimentParameters> scenarios = new LinkedHashMap<>();
        final String[] columns = rows.getDataTableSpec().getColumnNames();
        try (CloseableRowIterator iterator = rows.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final RecursiveCollapseExperimentParameters parameters = copy(defaults);
                String name = null;
                final List<String> values = new ArrayList<>();
                for (int c = 0; c < columns.length; c++) {
                    final DataCell cell = row.getCell(c);
                    if (cell.isMissing() || cell.toString().isBlank()) {
                        continue;
                    }
                    if (settings.get(c) == null) {
                        name = cell.toString();
                    } else {
                        ScenarioSettings.all().set(parameters,
                            "Row \"" + row.getKey() + "\", column \"" + columns[c] + "\" of the scenario table: ",
                            settings.get(c), text(cell));
                        values.add(columns[c] + " " + cell);
                    }
                }
                final String unique = name != null ? name
                    : values.isEmpty() ? row.getKey().getString() : String.join(", ", values);
                if (scenarios.put(unique, validated(parameters, row, ownRows)) != null) {
                    throw new InvalidSettingsException("Row \"" + row.getKey() + "\" of the scenario table: the scenario \""
                        + unique + "\" is there twice. Give each a name of its own in a column \"Scenario\".");
                }
            }
        }
        if (scenarios.isEmpty()) {
            throw new InvalidSettingsException("The scenario table is empty: it needs a row a scenario.");
        }
        return scenarios;
    }

    /** @return the value to its last digit, whatever a cell shows of it */
    private static String text(final DataCell cell) {
        if (cell instanceof DoubleValue number) {
            final double value = number.getDoubleValue();
            return value == (long)value ? Long.toString((long)value) : Double.toString(value);
        }
        return cell.toString().strip();
    }

    private static RecursiveCollapseExperimentParameters copy(final RecursiveCollapseExperimentParameters parameters)
        throws InvalidSettingsException {
        final var settings = new NodeSettings("scenario");
        NodeParametersUtil.saveSettings(RecursiveCollapseExperimentParameters.class, parameters, settings);
        return NodeParametersUtil.loadSettings(settings, RecursiveCollapseExperimentParameters.class);
    }

    private static RecursiveCollapseExperimentParameters
        validated(final RecursiveCollapseExperimentParameters parameters, final DataRow row, final boolean ownRows)
            throws InvalidSettingsException {
        try {
            parameters.validate();
            if (!ownRows) {
                parameters.validateRows();
            }
            return parameters;
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException("Row \"" + row.getKey() + "\" of the scenario table: " + e.getMessage(),
                e);
        }
    }
}
