package org.modelcollapse.spark;

import static org.apache.spark.sql.functions.trim;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.modelcollapse.gmm.Conditional;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.OutlierTest;
import org.modelcollapse.gmm.RandomStream;

/** {@code assign}: appends to rows what <i>GMM Assigner</i> appends, and writes them as Parquet. */
final class AssignCommand {

    static final String USAGE = """
        assign --input FOLDER|FILE --mixture FILE --output FOLDER [options]
                                   appends to each row what GMM Assigner appends, to Parquet
          --column NAME              the column that a mixture of one dimension describes (default: the first numeric one)
          --append cluster,component,probabilities,log-density          which columns (all of these)
          --outliers off|distance|density, --level P, --draws N, --seed N    as in the node (off, 0.01, 100000, 1)
          --unknown use|mean|missing    rows of which some columns are not known, as in the node (use)
          --format csv|parquet, --delimiter CHARACTER, --overwrite
        """;

    /** The stream of the draws that densities are compared with, as in the node. */
    private static final long DENSITIES = 0;

    /** Outlier tests that are kept at a time: each may hold the densities of all draws. */
    private static final int MOST_KEPT = 64;

    /** How outliers are found. */
    private enum Outliers {
        OFF, DISTANCE, DENSITY
    }

    /** What is made of rows that are not whole. */
    private enum Unknown {
        USE, MEAN, MISSING, DRAW
    }

    private AssignCommand() {
    }

    /** What to append. */
    private record What(boolean cluster, boolean component, boolean probabilities, boolean logDensity, Outliers outliers,
        double level, int draws, long seed, Unknown unknown) implements Serializable {

        static What of(final Options options) {
            final List<String> append = options.has("append") ? options.list("append")
                : List.of("cluster", "component", "probabilities", "log-density");
            final List<String> known = List.of("cluster", "component", "probabilities", "log-density");
            append.stream().filter(a -> !known.contains(a)).findFirst().ifPresent(a -> {
                throw Refusal.ofOptions("--append has " + a + ". Give some of " + String.join(", ", known) + ".");
            });
            final double level = options.notNegative("level", 0.01);
            if (!(level > 0 && level < 1)) {
                throw Refusal.ofOptions("--level is " + level + ". Give a number above 0 and below 1.");
            }
            final Unknown unknown = options.choice("unknown", Unknown.class, Unknown.USE);
            if (unknown == Unknown.DRAW) {
                throw Refusal.ofOptions("--unknown is draw: the node fills row by row from one stream of random numbers, which"
                    + " no cluster can; fill by the node, or give mean.");
            }
            return new What(append.contains("cluster"), append.contains("component"), append.contains("probabilities"),
                append.contains("log-density"), options.choice("outliers", Outliers.class, Outliers.OFF), level,
                (int)options.whole("draws", 100_000, 1, 10_000_000), options.whole("seed", 1, 0, FitOptions.LARGEST_SEED),
                unknown);
        }

        List<String> names(final int components) {
            final List<String> names = new ArrayList<>();
            if (cluster) {
                names.add("Cluster");
            }
            if (component) {
                names.add("Component");
            }
            for (int k = 1; probabilities && k <= components; k++) {
                names.add("Probability " + k);
            }
            if (logDensity) {
                names.add("Log density");
            }
            if (outliers != Outliers.OFF) {
                names.add("P-value");
                names.add("Outlier");
            }
            return names;
        }
    }

    static void run(final List<String> typed) {
        final Options options = Options.of("assign", typed, Set.of("input", "mixture", "output", "column", "append", "outliers",
            "level", "draws", "seed", "unknown", "format", "delimiter"), Set.of("overwrite"));
        if (!options.words().isEmpty()) {
            throw Refusal.ofOptions("\"" + options.words().get(0) + "\" stands alone: assign takes options only.");
        }
        options.required("input");
        options.required("mixture");
        options.required("output");
        final What what = What.of(options);
        Session.run("assign", spark -> run(options, what, spark));
    }

    private static void run(final Options options, final What what, final SparkSession spark) {
        final String name = options.required("mixture");
        final String delimiter = options.text("delimiter").orElse(",");
        try (Target target = Target.of(options.required("output"), options.flag("overwrite"),
            spark.sparkContext().hadoopConfiguration())) {
            final MixtureFile file = MixtureFile.read(InputRows.of(spark, name, Optional.empty(), delimiter), name);
            final InputRows input = InputRows.of(spark, options.required("input"), options.text("format"), delimiter);
            final List<String> columns = columns(options, file, input);
            input.requireNumeric(columns);
            final Dataset<Row> table = numbers(input, columns);
            final StructType schema = schema(table.schema(), columns, what, file.mixture().components());
            final int[] places = columns.stream().mapToInt(c -> List.of(table.columns()).indexOf(c)).toArray();
            final GaussianMixture mixture = file.mixture();
            final JavaRDD<Row> rows =
                table.toJavaRDD().mapPartitions(part -> new Assigned(part, mixture, places, what));
            target.write(spark.createDataFrame(rows, schema));
            target.finish();
        }
    }

    private static List<String> columns(final Options options, final MixtureFile file, final InputRows input) {
        if (!file.variables().isEmpty()) {
            return file.variables();
        }
        if (options.has("column")) {
            return List.of(options.required("column"));
        }
        final List<String> numeric = input.numeric();
        if (numeric.isEmpty()) {
            throw Refusal.of("The input has no numeric column. Its columns are " + input.names() + ".");
        }
        if (numeric.size() > 1) {
            Main.warn("Column \"" + numeric.get(0) + "\" is used, the first of " + numeric.size()
                + " numeric columns, as none is named by --column.");
        }
        return numeric.subList(0, 1);
    }

    /** The table, numbers of CSV read as such. */
    private static Dataset<Row> numbers(final InputRows input, final List<String> columns) {
        if (!input.isText()) {
            return input.table();
        }
        requireNoText(input, columns);
        final Set<String> numeric = new HashSet<>(input.numeric());
        numeric.addAll(columns);
        return input.table().select(input.names().stream().map(name -> numeric.contains(name)
            ? InputRows.column(name).cast(DataTypes.DoubleType).as(name) : InputRows.column(name)).toArray(Column[]::new));
    }

    /** Text would be taken for a missing value. */
    private static void requireNoText(final InputRows input, final List<String> columns) {
        for (final String name : columns) {
            final Column column = InputRows.column(name);
            final List<Row> text = input.table().filter(column.isNotNull().and(trim(column).notEqual(""))
                .and(column.cast(DataTypes.DoubleType).isNull())).select(column).takeAsList(1);
            if (!text.isEmpty()) {
                throw Refusal.of("Column \"" + name + "\" has the value \"" + text.get(0).getString(0)
                    + "\", which is no number. Select a numeric column, or correct it.");
            }
        }
    }

    private static StructType schema(final StructType input, final List<String> columns, final What what,
        final int components) {
        StructType schema = new StructType();
        for (final StructField field : input.fields()) {
            schema = what.unknown() == Unknown.MEAN && columns.contains(field.name())
                ? schema.add(field.name(), DataTypes.DoubleType) : schema.add(field);
        }
        final List<String> wanted = what.names(components);
        final List<String> names = UniqueNames.of(List.of(input.fieldNames()), wanted);
        for (int j = 0; j < names.size(); j++) {
            schema = schema.add(names.get(j), switch (wanted.get(j)) {
                case "Cluster" -> DataTypes.StringType;
                case "Component" -> DataTypes.IntegerType;
                case "Outlier" -> DataTypes.BooleanType;
                default -> DataTypes.DoubleType;
            });
        }
        return schema;
    }

    /** The rows of a partition with what is appended to them. */
    private static final class Assigned implements Iterator<Row> {

        private final Iterator<Row> rows;

        private final GaussianMixture mixture;

        private final int[] places;

        private final What what;

        private final int width;

        private final Map<BitSet, Conditional> conditionals = new HashMap<>();

        private final Map<BitSet, OutlierTest> tests = new HashMap<>();

        Assigned(final Iterator<Row> rows, final GaussianMixture mixture, final int[] places, final What what) {
            this.rows = rows;
            this.mixture = mixture;
            this.places = places;
            this.what = what;
            width = what.names(mixture.components()).size();
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            final Row row = rows.next();
            final double[] values = new double[places.length];
            final BitSet known = new BitSet();
            for (int j = 0; j < values.length; j++) {
                final Object cell = row.get(places[j]);
                values[j] = cell instanceof Number number ? number.doubleValue() : Double.NaN;
                values[j] = Double.isFinite(values[j]) ? values[j] : Double.NaN;
                known.set(j, !Double.isNaN(values[j]));
            }
            final Object[] cells = Arrays.copyOf(cells(row), row.size() + width);
            final boolean whole = known.cardinality() == values.length;
            if (known.isEmpty() || !whole && what.unknown() == Unknown.MISSING) {
                return RowFactory.create(cells);
            }
            final Conditional conditional = conditionals.computeIfAbsent(known, this::conditional);
            if (what.unknown() == Unknown.MEAN) {
                final double[] filled = conditional.mean(values);
                for (int j = 0; j < places.length; j++) {
                    cells[places[j]] = filled[j];
                }
            }
            append(cells, row.size(), conditional, known, values);
            return RowFactory.create(cells);
        }

        private static Object[] cells(final Row row) {
            final Object[] cells = new Object[row.size()];
            for (int j = 0; j < cells.length; j++) {
                cells[j] = row.get(j);
            }
            return cells;
        }

        private Conditional conditional(final BitSet known) {
            final boolean[] flags = new boolean[places.length];
            known.stream().forEach(j -> flags[j] = true);
            return Conditional.of(mixture, flags);
        }

        private void append(final Object[] cells, final int from, final Conditional conditional, final BitSet known,
            final double[] values) {
            int at = from;
            if (what.cluster() || what.component() || what.probabilities()) {
                final double[] responsibilities = conditional.responsibilities(values);
                int best = 0;
                for (int k = 1; k < responsibilities.length; k++) {
                    best = responsibilities[k] > responsibilities[best] ? k : best;
                }
                if (what.cluster()) {
                    cells[at++] = "Cluster " + (best + 1);
                }
                if (what.component()) {
                    cells[at++] = best + 1;
                }
                for (int k = 0; what.probabilities() && k < responsibilities.length; k++) {
                    cells[at++] = responsibilities[k];
                }
            }
            if (what.logDensity()) {
                cells[at++] = conditional.logDensity(values);
            }
            if (what.outliers() != Outliers.OFF) {
                if (tests.size() > MOST_KEPT) {
                    tests.clear();
                }
                final double p = tests.computeIfAbsent(known, k -> test(conditional)).pValue(conditional.known(values));
                cells[at++] = p;
                cells[at] = p < what.level();
            }
        }

        private OutlierTest test(final Conditional conditional) {
            final GaussianMixture marginal = conditional.marginal().orElseThrow();
            return what.outliers() == Outliers.DISTANCE ? OutlierTest.byDistance(marginal)
                : OutlierTest.byDensity(marginal, what.draws(), RandomStream.of(what.seed()).split(DENSITIES).split(0));
        }
    }
}
