package org.modelcollapse.knime.assign;

import java.util.OptionalInt;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.MixtureTable;

/** Appends what the mixture says of each row. */
final class GmmAssignerNodeModel extends ParametersNodeModel<GmmAssignerParameters> {

    GmmAssignerNodeModel(final PortsConfiguration ports) {
        super(ports, GmmAssignerParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final GmmAssignerParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        final var rows = (DataTableSpec)inSpecs[0];
        final MixtureTable mixture = MixtureTable.of((DataTableSpec)inSpecs[1]);
        settings.columns(rows, mixture);
        warn(settings.choice(rows, mixture));
        final OptionalInt components = components(settings, (DataTableSpec)inSpecs[1]);
        return new PortObjectSpec[]{components.isEmpty() ? null : new DataTableSpec(rows,
            new DataTableSpec(Assignment.appended(settings, components.getAsInt(), rows)))};
    }

    /** @return how many probabilities there will be, from the mixture table or else from the settings; empty if neither tells */
    private static OptionalInt components(final GmmAssignerParameters settings, final DataTableSpec mixture) {
        if (!settings.m_appendProbabilities) {
            return OptionalInt.of(0);
        }
        final OptionalInt told = MixtureTable.components(mixture);
        return told.isEmpty() && settings.m_announced > 0 ? OptionalInt.of(settings.m_announced) : told;
    }

    @Override
    protected PortObject[] execute(final GmmAssignerParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final var rows = (BufferedDataTable)inObjects[0];
        final var mixtureRows = (BufferedDataTable)inObjects[1];
        final MixtureTable mixture = MixtureTable.of(mixtureRows.getDataTableSpec());
        final DataTableSpec spec = rows.getDataTableSpec();
        final var assignment = new Assignment(mixture.read(mixtureRows),
            spec.columnsToIndices(settings.columns(spec, mixture).names().toArray(String[]::new)), settings, spec);
        warn(settings.choice(spec, mixture));
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(assignment);
        final BufferedDataTable assigned = exec.createColumnRearrangeTable(rows, rearranger, exec);
        if (assignment.warning() != null) {
            warn(assignment.warning());
        }
        return new PortObject[]{assigned};
    }
}
