package org.modelcollapse.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.knime.node.NumberText;

/**
 * The form in which a mixture travels between nodes: a row a component, with the columns <i>Component, Weight</i>, then
 * <i>Mean</i> and <i>Sd</i> in one dimension, or <i>Mean (x)</i> for each column and <i>Cov (x, y)</i> for each pair in
 * several. Any table with such columns will do, also one that a person typed or edited; other columns are ignored.
 */
public final class MixtureTable {

    /** The flow variable that tells why a mixture table has no rows. */
    public static final String NO_FIT = "noFitBecause";

    private static final String COMPONENT = "Component";

    private static final String WEIGHT = "Weight";

    private static final String MEAN = "Mean";

    private static final String SD = "Sd";

    /** A spec of more columns helps nobody. */
    private static final int MOST_ANNOUNCED = 10_000;

    /** Of so many variables a mixture table has 45,452 columns, about as many as a table may have and still be opened. */
    private static final int MOST_VARIABLES = 300;

    private static final Pattern MEAN_OF = Pattern.compile("Mean \\((.*)\\)", Pattern.DOTALL);

    private static final String WAY_OUT = " A mixture table has the columns Weight, Mean and Sd (one dimension), or "
        + "Weight, Mean (x), Mean (y), ..., Cov (x, x), Cov (x, y), ... (several); \"Fit GMM\" and \"Sample GMM\" give "
        + "one.";

    private final List<String> variables;

    private final int weight;

    private final int[] means;

    /** In one dimension the column of the standard deviation, else of each pair of variables. */
    private final int[][] spreads;

    private MixtureTable(final List<String> variables, final int weight, final int[] means, final int[][] spreads) {
        this.variables = variables;
        this.weight = weight;
        this.means = means;
        this.spreads = spreads;
    }

    /**
     * Refuses so many variables that a table with a column for each pair of them would be of no use, and would stop the
     * canvas while it is announced.
     *
     * @param variables the columns to describe
     * @throws InvalidSettingsException if there are too many
     */
    public static void checkWidth(final List<String> variables) throws InvalidSettingsException {
        final long d = variables.size();
        if (d > MOST_VARIABLES) {
            throw new InvalidSettingsException(NumberText.of(d) + " columns are selected, and the mixture table would have "
                + NumberText.of(2 + d + d * (d + 1) / 2) + ", one for each pair of them. Select at most " + MOST_VARIABLES
                + " under \"Columns\", or make fewer of them first, with \"PCA\" for instance.");
        }
    }

    /**
     * The table's spec.
     *
     * @param variables names of the columns that the mixture describes, which for a single one are not kept
     * @return the spec of a mixture table
     */
    public static DataTableSpec spec(final List<String> variables) {
        final List<String> names = new ArrayList<>(List.of(COMPONENT, WEIGHT));
        final List<DataType> types = new ArrayList<>(List.of(IntCell.TYPE));
        if (variables.size() == 1) {
            names.addAll(List.of(MEAN, SD));
        } else {
            variables.forEach(v -> names.add(meanOf(v)));
            names.addAll(covariances(variables));
        }
        while (types.size() < names.size()) {
            types.add(DoubleCell.TYPE);
        }
        return new DataTableSpec(names.toArray(String[]::new), types.toArray(DataType[]::new));
    }

    /**
     * The spec of a table whose number of rows is known: its column of numbers tells it to nodes that are configured
     * behind.
     *
     * @param variables names of the columns that the mixture describes
     * @param components how many rows there will be
     * @return the spec
     */
    public static DataTableSpec spec(final List<String> variables, final int components) {
        final DataTableSpec spec = spec(variables);
        final var numbers = new DataColumnSpecCreator(spec.getColumnSpec(0));
        numbers.setDomain(new DataColumnDomainCreator(new IntCell(1), new IntCell(components)).createDomain());
        final DataColumnSpec[] columns = spec.stream().toArray(DataColumnSpec[]::new);
        columns[0] = numbers.createSpec();
        return new DataTableSpec(columns);
    }

    /**
     * @param spec of a mixture table
     * @return how many components it has, if that is known before there are rows: from the range of its column of numbers
     */
    public static OptionalInt components(final DataTableSpec spec) {
        final DataColumnSpec numbers = spec.getColumnSpec(COMPONENT);
        return numbers != null && numbers.getType().equals(IntCell.TYPE)
            && numbers.getDomain().getLowerBound() instanceof IntValue least && least.getIntValue() == 1
            && numbers.getDomain().getUpperBound() instanceof IntValue most && most.getIntValue() <= MOST_ANNOUNCED
                ? OptionalInt.of(most.getIntValue()) : OptionalInt.empty();
    }

    /**
     * Writes a mixture, its components numbered from 1.
     *
     * @param mixture any
     * @param variables a name for each of its dimensions
     * @param exec to make the table with
     * @return the table
     * @throws CanceledExecutionException if the user cancels
     */
    public static BufferedDataTable write(final GaussianMixture mixture, final List<String> variables,
        final ExecutionContext exec) throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(spec(variables), exec)) {
            for (int k = 0; k < mixture.components(); k++) {
                final List<DataCell> cells = new ArrayList<>(List.of(new IntCell(k + 1)));
                cells.add(new DoubleCell(mixture.weight(k)));
                if (mixture.dimension() == 1) {
                    cells.add(new DoubleCell(mixture.mean(k)));
                    cells.add(new DoubleCell(mixture.sd(k)));
                } else {
                    for (int j = 0; j < mixture.dimension(); j++) {
                        cells.add(new DoubleCell(mixture.mean(k, j)));
                    }
                    for (int i = 0; i < mixture.dimension(); i++) {
                        for (int j = i; j < mixture.dimension(); j++) {
                            cells.add(new DoubleCell(mixture.covariance(k, i, j)));
                        }
                    }
                }
                writer.add(cells.toArray(DataCell[]::new));
            }
            return writer.finish();
        }
    }

    /**
     * Writes the table of no mixture, where none could be fitted.
     *
     * @param variables names of the columns that it would describe
     * @param exec to make the table with
     * @return a table without rows
     * @throws CanceledExecutionException if the user cancels
     */
    public static BufferedDataTable writeEmpty(final List<String> variables, final ExecutionContext exec)
        throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(spec(variables), exec)) {
            return writer.finish();
        }
    }

    /**
     * Finds the columns of a mixture table.
     *
     * @param spec of a table
     * @return where the numbers are
     * @throws InvalidSettingsException if it lacks a column or one is not numeric; the message names it
     */
    public static MixtureTable of(final DataTableSpec spec) throws InvalidSettingsException {
        final List<String> variables = Arrays.stream(spec.getColumnNames()).map(MEAN_OF::matcher)
            .filter(Matcher::matches).map(m -> m.group(1)).toList();
        final int weight = find(spec, WEIGHT);
        if (variables.isEmpty()) {
            return new MixtureTable(List.of(), weight, new int[]{find(spec, MEAN)}, new int[][]{{find(spec, SD)}});
        }
        final int d = variables.size();
        final int[] means = new int[d];
        final int[][] spreads = new int[d][d];
        final List<String> written = covariances(variables);
        final boolean asWritten = written.stream().allMatch(spec::containsName);
        for (int i = 0; i < d; i++) {
            means[i] = find(spec, meanOf(variables.get(i)));
            for (int j = 0; j < d; j++) {
                if (asWritten) {
                    spreads[i][j] = find(spec, written.get(place(Math.min(i, j), Math.max(i, j), d)));
                    continue;
                }
                // either triangle of the matrix will do: a person may have typed either
                final String name = covarianceOf(variables.get(i), variables.get(j));
                final String mirrored = covarianceOf(variables.get(j), variables.get(i));
                spreads[i][j] = find(spec, i > j && !spec.containsName(name)
                    || i < j && !spec.containsName(name) && spec.containsName(mirrored) ? mirrored : name);
            }
        }
        return new MixtureTable(variables, weight, means, spreads);
    }

    /**
     * The names of the covariances, the upper triangle row by row. Columns <i>a, b</i> and <i>c</i> would have the name
     * that <i>a</i> and <i>b, c</i> have; the later one gets a number.
     */
    private static List<String> covariances(final List<String> variables) {
        final Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            for (int j = i; j < variables.size(); j++) {
                final String name = covarianceOf(variables.get(i), variables.get(j));
                String unique = name;
                for (int n = 1; !names.add(unique); n++) {
                    unique = name + " (#" + n + ")";
                }
            }
        }
        return List.copyOf(names);
    }

    /** @return where row i, column j &gt;= i of a d x d matrix is in its upper triangle */
    private static int place(final int i, final int j, final int d) {
        return i * d - i * (i - 1) / 2 + j - i;
    }

    private static int find(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        final int index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("The mixture table has no column \"" + name + "\"; its columns are "
                + Arrays.toString(spec.getColumnNames()) + "." + WAY_OUT);
        }
        final DataType type = spec.getColumnSpec(index).getType();
        if (!type.isCompatible(DoubleValue.class)) {
            throw new InvalidSettingsException("Column \"" + name + "\" of the mixture table is not numeric but " + type
                + "." + WAY_OUT);
        }
        return index;
    }

    /**
     * @param spec of a table
     * @return whether it is a mixture table of several columns, which it names
     */
    public static boolean isOfSeveralColumns(final DataTableSpec spec) {
        try {
            return of(spec).dimension() > 1;
        } catch (InvalidSettingsException e) {
            return false;
        }
    }

    /**
     * The names of the columns that the mixture describes.
     *
     * @param ifSingle the name to use in one dimension, where the table does not tell
     * @return a name a dimension
     */
    public List<String> variables(final String ifSingle) {
        return variables.isEmpty() ? List.of(ifSingle) : variables;
    }

    /**
     * Finds the columns that the mixture describes among those of a table of rows.
     *
     * @param rows spec of the rows
     * @param ifSingle the name to use in one dimension, where the mixture does not tell; empty for the first numeric column
     * @return the columns
     * @throws InvalidSettingsException if one is not there or not numeric
     */
    public NumericColumns columns(final DataTableSpec rows, final String ifSingle) throws InvalidSettingsException {
        return variables.isEmpty() ? NumericColumns.oneOf(rows, ifSingle)
            : NumericColumns.of(rows, variables.toArray(String[]::new));
    }

    /**
     * @param rows spec of the rows
     * @param ifSingle as for {@link #columns}
     * @return a warning that names the column where the first of several is taken; empty otherwise
     */
    public String choice(final DataTableSpec rows, final String ifSingle) {
        return variables.isEmpty() ? NumericColumns.choiceOfOne(rows, ifSingle) : "";
    }

    /** @return whether it describes a single column, which it then does not name */
    public boolean isOfOneColumn() {
        return variables.isEmpty();
    }

    /** @return the number of dimensions that the mixture describes */
    public int dimension() {
        return means.length;
    }

    /**
     * Reads the mixture.
     *
     * @param table with the spec that this was made for
     * @return the mixture, its components in the order of the rows
     * @throws InvalidSettingsException if the table is empty, a number is missing, or the numbers are no mixture; the
     *             message names row and column
     */
    public GaussianMixture read(final BufferedDataTable table) throws InvalidSettingsException {
        final List<String> keys = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();
        final List<double[]> centers = new ArrayList<>();
        final List<double[][]> matrices = new ArrayList<>();
        final DataTableSpec spec = table.getDataTableSpec();
        final int d = dimension();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                keys.add(row.getKey().toString());
                weights.add(number(row, weight, spec));
                final double[] center = new double[d];
                final double[][] matrix = new double[d][d];
                for (int i = 0; i < d; i++) {
                    center[i] = number(row, means[i], spec);
                    for (int j = 0; j < d; j++) {
                        matrix[i][j] = number(row, spreads[i][j], spec);
                    }
                }
                centers.add(center);
                matrices.add(matrix);
            }
        }
        if (keys.isEmpty()) {
            throw new InvalidSettingsException("The mixture table is empty: it needs a row a component." + WAY_OUT);
        }
        return toMixture(keys, weights.stream().mapToDouble(Double::doubleValue).toArray(), centers, matrices);
    }

    private GaussianMixture toMixture(final List<String> keys, final double[] weights, final List<double[]> centers,
        final List<double[][]> matrices) throws InvalidSettingsException {
        try {
            return variables.isEmpty()
                ? GaussianMixture.of(weights, centers.stream().mapToDouble(c -> c[0]).toArray(),
                    matrices.stream().mapToDouble(m -> m[0][0]).toArray())
                : GaussianMixture.of(CovarianceType.FULL, weights, centers.toArray(double[][]::new),
                    matrices.toArray(double[][][]::new));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("The mixture table is no mixture: " + ColumnNames.in(e.getMessage(), variables)
                + (keys.size() == 1 ? "" : " (Component 1 is row \"" + keys.get(0) + "\", component " + keys.size()
                    + " is row \"" + keys.get(keys.size() - 1) + "\".)"), e);
        }
    }

    private static double number(final DataRow row, final int column, final DataTableSpec spec)
        throws InvalidSettingsException {
        final DataCell cell = row.getCell(column);
        final double value = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
        if (Double.isFinite(value)) {
            return value;
        }
        throw new InvalidSettingsException("Row \"" + row.getKey() + "\", column \""
            + spec.getColumnSpec(column).getName() + "\" of the mixture table: "
            + (cell.isMissing() ? "the number is missing" : "the number is " + value) + ". Fill it in.");
    }

    /**
     * Checks that the mixture describes certain columns: the same names in the same order, or a single one of any name.
     *
     * @param columns the columns
     * @throws InvalidSettingsException if not, with both lists
     */
    public void checkDescribes(final List<String> columns) throws InvalidSettingsException {
        if (!variables(columns.get(0)).equals(columns)) {
            throw new InvalidSettingsException("The mixture table describes "
                + (variables.isEmpty() ? "one column" : "the columns " + variables) + ", but the rows have " + columns
                + ". Select the columns, in the order, that the mixture was fitted to.");
        }
    }

    static String meanOf(final String variable) {
        return MEAN + " (" + variable + ")";
    }

    static String covarianceOf(final String one, final String other) {
        return "Cov (" + one + ", " + other + ")";
    }
}
