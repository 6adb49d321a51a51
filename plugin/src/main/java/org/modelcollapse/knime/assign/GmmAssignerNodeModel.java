package org.modelcollapse.knime.assign;

import java.util.OptionalInt;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.MixtureTable;

/** Appends what the mixture says of each row. */
final class GmmAssignerNodeModel extends ParametersNodeModel<GmmAssignerParameters> {

    /** The stream of the draws that densities are compared with. */
    private static final long DENSITIES = 0;

    /** The stream of the values that are filled in. */
    private static final long FILLING = 1;

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
        if (settings.draws()) {
            pushFixedSeed(settings.m_random);
        }
        final OptionalInt components = components(settings, (DataTableSpec)inSpecs[1]);
        if (settings.m_appendProbabilities && components.isEmpty()) {
            return new PortObjectSpec[]{null};
        }
        final var rearranger = new ColumnRearranger(rows);
        if (settings.m_unknown.fills()) {
            final int[] columns = places(settings, rows, mixture);
            rearranger.replace(new SpecsOnly(Filling.replaced(columns, rows)), columns);
        }
        rearranger.append(new SpecsOnly(Assignment.appended(settings, components, rows)));
        return new PortObjectSpec[]{rearranger.createSpec()};
    }

    /** What will be computed, before there is anything to compute from. */
    private static final class SpecsOnly extends AbstractCellFactory {

        SpecsOnly(final DataColumnSpec... specs) {
            super(specs);
        }
    }

    private static int[] places(final GmmAssignerParameters settings, final DataTableSpec rows,
        final MixtureTable mixture) throws InvalidSettingsException {
        return rows.columnsToIndices(settings.columns(rows, mixture).names().toArray(String[]::new));
    }

    /** @return how many there are, from the mixture table or else from the settings; empty if neither tells */
    private static OptionalInt components(final GmmAssignerParameters settings, final DataTableSpec mixture) {
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
        final int[] columns = places(settings, spec, mixture);
        final GaussianMixture described = mixture.read(mixtureRows);
        final RandomStream random = RandomStream.of(settings.draws() ? drawSeed(settings.m_random) : 0);
        final var known = new KnownColumns(described, columns, settings, random.split(DENSITIES));
        final var assignment = new Assignment(known, described.components(), settings, spec);
        warn(settings.choice(spec, mixture));
        final var rearranger = new ColumnRearranger(spec);
        if (settings.m_unknown.fills()) {
            rearranger.replace(new Filling(known, columns, settings.m_unknown, random.split(FILLING), spec), columns);
        }
        rearranger.append(assignment);
        final BufferedDataTable assigned = exec.createColumnRearrangeTable(rows, rearranger, exec);
        warn(assignment.warning());
        return new PortObject[]{assigned};
    }
}
