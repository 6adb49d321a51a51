package org.modelcollapse.knime.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.SearchReport;
import org.modelcollapse.gmm.Selection;
import org.modelcollapse.knime.table.ColumnNames;
import org.modelcollapse.knime.table.TableWriter;

/** How the fit went, as a table: a row for each number of components and kind of covariance tried. */
final class FitReport {

    static final DataTableSpec SPEC = new DataTableSpec(
        new String[]{"Components", "Covariance", "Mean log-likelihood", "Log-likelihood", "Parameters", "AIC", "BIC", "ICL",
            "Iterations", "Converged", "Chosen", "Rows used", "Rows skipped", "Warnings", "Starts",
            "Times found", "Next best lower by", "Chance of another"},
        new DataType[]{IntCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE,
            DoubleCell.TYPE, IntCell.TYPE, BooleanCell.TYPE, BooleanCell.TYPE, LongCell.TYPE, LongCell.TYPE,
            StringCell.TYPE, IntCell.TYPE, IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE});

    private FitReport() {
    }

    /**
     * @param selection the fits
     * @param totalWeight the sum of the row weights, which is the number of rows where they have none
     * @param used how many rows were used
     * @param skipped how many were not
     * @param columns names of the columns that were fitted to
     * @param exec to write with
     * @return the table
     */
    static BufferedDataTable write(final Selection selection, final double totalWeight, final long used,
        final long skipped, final List<String> columns, final ExecutionContext exec) throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(SPEC, exec)) {
            for (final Fit fit : selection.fits()) {
                writer.add(new IntCell(fit.mixture().components()),
                    new StringCell(fit.mixture().covarianceType().letters(fit.mixture().dimension())),
                    new DoubleCell(fit.score()),
                    new DoubleCell(fit.score() * totalWeight), new IntCell(fit.mixture().freeParameters()),
                    new DoubleCell(fit.aic()), new DoubleCell(fit.bic()), new DoubleCell(fit.icl()),
                    new IntCell(fit.iterations()), BooleanCell.get(fit.converged()),
                    BooleanCell.get(fit == selection.best()), new LongCell(used), new LongCell(skipped),
                    new StringCell(warnings(fit, columns)), cell(fit, r -> new IntCell(r.starts())),
                    cell(fit, r -> new IntCell(r.timesFound())),
                    cell(fit, r -> r.nextBestBelow() < Double.POSITIVE_INFINITY ? new DoubleCell(r.nextBestBelow())
                        : DataType.getMissingCell()),
                    cell(fit, r -> new DoubleCell(r.chanceOfBetter())));
            }
            return writer.finish();
        }
    }

    /**
     * @param reason why there is no fit
     * @param exec to write with
     * @return a row with nothing but the reason, as a warning
     */
    static BufferedDataTable writeEmpty(final String reason, final ExecutionContext exec)
        throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(SPEC, exec)) {
            final DataCell[] cells = new DataCell[SPEC.getNumColumns()];
            Arrays.fill(cells, DataType.getMissingCell());
            cells[SPEC.findColumnIndex("Warnings")] = new StringCell(reason);
            writer.add(cells);
            return writer.finish();
        }
    }

    private static DataCell cell(final Fit fit, final Function<SearchReport, DataCell> ofSearch) {
        return fit.search().map(ofSearch).orElseGet(DataType::getMissingCell);
    }

    /** @return what to be warned of, in words; empty if nothing */
    static String warnings(final Fit fit, final List<String> columns) {
        return fit.warnings().stream().map(w -> ColumnNames.in(w.message(), columns)).collect(Collectors.joining(" "));
    }
}
