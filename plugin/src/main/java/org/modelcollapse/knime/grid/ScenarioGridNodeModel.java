package org.modelcollapse.knime.grid;

import java.util.ArrayList;
import java.util.List;

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

/** Writes the scenarios of the dialog as a table. */
final class ScenarioGridNodeModel extends ParametersNodeModel<ScenarioGridParameters> {

    ScenarioGridNodeModel(final PortsConfiguration ports) {
        super(ports, ScenarioGridParameters.class);
    }

    private static DataTableSpec spec(final NamedScenarios scenarios) {
        final List<String> names = new ArrayList<>(List.of("Scenario"));
        final List<DataType> types = new ArrayList<>(List.of(StringCell.TYPE));
        for (final String setting : scenarios.settings()) {
            names.add(setting);
            types.add(scenarios.isNumeric(setting) ? DoubleCell.TYPE : StringCell.TYPE);
        }
        return new DataTableSpec(names.toArray(String[]::new), types.toArray(DataType[]::new));
    }

    @Override
    protected PortObjectSpec[] configure(final ScenarioGridParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        return new PortObjectSpec[]{spec(settings.scenarios())};
    }

    @Override
    protected PortObject[] execute(final ScenarioGridParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final NamedScenarios scenarios = settings.scenarios();
        final DataTableSpec spec = spec(scenarios);
        try (TableWriter writer = TableWriter.of(spec, exec)) {
            for (final NamedScenarios.Row row : scenarios.scenarios()) {
                final DataCell[] cells = new DataCell[spec.getNumColumns()];
                cells[0] = new StringCell(row.name());
                for (int i = 1; i < cells.length; i++) {
                    cells[i] = cell(row.values().get(scenarios.settings().get(i - 1)),
                        spec.getColumnSpec(i).getType().equals(DoubleCell.TYPE));
                }
                writer.add(cells);
            }
            return new PortObject[]{writer.finish()};
        }
    }

    /** A missing cell leaves the setting as the experiment has it. */
    private static DataCell cell(final String text, final boolean isNumeric) {
        if (text == null) {
            return DataType.getMissingCell();
        }
        return isNumeric ? new DoubleCell(Double.parseDouble(text)) : new StringCell(text);
    }
}
