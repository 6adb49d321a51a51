package org.modelcollapse.knime.merge;

import java.util.OptionalInt;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Merging;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.knime.node.Interruption;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.UnusableCells;

/** Reads rows and mixture, lets the engine merge its components, writes the steps and the clusters. */
final class MergeGmmComponentsNodeModel extends ParametersNodeModel<MergeGmmComponentsParameters> {

    MergeGmmComponentsNodeModel(final PortsConfiguration ports) {
        super(ports, MergeGmmComponentsParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final MergeGmmComponentsParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        final var rows = (DataTableSpec)inSpecs[0];
        final MixtureTable mixture = MixtureTable.of((DataTableSpec)inSpecs[1]);
        mixture.columns(rows, settings.m_column);
        warn(mixture.choice(rows, settings.m_column));
        final OptionalInt told = MixtureTable.components((DataTableSpec)inSpecs[1]);
        final OptionalInt components =
            told.isEmpty() && settings.m_announced > 0 ? OptionalInt.of(settings.m_announced) : told;
        if (components.isPresent()) {
            checkEnough(settings, components.getAsInt());
        }
        final boolean unknown = components.isEmpty();
        return new PortObjectSpec[]{
            unknown && settings.m_appendAll ? null
                : new DataTableSpec(rows, new DataTableSpec(announced(settings, components, rows))),
            MergingTables.STEPS, unknown ? null : MergingTables.componentsSpec(components.getAsInt())};
    }

    private static DataColumnSpec[] announced(final MergeGmmComponentsParameters settings, final OptionalInt components,
        final DataTableSpec rows) {
        return ClusterColumns.specs(settings.m_clusters > 0 ? OptionalInt.of(settings.m_clusters) : components,
            settings.m_appendAll ? components.getAsInt() : 0, rows);
    }

    private static void checkEnough(final MergeGmmComponentsParameters settings, final int components)
        throws InvalidSettingsException {
        if (settings.m_clusters > components) {
            throw new InvalidSettingsException("The mixture has " + components + " components, which cannot be merged to "
                + settings.m_clusters + " clusters. Give a smaller number of clusters, or fit more components.");
        }
    }

    @Override
    protected PortObject[] execute(final MergeGmmComponentsParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final var table = (BufferedDataTable)inObjects[0];
        final var mixtureRows = (BufferedDataTable)inObjects[1];
        final DataTableSpec spec = table.getDataTableSpec();
        final MixtureTable mixtureTable = MixtureTable.of(mixtureRows.getDataTableSpec());
        final GaussianMixture mixture = mixtureTable.read(mixtureRows);
        checkEnough(settings, mixture.components());
        final NumericColumns columns = mixtureTable.columns(spec, settings.m_column);
        warn(mixtureTable.choice(spec, settings.m_column));
        final Points points = columns.read(table, UnusableCells.SKIP, exec.createSubProgress(0.2)).points();
        final Merging merging =
            Interruption.run(exec.createSubProgress(0.4), monitor -> Merging.of(points, mixture, monitor));
        final int chosen = settings.m_clusters > 0 ? settings.m_clusters : merging.bend();
        final var clusters = new ClusterColumns(mixture, merging,
            spec.columnsToIndices(columns.names().toArray(String[]::new)), chosen, settings.m_appendAll, spec);
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(clusters);
        final BufferedDataTable labelled = exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.4));
        warn(clusters.warning());
        return new PortObject[]{labelled, MergingTables.steps(merging, exec),
            MergingTables.components(merging, chosen, exec)};
    }
}
