package org.modelcollapse.knime.example;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.TableWriter;

/** Writes the data set that was chosen. */
final class MixtureExampleDataNodeModel extends ParametersNodeModel<MixtureExampleDataParameters> {

    MixtureExampleDataNodeModel(final PortsConfiguration ports) {
        super(ports, MixtureExampleDataParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final MixtureExampleDataParameters settings, final PortObjectSpec[] inSpecs) {
        if (settings.m_missing > 0) {
            pushFixedSeed(settings.m_random);
        }
        return new PortObjectSpec[]{settings.m_dataSet.spec()};
    }

    @Override
    protected PortObject[] execute(final MixtureExampleDataParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final RandomStream random = RandomStream.of(settings.m_missing > 0 ? drawSeed(settings.m_random) : 0);
        try (TableWriter writer = TableWriter.of(settings.m_dataSet.spec(), exec)) {
            for (final DataCell[] row : settings.m_dataSet.rows()) {
                for (int j = 0; j < row.length; j++) {
                    if (settings.m_missing > 0 && row[j] instanceof DoubleCell && random.nextDouble() < settings.m_missing) {
                        row[j] = DataType.getMissingCell();
                    }
                }
                writer.add(row);
            }
            return new PortObject[]{writer.finish()};
        }
    }
}
