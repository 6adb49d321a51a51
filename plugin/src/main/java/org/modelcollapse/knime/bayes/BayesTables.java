package org.modelcollapse.knime.bayes;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.gmm.BayesFit;
import org.modelcollapse.knime.table.NumericColumns.Rows;
import org.modelcollapse.knime.table.TableWriter;

/** What a Bayesian fit says beside the mixture, as tables. */
final class BayesTables {

    static final DataTableSpec COMPONENTS = new DataTableSpec(
        new String[]{"Component", "Lives", "Expected rows", "Weight", "Concentration", "Concentration of the rest",
            "Precision of the mean", "Degrees of freedom"},
        new DataType[]{IntCell.TYPE, BooleanCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE,
            DoubleCell.TYPE, DoubleCell.TYPE});

    static final DataTableSpec REPORT = new DataTableSpec(
        new String[]{"Components", "Living", "Lower bound", "Iterations", "Converged", "Rows used", "Rows skipped"},
        new DataType[]{IntCell.TYPE, IntCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, BooleanCell.TYPE, LongCell.TYPE,
            LongCell.TYPE});

    private BayesTables() {
    }

    /**
     * @param fit all components in the order of the mixture table
     * @param leftOut whether those that died are not in the mixture table
     */
    static BufferedDataTable components(final BayesFit fit, final boolean leftOut, final ExecutionContext exec)
        throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(COMPONENTS, exec)) {
            int written = 0;
            for (int k = 0; k < fit.mixture().components(); k++) {
                final double[] concentration = fit.concentration()[k];
                final boolean in = !leftOut || fit.lives(k);
                writer.add(in ? new IntCell(++written) : DataType.getMissingCell(), BooleanCell.get(fit.lives(k)),
                    new DoubleCell(fit.rows()[k]), new DoubleCell(fit.mixture().weight(k)),
                    new DoubleCell(concentration[0]),
                    concentration.length > 1 ? new DoubleCell(concentration[1]) : DataType.getMissingCell(),
                    new DoubleCell(fit.meanPrecision()[k]), new DoubleCell(fit.degreesOfFreedom()[k]));
            }
            return writer.finish();
        }
    }

    static BufferedDataTable report(final BayesFit fit, final Rows rows, final ExecutionContext exec)
        throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(REPORT, exec)) {
            final DataCell[] cells = {new IntCell(fit.mixture().components()), new IntCell(fit.living()),
                new DoubleCell(fit.lowerBound()), new IntCell(fit.iterations()), BooleanCell.get(fit.converged()),
                new LongCell(rows.points().size()), new LongCell(rows.skipped())};
            writer.add(cells);
            return writer.finish();
        }
    }
}
