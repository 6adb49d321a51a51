package org.modelcollapse.knime.recursion;

import java.util.List;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.NumericColumns.Rows;
import org.modelcollapse.knime.table.UnusableCells;

/** What a recursion starts from, as it comes in at the ports: a mixture table, and the user's own rows if connected. */
public final class OriginalInput {

    /** Name of the column of points in one dimension, where no rows bring another along. */
    private static final String VALUE = "Value";

    private final MixtureTable mixture;

    /** Null without rows. */
    private final NumericColumns columns;

    private OriginalInput(final MixtureTable mixture, final NumericColumns columns) {
        this.mixture = mixture;
        this.columns = columns;
    }

    /**
     * Finds the columns.
     *
     * @param mixtureSpec of the mixture table
     * @param rowsSpec of the user's own rows, or null if there are none
     * @return where they are
     * @throws InvalidSettingsException if one lacks a column that is needed
     */
    public static OriginalInput of(final DataTableSpec mixtureSpec, final DataTableSpec rowsSpec)
        throws InvalidSettingsException {
        final MixtureTable mixture = MixtureTable.of(mixtureSpec);
        if (rowsSpec == null) {
            return new OriginalInput(mixture, null);
        }
        if (mixture.dimension() > 1) {
            return new OriginalInput(mixture,
                NumericColumns.of(rowsSpec, mixture.variables(VALUE).toArray(String[]::new)));
        }
        final String[] numeric = NumericColumns.allOf(rowsSpec);
        if (numeric.length > 1) {
            throw new InvalidSettingsException("The original rows have " + numeric.length + " numeric columns "
                + List.of(numeric) + ", but the mixture describes one. Keep one with \"Column Filter\".");
        }
        return new OriginalInput(mixture, NumericColumns.of(rowsSpec, numeric));
    }

    /** @return a name a dimension */
    public List<String> variables() {
        return columns == null ? mixture.variables(VALUE) : columns.names();
    }

    /**
     * @return a standard Gaussian in as many dimensions: for what has to be known of a recursion before there is any data,
     *         and does not depend on their numbers
     */
    public Original standIn() {
        final int dimension = variables().size();
        final double[][] identity = new double[dimension][dimension];
        for (int j = 0; j < dimension; j++) {
            identity[j][j] = 1;
        }
        return Original.of(GaussianMixture.of(CovarianceType.FULL, new double[]{1}, new double[1][dimension],
            new double[][][]{identity}));
    }

    /**
     * Reads it.
     *
     * @param mixtureTable the mixture table, which must be one even where rows are connected
     * @param rows the user's own rows, or null
     * @param warn told of rows that were skipped
     * @param exec asked whether the user cancelled
     * @return the rows, or else the mixture
     * @throws InvalidSettingsException if the numbers are no mixture, or there are fewer than two usable rows
     * @throws CanceledExecutionException if the user cancels
     */
    public Original read(final BufferedDataTable mixtureTable, final BufferedDataTable rows,
        final Consumer<String> warn, final ExecutionContext exec)
        throws InvalidSettingsException, CanceledExecutionException {
        final GaussianMixture read = mixture.read(mixtureTable);
        if (rows == null) {
            return Original.of(read);
        }
        final Rows usable = columns.read(rows, UnusableCells.SKIP, exec.createSilentSubProgress(0));
        if (usable.points().size() < 2) {
            throw new InvalidSettingsException("There is only one usable original row; a training set needs two.");
        }
        if (usable.warning() != null) {
            warn.accept("Original rows: " + usable.warning());
        }
        return Original.of(usable.points());
    }
}
