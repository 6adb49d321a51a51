package org.modelcollapse.knime.filter;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.TableWriter;
import org.modelcollapse.knime.table.UnusableCells;

/** Finds the two bounds by sorting, then copies the rows between them, and as many at them as are to stay. */
final class CentralFilterNodeModel extends ParametersNodeModel<CentralFilterParameters> {

    CentralFilterNodeModel(final PortsConfiguration ports) {
        super(ports, CentralFilterParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final CentralFilterParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        NumericColumns.oneOf((DataTableSpec)inSpecs[0], settings.m_column);
        warn(NumericColumns.choiceOfOne((DataTableSpec)inSpecs[0], settings.m_column));
        return new PortObjectSpec[]{inSpecs[0]};
    }

    @Override
    protected PortObject[] execute(final CentralFilterParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final var table = (BufferedDataTable)inObjects[0];
        warn(NumericColumns.choiceOfOne(table.getDataTableSpec(), settings.m_column));
        final NumericColumns column = NumericColumns.oneOf(table.getDataTableSpec(), settings.m_column);
        final var rows = column.read(table, UnusableCells.SKIP, exec.createSubProgress(0.5));
        if (rows.warning() != null) {
            warn(rows.warning());
        }
        final double[] sorted = rows.points().column(0);
        Arrays.sort(sorted);
        // 1 - 0.9 is a little less than a tenth in floating point
        final int dropped =
            Math.min((int)(sorted.length * (1 - settings.m_fraction) / 2 + 1e-9), (sorted.length - 1) / 2);
        return new PortObject[]{copy(table, table.getDataTableSpec().findColumnIndex(column.names().get(0)),
            Middle.of(sorted, dropped), exec)};
    }

    private static BufferedDataTable copy(final BufferedDataTable table, final int column, final Middle middle,
        final ExecutionContext exec) throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(table.getDataTableSpec(), exec);
                CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final DataCell cell = row.getCell(column);
                if (cell instanceof DoubleValue value && middle.takes(value.getDoubleValue())) {
                    writer.add(row);
                }
            }
            return writer.finish();
        }
    }
}
