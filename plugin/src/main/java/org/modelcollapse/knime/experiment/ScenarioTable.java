package org.modelcollapse.knime.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
 * Scenarios as a table: a row a scenario, a column a setting. A column is matched with the setting of its name, whatever
 * its case, spaces and signs; the column Scenario names the scenario; a missing cell leaves the dialog's value.
 */
final class ScenarioTable {

    private static final String NAME = "scenario";

    /** Settings of the whole experiment, which cannot differ between its scenarios. */
    private static final Set<String> COMMON = Set.of("replicates", "usefixedseed", "seed", "threads", "checkpoint");

    private final RecursiveCollapseExperimentParameters defaults;

    /** For each column the path of its setting; null for the name. */
    private final List<List<String>> paths = new ArrayList<>();

    private ScenarioTable(final RecursiveCollapseExperimentParameters defaults) {
        this.defaults = defaults;
    }

    /**
     * Finds the setting of each column.
     *
     * @param spec of the table
     * @param defaults the dialog's settings
     * @return how to read the table
     * @throws InvalidSettingsException if a column is no setting, or one of the whole experiment
     */
    static ScenarioTable of(final DataTableSpec spec, final RecursiveCollapseExperimentParameters defaults)
        throws InvalidSettingsException {
        final var table = new ScenarioTable(defaults);
        final Map<String, List<String>> settings = new LinkedHashMap<>();
        collect(save(defaults), List.of(), settings);
        for (final String column : spec.getColumnNames()) {
            final String key = normalize(column);
            if (!key.equals(NAME) && (!settings.containsKey(key) || COMMON.contains(key))) {
                final Set<String> possible = new TreeSet<>();
                settings.values().stream().map(path -> path.get(path.size() - 1))
                    .filter(name -> !COMMON.contains(normalize(name))).forEach(possible::add);
                throw new InvalidSettingsException("Column \"" + column + "\" of the scenario table "
                    + (COMMON.contains(key) ? "is a setting of the whole experiment: set it in the dialog."
                        : "is no setting. Possible are Scenario (a name) and " + possible + "."));
            }
            table.paths.add(settings.get(key));
        }
        return table;
    }

    /**
     * Reads the scenarios.
     *
     * @param rows the table
     * @return the settings of each scenario by its name, in the order of the rows
     * @throws InvalidSettingsException if there is none, two have the same name, or a value does not suit; the message
     *             names row and column
     */
    Map<String, RecursiveCollapseExperimentParameters> read(final BufferedDataTable rows)
        throws InvalidSettingsException {
        final Map<String, RecursiveCollapseExperimentParameters> scenarios = new LinkedHashMap<>();
        final String[] columns = rows.getDataTableSpec().getColumnNames();
        try (CloseableRowIterator iterator = rows.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final NodeSettings settings = save(defaults);
                String name = null;
                final List<String> values = new ArrayList<>();
                for (int c = 0; c < columns.length; c++) {
                    final DataCell cell = row.getCell(c);
                    if (cell.isMissing()) {
                        continue;
                    }
                    if (paths.get(c) == null) {
                        name = cell.toString();
                    } else {
                        set(settings, paths.get(c), cell, row, columns[c]);
                        values.add(columns[c] + " " + cell);
                    }
                }
                final String unique = name != null ? name
                    : values.isEmpty() ? row.getKey().getString() : String.join(", ", values);
                if (scenarios.put(unique, load(settings, row)) != null) {
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

    private static NodeSettings save(final RecursiveCollapseExperimentParameters parameters) {
        final var settings = new NodeSettings("scenario");
        NodeParametersUtil.saveSettings(RecursiveCollapseExperimentParameters.class, parameters, settings);
        return settings;
    }

    private static RecursiveCollapseExperimentParameters load(final NodeSettings settings, final DataRow row)
        throws InvalidSettingsException {
        try {
            final var parameters =
                NodeParametersUtil.loadSettings(settings, RecursiveCollapseExperimentParameters.class);
            parameters.validate();
            return parameters;
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException("Row \"" + row.getKey() + "\" of the scenario table: " + e.getMessage(),
                e);
        }
    }

    private static void collect(final NodeSettings settings, final List<String> path,
        final Map<String, List<String>> found) throws InvalidSettingsException {
        for (final String key : settings.keySet()) {
            final List<String> here = new ArrayList<>(path);
            here.add(key);
            if (isGroup(settings, key)) {
                collect(settings.getNodeSettings(key), here, found);
            } else {
                found.put(normalize(key), here);
            }
        }
    }

    private static boolean isGroup(final NodeSettings settings, final String key) {
        try {
            settings.getNodeSettings(key);
            return true;
        } catch (InvalidSettingsException e) {
            return false;
        }
    }

    private static String normalize(final String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static void set(final NodeSettings root, final List<String> path, final DataCell cell, final DataRow row,
        final String column) throws InvalidSettingsException {
        NodeSettings group = root;
        for (final String key : path.subList(0, path.size() - 1)) {
            group = group.getNodeSettings(key);
        }
        final String key = path.get(path.size() - 1);
        final String where = "Row \"" + row.getKey() + "\", column \"" + column + "\" of the scenario table: ";
        if (isDouble(group, key)) {
            group.addDouble(key, number(cell, where));
        } else if (isInt(group, key)) {
            final double value = number(cell, where);
            if (value != (int)value) {
                throw new InvalidSettingsException(where + "give a whole number, not " + cell + ".");
            }
            group.addInt(key, (int)value);
        } else if (isBoolean(group, key)) {
            group.addBoolean(key, cell.toString().equals("true") || cell.toString().equals("1"));
        } else {
            group.addString(key, cell.toString());
        }
    }

    private static double number(final DataCell cell, final String where) throws InvalidSettingsException {
        if (cell instanceof DoubleValue value) {
            return value.getDoubleValue();
        }
        throw new InvalidSettingsException(where + "give a number, not the text \"" + cell + "\".");
    }

    private static boolean isDouble(final NodeSettings settings, final String key) {
        try {
            settings.getDouble(key);
            return true;
        } catch (InvalidSettingsException e) {
            return false;
        }
    }

    private static boolean isInt(final NodeSettings settings, final String key) {
        try {
            settings.getInt(key);
            return true;
        } catch (InvalidSettingsException e) {
            return false;
        }
    }

    private static boolean isBoolean(final NodeSettings settings, final String key) {
        try {
            settings.getBoolean(key);
            return true;
        } catch (InvalidSettingsException e) {
            return false;
        }
    }
}
