package org.modelcollapse.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * A small table that is written as CSV and as Parquet, a file each. The CSV has the bytes that the runner of the workflows
 * writes: RFC 4180, doubles in the shortest form that reads back to the same number, missing values as empty fields.
 */
final class TableFile {

    private StructType schema = new StructType();

    private final List<Row> rows = new ArrayList<>();

    void add(final String column, final DataType type) {
        schema = schema.add(column, type);
    }

    void add(final Object... cells) {
        rows.add(RowFactory.create(cells));
    }

    /** The table as CSV. */
    String csv() {
        final StringBuilder text = new StringBuilder();
        final String[] names = schema.fieldNames();
        for (int j = 0; j < names.length; j++) {
            text.append(j == 0 ? "" : ",").append(quoted(names[j]));
        }
        text.append('\n');
        for (final Row row : rows) {
            for (int j = 0; j < names.length; j++) {
                text.append(j == 0 ? "" : ",").append(row.isNullAt(j) ? "" : quoted(String.valueOf(row.get(j))));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String quoted(final String text) {
        final boolean plain =
            !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Writes {@code name.csv} and {@code name.parquet}. */
    void write(final Target target, final String name, final SparkSession spark) {
        try (OutputStream out = target.files().create(target.file(name + ".csv"))) {
            out.write(csv().getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw Refusal.of("The table " + name + " cannot be written: " + Sentences.first(e), e);
        }
        final Path folder = target.file("_" + name);
        spark.createDataFrame(JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 1), schema).write().parquet(folder.toString());
        try {
            final FileSystem files = target.files();
            for (final FileStatus file : files.listStatus(folder)) {
                if (file.getPath().getName().endsWith(".parquet")) {
                    files.rename(file.getPath(), target.file(name + ".parquet"));
                }
            }
            files.delete(folder, true);
        } catch (final IOException e) {
            throw Refusal.of("The table " + name + " cannot be written: " + Sentences.first(e), e);
        }
    }
}
