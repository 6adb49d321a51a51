package org.modelcollapse.knime.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.TableWriter;

/** Combines the values of all lines, the first line varying slowest. */
final class ScenarioGridNodeModel extends ParametersNodeModel<ScenarioGridParameters> {

    ScenarioGridNodeModel(final PortsConfiguration ports) {
        super(ports, ScenarioGridParameters.class);
    }

    /** @return for each scenario the text of every setting */
    private static List<List<String>> combinations(final ScenarioGridParameters settings)
        throws InvalidSettingsException {
        List<List<String>> combinations = List.of(List.of());
        for (final GridLine line : settings.m_lines) {
            final List<List<String>> longer = new ArrayList<>();
            for (final List<String> combination : combinations) {
                for (final List<String> value : line.values()) {
                    final List<String> next = new ArrayList<>(combination);
                    next.addAll(value);
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static boolean isNumber(final String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static DataTableSpec spec(final List<String> settings, final List<List<String>> combinations) {
        final List<String> names = new ArrayList<>(List.of("Scenario"));
        final List<DataType> types = new ArrayList<>(List.of(StringCell.TYPE));
        for (int i = 0; i < settings.size(); i++) {
            final int column = i;
            names.add(settings.get(i));
            types.add(combinations.stream().allMatch(c -> isNumber(c.get(column))) ? DoubleCell.TYPE : StringCell.TYPE);
        }
        return new DataTableSpec(names.toArray(String[]::new), types.toArray(DataType[]::new));
    }

    @Override
    protected PortObjectSpec[] configure(final ScenarioGridParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        return new PortObjectSpec[]{spec(settings.settings(), combinations(settings))};
    }

    @Override
    protected PortObject[] execute(final ScenarioGridParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final List<String> names = settings.settings();
        final List<List<String>> combinations = combinations(settings);
        final DataTableSpec spec = spec(names, combinations);
        try (TableWriter writer = TableWriter.of(spec, exec)) {
            for (final List<String> values : combinations) {
                final List<DataCell> cells = new ArrayList<>();
                cells.add(new StringCell(String.join(", ",
                    IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + " " + values.get(i)).toList())));
                for (int i = 0; i < values.size(); i++) {
                    cells.add(spec.getColumnSpec(i + 1).getType().equals(DoubleCell.TYPE)
                        ? new DoubleCell(Double.parseDouble(values.get(i))) : new StringCell(values.get(i)));
                }
                writer.add(cells.toArray(DataCell[]::new));
            }
            return new PortObject[]{writer.finish()};
        }
    }
}
