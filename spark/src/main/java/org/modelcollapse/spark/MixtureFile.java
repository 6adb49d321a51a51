package org.modelcollapse.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * A mixture table as the nodes write it: a row a component, <i>Component, Weight</i>, then <i>Mean, Sd</i> of one column,
 * or <i>Mean (x)</i> and <i>Cov (x, y)</i> of several.
 *
 * @param mixture the mixture
 * @param variables the columns that it describes; empty for a single one, which the table does not name
 */
record MixtureFile(GaussianMixture mixture, List<String> variables) {

    private static final Pattern MEAN_OF = Pattern.compile("Mean \\((.*)\\)", Pattern.DOTALL);

    /** The table of a mixture of some columns. */
    static TableFile table(final GaussianMixture mixture, final List<String> variables) {
        final TableFile table = new TableFile();
        table.add("Component", DataTypes.IntegerType);
        table.add("Weight", DataTypes.DoubleType);
        final boolean line = variables.size() == 1;
        if (line) {
            table.add("Mean", DataTypes.DoubleType);
            table.add("Sd", DataTypes.DoubleType);
        } else {
            variables.forEach(v -> table.add("Mean (" + v + ")", DataTypes.DoubleType));
            covariances(variables).forEach(c -> table.add(c, DataTypes.DoubleType));
        }
        for (int k = 0; k < mixture.components(); k++) {
            final List<Object> cells = new ArrayList<>(List.of(k + 1, mixture.weight(k)));
            for (int j = 0; j < variables.size(); j++) {
                cells.add(mixture.mean(k, j));
            }
            if (line) {
                cells.add(mixture.sd(k));
            }
            for (int i = 0; !line && i < variables.size(); i++) {
                for (int j = i; j < variables.size(); j++) {
                    cells.add(mixture.covariance(k, i, j));
                }
            }
            table.add(cells.toArray());
        }
        return table;
    }

    /** The names of the upper triangle, row by row; a name that two pairs have gets a number, as in the nodes. */
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

    private static String covarianceOf(final String one, final String other) {
        return "Cov (" + one + ", " + other + ")";
    }

    /** Reads a mixture table. */
    static MixtureFile read(final InputRows input, final String name) {
        final List<String> names = input.names();
        final List<String> variables =
            names.stream().map(MEAN_OF::matcher).filter(Matcher::matches).map(m -> m.group(1)).toList();
        final int d = Math.max(1, variables.size());
        final int weight = place(names, name, "Weight");
        final int[] means = new int[d];
        final int[][] spreads = new int[d][d];
        if (variables.isEmpty()) {
            means[0] = place(names, name, "Mean");
            spreads[0][0] = place(names, name, "Sd");
        }
        final List<String> written = covariances(variables);
        final boolean asWritten = names.containsAll(written);
        for (int i = 0; i < variables.size(); i++) {
            means[i] = place(names, name, "Mean (" + variables.get(i) + ")");
            for (int j = 0; j < d; j++) {
                final int row = Math.min(i, j);
                final int column = Math.max(i, j);
                final String mirrored = covarianceOf(variables.get(j), variables.get(i));
                final String plain = covarianceOf(variables.get(i), variables.get(j));
                spreads[i][j] = place(names, name, asWritten ? written.get(row * d - row * (row - 1) / 2 + column - row)
                    : names.contains(plain) ? plain : names.contains(mirrored) ? mirrored : plain);
            }
        }
        final List<Row> rows = input.table().collectAsList();
        if (rows.isEmpty()) {
            throw Refusal.of("The mixture table " + name + " is empty: it needs a row a component.");
        }
        final double[] weights = new double[rows.size()];
        final double[][] centres = new double[rows.size()][d];
        final double[][][] matrices = new double[rows.size()][d][d];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = number(rows.get(k), weight, k, names, name);
            for (int i = 0; i < d; i++) {
                centres[k][i] = number(rows.get(k), means[i], k, names, name);
                for (int j = 0; j < d; j++) {
                    matrices[k][i][j] = number(rows.get(k), spreads[i][j], k, names, name);
                }
            }
        }
        try {
            return new MixtureFile(variables.isEmpty() ? line(weights, centres, matrices)
                : GaussianMixture.of(CovarianceType.FULL, weights, centres, matrices), variables);
        } catch (final IllegalArgumentException e) {
            throw Refusal.of("The mixture table " + name + " is no mixture: " + Sentences.first(e), e);
        }
    }

    private static GaussianMixture line(final double[] weights, final double[][] centres, final double[][][] sds) {
        final double[] means = new double[weights.length];
        final double[] deviations = new double[weights.length];
        for (int k = 0; k < means.length; k++) {
            means[k] = centres[k][0];
            deviations[k] = sds[k][0][0];
        }
        return GaussianMixture.of(weights, means, deviations);
    }

    private static int place(final List<String> names, final String table, final String column) {
        final int place = names.indexOf(column);
        if (place < 0) {
            throw Refusal.of("The mixture table " + table + " has no column \"" + column + "\"; its columns are " + names
                + ". A mixture table has the columns Weight, Mean and Sd (one dimension), or Weight, Mean (x), Mean (y),"
                + " ..., Cov (x, x), Cov (x, y), ... (several); fit gives one.");
        }
        return place;
    }

    private static double number(final Row row, final int column, final int k, final List<String> names,
        final String table) {
        final Object cell = row.get(column);
        final Double value = cell instanceof Number number ? Double.valueOf(number.doubleValue())
            : cell instanceof String text ? Numbers.of(text) : null;
        if (value == null || !Double.isFinite(value)) {
            throw Refusal.of("Row " + (k + 1) + ", column \"" + names.get(column) + "\" of the mixture table " + table
                + ": there is no finite number, but " + cell + ". Fill it in.");
        }
        return value;
    }

    /** The columns that it describes, where it says which or they are named here. */
    void requireDescribes(final List<String> columns) {
        if (mixture.dimension() != columns.size() || !variables.isEmpty() && !variables.equals(columns)) {
            throw Refusal.of("The mixture table describes "
                + (variables.isEmpty() ? "one column" : "the columns " + variables) + ", but the rows have " + columns
                + ". Select the columns, in the order, that the mixture was fitted to.");
        }
    }
}
