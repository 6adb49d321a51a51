package org.modelcollapse.knime.distance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.knime.distance.Comparison.Distance;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.TableWriter;

/** Reads both inputs, compares them, writes one row. */
final class MixtureDistanceNodeModel extends ParametersNodeModel<MixtureDistanceParameters> {

    private static final DataTableSpec SPEC =
        new DataTableSpec(Arrays.stream(Distance.values()).map(d -> d.label).toArray(String[]::new),
            Arrays.stream(Distance.values()).map(d -> DoubleCell.TYPE).toArray(DataType[]::new));

    MixtureDistanceNodeModel(final PortsConfiguration ports) {
        super(ports, MixtureDistanceParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final MixtureDistanceParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        Side.check(settings.m_first, settings.m_firstColumn, (DataTableSpec)inSpecs[0]);
        Side.check(settings.m_second, settings.m_secondColumn, (DataTableSpec)inSpecs[1]);
        warn(Side.choice(settings.m_first, settings.m_firstColumn, (DataTableSpec)inSpecs[0], "First"));
        warn(Side.choice(settings.m_second, settings.m_secondColumn, (DataTableSpec)inSpecs[1], "Second"));
        return new PortObjectSpec[]{SPEC};
    }

    @Override
    protected PortObject[] execute(final MixtureDistanceParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        warn(Side.choice(settings.m_first, settings.m_firstColumn, (DataTableSpec)inObjects[0].getSpec(), "First"));
        warn(Side.choice(settings.m_second, settings.m_secondColumn, (DataTableSpec)inObjects[1].getSpec(), "Second"));
        final Comparison comparison =
            Comparison.of(Side.read(settings.m_first, settings.m_firstColumn, (BufferedDataTable)inObjects[0], exec),
                Side.read(settings.m_second, settings.m_secondColumn, (BufferedDataTable)inObjects[1], exec));
        final Map<Distance, Double> distances = comparison.values();
        final List<String> beyond = comparison.beyondNumbers();
        if (!beyond.isEmpty()) {
            warn("Missing, as infinite or larger than a number can be: " + String.join(", ", beyond) + ". The two "
                + "distributions are too far apart, or one is too narrow, for this measure.");
        } else if (distances.isEmpty()) {
            throw new InvalidSettingsException("There is no exact way to any distance of these two. Mixtures of several "
                + "components can be compared in one dimension only, and both inputs must have the same dimension.");
        }
        if (distances.size() + beyond.size() < Distance.values().length) {
            warn("Distances to which there is no exact way for these inputs are missing.");
        }
        try (TableWriter writer = TableWriter.of(SPEC, exec)) {
            writer.add(Arrays.stream(Distance.values()).map(distances::get)
                .map(d -> d == null ? DataType.getMissingCell() : new DoubleCell(d)).toArray(DataCell[]::new));
            return new PortObject[]{writer.finish()};
        }
    }
}
