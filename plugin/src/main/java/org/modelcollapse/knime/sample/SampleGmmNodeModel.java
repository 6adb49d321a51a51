package org.modelcollapse.knime.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.util.UniqueNameGenerator;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.SampleStream;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.picture.PicturePort;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.TableWriter;
import org.modelcollapse.picture.MixturePicture;
import org.modelcollapse.view.RowsSummary;
import org.modelcollapse.view.SampleSummary;

/** Draws the rows in chunks, so that memory does not grow with their number. */
final class SampleGmmNodeModel extends ParametersNodeModel<SampleGmmParameters> {

    private static final int CHUNK = 8192;

    private final boolean hasMixtureTable;

    private final PicturePort picture;

    SampleGmmNodeModel(final PortsConfiguration ports) {
        super(ports, SampleGmmParameters.class, SampleGmmViewParameters.class);
        hasMixtureTable = ports.getInputPorts().length > 0;
        picture = PicturePort.of(ports);
    }

    @Override
    protected void validate(final SampleGmmParameters settings) throws InvalidSettingsException {
        super.validate(settings);
        if (!hasMixtureTable) {
            settings.columnName();
        }
    }

    @Override
    protected PortObjectSpec[] configure(final SampleGmmParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        if (!hasMixtureTable) {
            settings.mixture();
        }
        final List<String> variables = variables(settings,
            hasMixtureTable ? MixtureTable.of((DataTableSpec)inSpecs[0]) : null);
        pushFixedSeed(settings.m_random);
        final OptionalInt components = hasMixtureTable ? MixtureTable.components((DataTableSpec)inSpecs[0])
            : OptionalInt.of(settings.m_components.length);
        return picture.specs(sampleSpec(settings, variables), components.isEmpty() ? MixtureTable.spec(variables)
            : MixtureTable.spec(variables, components.getAsInt()));
    }

    private static List<String> variables(final SampleGmmParameters settings, final MixtureTable table)
        throws InvalidSettingsException {
        return table == null || table.isOfOneColumn() ? List.of(settings.columnName()) : table.variables("");
    }

    private static DataTableSpec sampleSpec(final SampleGmmParameters settings, final List<String> variables) {
        final List<String> names = new ArrayList<>(variables);
        final List<DataType> types = new ArrayList<>(variables.stream().map(v -> DoubleCell.TYPE).toList());
        if (settings.m_appendComponent) {
            names.add(new UniqueNameGenerator(Set.copyOf(variables)).newName("Component"));
            types.add(IntCell.TYPE);
        }
        return new DataTableSpec(names.toArray(String[]::new), types.toArray(DataType[]::new));
    }

    @Override
    protected PortObject[] execute(final SampleGmmParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final GaussianMixture mixture;
        final List<String> variables;
        if (hasMixtureTable) {
            final var table = (BufferedDataTable)inObjects[0];
            final MixtureTable columns = MixtureTable.of(table.getDataTableSpec());
            mixture = columns.read(table);
            variables = variables(settings, columns);
        } else {
            mixture = settings.mixture();
            variables = variables(settings, null);
        }
        final RandomStream random = RandomStream.of(drawSeed(settings.m_random));
        final RowsSummary.Collector seen = RowsSummary.Collector.of(mixture);
        final BufferedDataTable sample =
            draw(MixtureSampler.of(mixture).stream(settings.m_rows, MixtureSampler.Order.SHUFFLED, random), settings,
                variables, seen, exec);
        final SampleSummary summary = new SampleSummary(variables, seen.finish(), mixture);
        setViewData(summary::toJson);
        return picture.objects(
            () -> MixturePicture.of("Rows and true density", variables, summary.rows(), mixture, PicturePort.NAME),
            this::warn, sample, MixtureTable.write(mixture, variables, exec));
    }

    private static BufferedDataTable draw(final SampleStream stream, final SampleGmmParameters settings,
        final List<String> variables, final RowsSummary.Collector seen, final ExecutionContext exec)
        throws CanceledExecutionException {
        final int d = variables.size();
        final double[][] columns = new double[d][CHUNK];
        final int[] components = new int[CHUNK];
        final DataCell[] cells = new DataCell[settings.m_appendComponent ? d + 1 : d];
        try (TableWriter writer = TableWriter.of(sampleSpec(settings, variables), exec)) {
            while (stream.remaining() > 0) {
                final long done = settings.m_rows - stream.remaining();
                exec.setProgress((double)done / settings.m_rows, () -> "Row " + done + " of " + settings.m_rows);
                final int n = (int)Math.min(CHUNK, stream.remaining());
                stream.next(columns, components, 0, n);
                seen.add(columns, n);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < d; j++) {
                        cells[j] = new DoubleCell(columns[j][i]);
                    }
                    if (settings.m_appendComponent) {
                        cells[d] = new IntCell(components[i] + 1);
                    }
                    writer.add(cells.clone());
                }
            }
            return writer.finish();
        }
    }
}
