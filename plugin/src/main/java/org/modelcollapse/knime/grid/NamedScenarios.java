package org.modelcollapse.knime.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.knime.core.node.InvalidSettingsException;
import org.modelcollapse.knime.experiment.ScenarioSettings;

/**
 * Scenarios as the dialog has them, checked. Immutable.
 *
 * @param settings the names of the settings that vary
 * @param scenarios in their order
 */
record NamedScenarios(List<String> settings, List<Row> scenarios) {

    /** More are a mistake: no experiment could run them all. */
    private static final long MOST = 100_000;

    /**
     * One scenario.
     *
     * @param name unique
     * @param values by the name of the setting; a setting that is not there stays as the experiment has it
     */
    record Row(String name, Map<String, String> values) {
    }

    /**
     * @param settings names
     * @param values a text each
     * @return what people call the scenario if they give it no name
     */
    static String name(final List<String> settings, final List<String> values) {
        return IntStream.range(0, settings.size()).mapToObj(i -> settings.get(i) + " " + values.get(i))
            .collect(Collectors.joining(", "));
    }

    /**
     * All combinations, the first line varying slowest.
     *
     * @param lines each a setting, or several that go together, with the values
     * @return the scenarios
     * @throws InvalidSettingsException if there is no line, a setting is not known or there twice, a value does not suit
     *             it, or there are too many combinations
     */
    static NamedScenarios combinations(final GridLine[] lines) throws InvalidSettingsException {
        if (lines.length == 0) {
            throw new InvalidSettingsException("The grid has no line. Add one with a setting and its values.");
        }
        final Set<String> settings = new LinkedHashSet<>();
        List<Row> rows = List.of(new Row("", Map.of()));
        for (final GridLine line : lines) {
            final List<String> keys = new ArrayList<>();
            for (final String setting : line.settings()) {
                if (setting.isEmpty()) {
                    throw new InvalidSettingsException(
                        "A line of the grid names no setting. Give one, for instance rows.");
                }
                final String key = ScenarioSettings.all().require("\"" + setting + "\" in the grid", setting, "");
                if (!settings.add(key)) {
                    throw new InvalidSettingsException("The setting \"" + key + "\" is in the grid twice.");
                }
                keys.add(key);
            }
            rows = combine(rows, keys, line.values());
        }
        return of(settings, rows);
    }

    private static List<Row> combine(final List<Row> rows, final List<String> keys, final List<GridLine.Value> values)
        throws InvalidSettingsException {
        if ((long)rows.size() * values.size() > MOST) {
            throw new InvalidSettingsException("The grid makes more than " + MOST + " scenarios. Vary fewer settings.");
        }
        for (final GridLine.Value value : values) {
            for (int i = 0; i < keys.size(); i++) {
                requireValue(keys.get(i), value.parts().get(i), "Grid, setting \"" + keys.get(i) + "\": ");
            }
        }
        final List<Row> longer = new ArrayList<>();
        for (final Row row : rows) {
            for (final GridLine.Value value : values) {
                final Map<String, String> all = new HashMap<>(row.values());
                IntStream.range(0, keys.size()).forEach(i -> all.put(keys.get(i), value.parts().get(i)));
                longer.add(new Row(row.name().isEmpty() ? value.name() : row.name() + ", " + value.name(), all));
            }
        }
        return longer;
    }

    /**
     * Scenarios one by one.
     *
     * @param listed in the dialog
     * @return the scenarios
     * @throws InvalidSettingsException if there is none, one has no name or that of another, a setting is not known, or a
     *             value does not suit it; the message says which scenario
     */
    static NamedScenarios list(final ListedScenario[] listed) throws InvalidSettingsException {
        if (listed.length == 0) {
            throw new InvalidSettingsException("The list has no scenario. Add one, and give it a name.");
        }
        final List<Row> rows = new ArrayList<>();
        for (int i = 0; i < listed.length; i++) {
            final String name = listed[i].m_name.strip();
            if (name.isEmpty()) {
                throw new InvalidSettingsException("Scenario " + (i + 1) + " has no name. Give it one.");
            }
            final String where = "Scenario " + (i + 1) + ", \"" + name + "\": ";
            final Map<String, String> values = listed[i].values(where);
            for (final var value : values.entrySet()) {
                requireValue(value.getKey(), value.getValue(), where + value.getKey() + ": ");
            }
            rows.add(new Row(name, values));
        }
        // columns in the order of the experiment's dialog
        final Set<String> settings = new LinkedHashSet<>(ScenarioSettings.all().names());
        settings.retainAll(rows.stream().flatMap(row -> row.values().keySet().stream()).toList());
        return of(settings, rows);
    }

    private static void requireValue(final String setting, final String text, final String where)
        throws InvalidSettingsException {
        ScenarioSettings.all().requireValue(where, setting, text);
    }

    private static NamedScenarios of(final Set<String> settings, final List<Row> rows)
        throws InvalidSettingsException {
        final Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            final Integer other = first.putIfAbsent(rows.get(i).name(), i);
            if (other != null) {
                throw new InvalidSettingsException("Scenarios " + (other + 1) + " and " + (i + 1)
                    + " have the same name, \"" + rows.get(i).name() + "\". Each needs one of its own.");
            }
        }
        return new NamedScenarios(List.copyOf(settings), List.copyOf(rows));
    }

    /** @return whether all values of a setting are numbers */
    boolean isNumeric(final String setting) {
        return scenarios.stream().map(row -> row.values().get(setting)).allMatch(v -> v == null || isNumber(v));
    }

    private static boolean isNumber(final String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
