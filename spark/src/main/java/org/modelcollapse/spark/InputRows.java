package org.modelcollapse.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of Parquet or CSV files: those of one file, or of all files of a folder in the order of their names. Numbers in
 * CSV are read here, not by Spark, which would take text for a missing value.
 */
final class InputRows {

    /** Lines by which the columns of CSV that hold numbers are told from others, where nobody names them. */
    private static final int LOOKED_AT = 1000;

    private final Dataset<Row> table;

    private final boolean text;

    private final String delimiter;

    private InputRows(final Dataset<Row> table, final boolean text, final String delimiter) {
        this.table = table;
        this.text = text;
        this.delimiter = delimiter;
    }

    /**
     * Finds the files.
     *
     * @param spark the session
     * @param input a file or folder
     * @param format {@code csv} or {@code parquet}; empty for what the names of the files say
     * @param delimiter between the values of a line of CSV
     */
    static InputRows of(final SparkSession spark, final String input, final Optional<String> format,
        final String delimiter) {
        final List<String> files = files(input, spark.sparkContext().hadoopConfiguration());
        final String kind = format.map(f -> f.toLowerCase(Locale.ROOT)).orElseGet(() -> kind(files, input));
        final String[] paths = files.stream().filter(f -> format.isPresent() || isOf(f, kind)).toArray(String[]::new);
        try {
            return switch (kind) {
                case "parquet" -> new InputRows(spark.read().parquet(paths), false, delimiter);
                case "csv" -> new InputRows(csv(spark, paths, delimiter), true, delimiter);
                default -> throw Refusal.ofOptions("--format is " + kind + ". Give csv or parquet.");
            };
        } catch (final Refusal e) {
            throw e;
        } catch (final Exception e) { // Spark throws checked ones that it does not declare
            throw Refusal.of("The input " + input + " cannot be read as " + kind + ": " + Sentences.first(e), e);
        }
    }

    private static Dataset<Row> csv(final SparkSession spark, final String[] paths, final String delimiter) {
        final Map<String, String> options = Map.of("header", "true", "sep", delimiter, "mode", "PERMISSIVE");
        final String[] names = spark.read().options(options).csv(paths[0]).columns();
        StructType texts = new StructType();
        for (final String name : names) {
            texts = texts.add(name, DataTypes.StringType);
        }
        return spark.read().options(options).option("enforceSchema", "false").schema(texts).csv(paths);
    }

    private static List<String> files(final String input, final Configuration configuration) {
        final List<String> files = new ArrayList<>();
        try {
            final Path path = new Path(input);
            final FileSystem system = path.getFileSystem(configuration);
            final FileStatus status = system.getFileStatus(path);
            if (status.isFile()) {
                return List.of(status.getPath().toString());
            }
            final RemoteIterator<LocatedFileStatus> all = system.listFiles(path, true);
            while (all.hasNext()) {
                final LocatedFileStatus file = all.next();
                if (file.getLen() > 0 && isVisible(file.getPath(), status.getPath())) {
                    files.add(file.getPath().toString());
                }
            }
        } catch (final java.io.FileNotFoundException e) {
            throw Refusal.of("The input " + input + " is not there.", e);
        } catch (final IOException | IllegalArgumentException e) {
            throw Refusal.of("The input " + input + " cannot be read: " + Sentences.first(e), e);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    /** Spark and Hadoop keep notes in files whose names begin with a dot or an underscore. */
    private static boolean isVisible(final Path file, final Path folder) {
        for (Path path = file; path != null && !path.equals(folder); path = path.getParent()) {
            if (path.getName().startsWith(".") || path.getName().startsWith("_")) {
                return false;
            }
        }
        return true;
    }

    private static String kind(final List<String> files, final String input) {
        final boolean parquet = files.stream().anyMatch(f -> isOf(f, "parquet"));
        final boolean csv = files.stream().anyMatch(f -> isOf(f, "csv"));
        if (parquet && csv) {
            throw Refusal.of("The input " + input + " has both Parquet and CSV files: say which by --format.");
        }
        if (!parquet && !csv) {
            throw Refusal.of("The input " + input + " holds no rows: there is no file with something in it whose name ends in"
                + " .parquet or .csv; if they have other names, say what they are by --format.");
        }
        return parquet ? "parquet" : "csv";
    }

    private static boolean isOf(final String file, final String kind) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\." + kind + "(\\.(gz|bz2|zst|lz4|snappy))?");
    }

    /** All columns. */
    Dataset<Row> table() {
        return table;
    }

    /** Whether numbers are written as text. */
    boolean isText() {
        return text;
    }

    String delimiter() {
        return delimiter;
    }

    List<String> names() {
        return List.of(table.columns());
    }

    /** The names of the columns that hold numbers. */
    List<String> numeric() {
        if (!text) {
            return Arrays.stream(table.schema().fields()).filter(f -> f.dataType() instanceof NumericType)
                .map(StructField::name).toList();
        }
        final List<Row> first = table.takeAsList(LOOKED_AT);
        final List<String> numeric = new ArrayList<>();
        for (int j = 0; j < table.columns().length; j++) {
            final int column = j;
            if (first.stream().anyMatch(r -> !r.isNullAt(column))
                && first.stream().allMatch(r -> r.isNullAt(column) || Numbers.isNumber(r.getString(column)))) {
                numeric.add(table.columns()[j]);
            }
        }
        return numeric;
    }

    /** Refuses columns that are not there or do not hold numbers. */
    void requireNumeric(final List<String> columns) {
        for (final String name : columns) {
            final List<String> names = names();
            if (!names.contains(name)) {
                throw Refusal.of("The input has no column \"" + name + "\". Its columns are " + names + ".");
            }
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw Refusal.of("The input has several columns \"" + name + "\": rename them.");
            }
            final StructField field = table.schema().fields()[names.indexOf(name)];
            if (!text && !(field.dataType() instanceof NumericType)) {
                throw Refusal.of("Column \"" + name + "\" is not numeric but " + field.dataType().typeName()
                    + ". Select numeric columns only.");
            }
        }
    }

    /** Some columns, behind the file and the place in it where the stretch begins that a row comes from. */
    Dataset<Row> select(final List<String> columns) {
        final List<Column> selected = new ArrayList<>();
        selected.add(col("_metadata.file_path"));
        selected.add(col("_metadata.file_block_start"));
        for (final String name : columns) {
            final Column column = column(name);
            selected.add(text ? column : column.cast(DataTypes.DoubleType));
        }
        return table.select(selected.toArray(Column[]::new));
    }

    static Column column(final String name) {
        return col("`" + name.replace("`", "``") + "`");
    }
}
