package org.modelcollapse.knime.table;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.modelcollapse.gmm.Points;

/** The numeric columns of a table that a node works on: a column a coordinate. Immutable. */
public final class NumericColumns {

    private final List<String> names;

    private final int[] indices;

    private final Bound bound;

    private NumericColumns(final List<String> names, final int[] indices) {
        this(names, indices, null);
    }

    private NumericColumns(final List<String> names, final int[] indices, final Bound bound) {
        this.names = names;
        this.indices = indices;
        this.bound = bound;
    }

    /**
     * What was read.
     *
     * @param points a point a usable row, in the order of the table
     * @param skipped how many rows were left out
     */
    public record Rows(Points points, long skipped) {

        /** @return how many rows were left out, as a warning, or null if none was */
        public String warning() {
            return skipped == 0 ? null
                : skipped + (skipped == 1 ? " row was" : " rows were")
                    + " skipped because of missing, NaN or infinite values.";
        }
    }

    /**
     * What was read where values may be missing.
     *
     * @param columns the values, NaN where one is missing
     * @param skipped how many rows were left out
     */
    public record RowsWithGaps(double[][] columns, long skipped) {

        /** @return how many rows were left out, as a warning, or null if none was */
        public String warning() {
            return skipped == 0 ? null : skipped + (skipped == 1 ? " row was" : " rows were")
                + " skipped: no selected column, or no weight, has a number there.";
        }
    }

    /**
     * @param spec of the table
     * @param selected names of columns
     * @return those columns
     * @throws InvalidSettingsException if none is selected, one is not there, or one is not numeric
     */
    public static NumericColumns of(final DataTableSpec spec, final String... selected)
        throws InvalidSettingsException {
        if (selected.length == 0) {
            throw new InvalidSettingsException(allOf(spec).length == 0
                ? "The input table has no numeric column. Connect a table with at least one, or convert one with "
                    + "\"String to Number\"."
                : "No column is selected. Select at least one numeric column in the dialog.");
        }
        final int[] indices = new int[selected.length];
        for (int i = 0; i < selected.length; i++) {
            indices[i] = spec.findColumnIndex(selected[i]);
            if (indices[i] < 0) {
                throw new InvalidSettingsException("The input table has no column \"" + selected[i]
                    + "\". Its columns are " + Arrays.toString(spec.getColumnNames()) + ".");
            }
            final DataColumnSpec column = spec.getColumnSpec(indices[i]);
            if (!isNumeric(column)) {
                throw new InvalidSettingsException("Column \"" + selected[i] + "\" is not numeric but "
                    + column.getType() + ". Select numeric columns only, or convert it with \"String to Number\".");
            }
        }
        return new NumericColumns(List.of(selected), indices);
    }

    /**
     * One column, which a person may have chosen.
     *
     * @param spec of the table
     * @param name of a column; empty for the first numeric one
     * @return that column
     * @throws InvalidSettingsException if it is not there or not numeric, or if there is no numeric column at all
     */
    public static NumericColumns oneOf(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        return name.isEmpty() ? of(spec, Arrays.stream(allOf(spec)).limit(1).toArray(String[]::new)) : of(spec, name);
    }

    /**
     * @param spec of the table
     * @param name of a column that a person may have chosen
     * @return a warning that names the column where {@link #oneOf} takes the first of several; empty otherwise
     */
    public static String choiceOfOne(final DataTableSpec spec, final String name) {
        final String[] numeric = allOf(spec);
        return !name.isEmpty() || numeric.length < 2 ? "" : "Column \"" + numeric[0] + "\" is used, the first of "
            + numeric.length + " numeric columns, as none is selected. Select the column in the dialog.";
    }

    /**
     * @param input of a new node
     * @param port of a table
     * @return the only numeric column of the table; empty if there are several, which leave a choice, or none
     */
    public static String onlyOne(final NodeParametersInput input, final int port) {
        final List<DataColumnSpec> numeric = ColumnSelectionUtil.getDoubleColumns(input, port);
        return numeric.size() == 1 ? numeric.get(0).getName() : "";
    }

    /**
     * @param spec of a table
     * @return the names of all its numeric columns
     */
    public static String[] allOf(final DataTableSpec spec) {
        return spec.stream().filter(NumericColumns::isNumeric).map(DataColumnSpec::getName).toArray(String[]::new);
    }

    private static boolean isNumeric(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleValue.class);
    }

    /**
     * The same columns, one of which has bounds that every row is held to.
     *
     * @param column its name
     * @param what its values are, for the message: "weight"
     * @param greatest the greatest value that there may be; the least is 0
     * @return columns that refuse a row out of bounds by its Row ID
     */
    public NumericColumns bounded(final String column, final String what, final double greatest) {
        return new NumericColumns(names, indices, new Bound(names.lastIndexOf(column), what, greatest));
    }

    private record Bound(int column, String what, double greatest) {
    }

    /** @return the columns' names, at least one, in the order of the coordinates */
    public List<String> names() {
        return names;
    }

    /**
     * Reads the columns, 8 bytes a value.
     *
     * @param table that has the columns
     * @param policy for missing, NaN and infinite cells
     * @param exec for progress and cancellation
     * @return the points
     * @throws InvalidSettingsException if a cell is unusable and the policy is to fail, or if no row is usable
     * @throws CanceledExecutionException if the user cancels
     */
    public Rows read(final BufferedDataTable table, final UnusableCells policy, final ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException {
        final int rows = toIntSize(table.size());
        final double[][] values = new double[indices.length][rows];
        int n = 0;
        long row = 0;
        try (CloseableRowIterator iterator = table.filter(TableFilter.materializeCols(indices)).iterator()) {
            while (iterator.hasNext()) {
                if ((row++ & 0xFFF) == 0) {
                    exec.checkCanceled();
                    final long at = row;
                    exec.setProgress((double)row / rows, () -> "Reading row " + at);
                }
                if (copy(iterator.next(), values, n, policy)) {
                    n++;
                }
            }
        }
        if (n == 0) {
            throw new InvalidSettingsException(rows == 0 ? "The input table is empty. Connect a table with rows."
                : "None of the " + rows + " rows has a usable number in every selected column: there is nothing to "
                    + "work on. Select other columns or fill in the missing values.");
        }
        final int used = n;
        return new Rows(
            Points.wrap(Arrays.stream(values).map(v -> used == v.length ? v : Arrays.copyOf(v, used))
                .toArray(double[][]::new)),
            row - used);
    }

    /**
     * Reads the columns with NaN where a value is missing, NaN or infinite.
     *
     * @param table that has the columns
     * @param required how many of the last columns every row must have, which must leave at least one that it need not
     * @param exec for progress and cancellation
     * @return the columns; rows without a required value, or with no other, are left out
     * @throws InvalidSettingsException if no row is usable, or one is out of its bounds
     * @throws CanceledExecutionException if the user cancels
     */
    public RowsWithGaps readWithGaps(final BufferedDataTable table, final int required, final ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException {
        final int rows = toIntSize(table.size());
        final double[][] values = new double[indices.length][rows];
        int n = 0;
        long row = 0;
        try (CloseableRowIterator iterator = table.filter(TableFilter.materializeCols(indices)).iterator()) {
            while (iterator.hasNext()) {
                if ((row++ & 0xFFF) == 0) {
                    exec.checkCanceled();
                    final long at = row;
                    exec.setProgress((double)row / rows, () -> "Reading row " + at);
                }
                if (copyWhatIsThere(iterator.next(), values, n, required)) {
                    n++;
                }
            }
        }
        if (n == 0) {
            throw new InvalidSettingsException(rows == 0 ? "The input table is empty. Connect a table with rows."
                : "None of the " + rows + " rows has a usable number: there is nothing to work on. Select other columns.");
        }
        final int used = n;
        return new RowsWithGaps(Arrays.stream(values).map(v -> Arrays.copyOf(v, used)).toArray(double[][]::new),
            row - used);
    }

    private boolean copyWhatIsThere(final DataRow row, final double[][] values, final int n, final int required)
        throws InvalidSettingsException {
        boolean any = false;
        for (int j = 0; j < indices.length; j++) {
            final DataCell cell = row.getCell(indices[j]);
            final double value = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
            values[j][n] = Double.isFinite(value) ? value : Double.NaN;
            if (j < indices.length - required) {
                any |= Double.isFinite(value);
            } else if (Double.isFinite(value)) {
                requireInBounds(row, j, value);
            } else {
                return false;
            }
        }
        return any;
    }

    private void requireInBounds(final DataRow row, final int j, final double value) throws InvalidSettingsException {
        if (bound != null && j == bound.column && !(value >= 0 && value <= bound.greatest)) {
            throw new InvalidSettingsException("Row \"" + row.getKey() + "\", column \"" + names.get(j) + "\": the "
                + bound.what + " is " + value + ". It must be 0 or more"
                + (value > 0 ? ", and " + bound.greatest + " at most" : "")
                + ". Correct it, remove the row, or choose another column.");
        }
    }

    private boolean copy(final DataRow row, final double[][] values, final int n, final UnusableCells policy)
        throws InvalidSettingsException {
        for (int j = 0; j < indices.length; j++) {
            final DataCell cell = row.getCell(indices[j]);
            final double value = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
            if (Double.isFinite(value)) {
                requireInBounds(row, j, value);
                values[j][n] = value;
            } else if (policy == UnusableCells.FAIL) {
                throw new InvalidSettingsException("Row \"" + row.getKey() + "\", column \"" + names.get(j) + "\": "
                    + (cell.isMissing() ? "the value is missing" : "the value is " + value)
                    + ". Fill it in, remove the row, or set the node to skip such rows.");
            } else {
                return false;
            }
        }
        return true;
    }

    private static int toIntSize(final long rows) throws InvalidSettingsException {
        if (rows > Integer.MAX_VALUE - 8) {
            throw new InvalidSettingsException("The table has " + rows + " rows; at most " + (Integer.MAX_VALUE - 8)
                + " can be used at once. Sample rows first, for instance with \"Row Sampling\".");
        }
        return (int)rows;
    }
}
