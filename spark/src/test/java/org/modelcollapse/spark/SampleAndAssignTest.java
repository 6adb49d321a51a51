package org.modelcollapse.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.OutlierTest;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** Samples do not depend on the cluster; what is appended to rows is what the engine says of each. */
class SampleAndAssignTest {

    @TempDir
    static Path place;

    private static String plane;

    private static String line;

    @BeforeAll
    static void writesMixtures() throws IOException {
        plane = Files.writeString(place.resolve("plane.csv"),
            MixtureFile.table(Commands.PLANE, List.of("x", "y")).csv()).toString();
        Commands.write(place.resolve("text.csv"), "x", List.of("1", "two"));
        line = Files.writeString(place.resolve("line.csv"), MixtureFile.table(Commands.LINE, List.of("x")).csv()).toString();
    }

    private static List<Row> rows(final Path folder) {
        final List<Row> rows = new ArrayList<>();
        System.setProperty("spark.master", "local[1]");
        Session.run("test", spark -> {
            try (var files = Files.list(folder)) {
                files.filter(f -> f.toString().endsWith(".parquet")).sorted()
                    .forEach(f -> rows.addAll(spark.read().parquet(f.toString()).collectAsList()));
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        System.clearProperty("spark.master");
        return rows;
    }

    @Test
    @DisplayName("up to a million rows, a sample is that of Sample GMM with the same seed")
    void firstBlockIsThatOfTheNode() {
        final Path output = place.resolve("few");
        assertEquals(0, Commands.run("local[2]", "sample", "--mixture", line, "--rows", "1000", "--seed", "7", "--output",
            output.toString()).code());
        assertArrayEquals(
            MixtureSampler.of(Commands.LINE).sample(1000, MixtureSampler.Order.SHUFFLED, RandomStream.of(7)).column(0),
            rows(output).stream().mapToDouble(r -> r.getDouble(0)).toArray());
    }

    @ParameterizedTest(name = "{0}, {1} partitions")
    @CsvSource({"local[1], 1", "local[4], 2", "local[4], 3"})
    @DisplayName("the rows are the same for every number of partitions")
    void doesNotDependOnPartitions(final String master, final String partitions) {
        final int n = SampleCommand.BLOCK + 5;
        final Path output = place.resolve("sample-" + master.charAt(6) + partitions);
        assertEquals(0, Commands.run(master, "sample", "--mixture", line, "--rows", Integer.toString(n), "--partitions",
            partitions, "--append-component", "--output", output.toString()).code());
        final List<Row> rows = rows(output);
        assertEquals(n, rows.size());
        final MixtureSampler.Labelled second = MixtureSampler.of(Commands.LINE).sampleLabelled(5,
            MixtureSampler.Order.SHUFFLED, RandomStream.of(1, 1));
        for (int i = 0; i < 5; i++) {
            final Row row = rows.get(SampleCommand.BLOCK + i);
            assertEquals(second.points().get(i, 0), row.getDouble(0));
            assertEquals(second.components()[i] + 1, row.getInt(1));
        }
    }

    @Test
    void appendsWhatTheMixtureSaysOfEachRow() throws IOException {
        final Points points = Commands.sample(Commands.PLANE, 500);
        final Path input = Commands.folder(place.resolve("points"), "x,y", points, 2);
        final Path output = place.resolve("assigned");
        assertEquals(new Commands.Ended(0, ""), Commands.run("local[2]", "assign", "--input", input.toString(), "--mixture",
            plane, "--outliers", "distance", "--output", output.toString()));
        final List<Row> rows = rows(output);
        assertEquals(500, rows.size());
        assertEquals(List.of("x", "y", "Cluster", "Component", "Probability 1", "Probability 2", "Probability 3",
            "Log density", "P-value", "Outlier"), List.of(rows.get(0).schema().fieldNames()));
        final OutlierTest test = OutlierTest.byDistance(Commands.PLANE);
        for (final Row row : rows) {
            final double[] x = {row.getDouble(0), row.getDouble(1)};
            final double[] responsibilities = Commands.PLANE.responsibilities(x);
            assertEquals(row.getString(2), "Cluster " + row.getInt(3));
            for (int k = 0; k < 3; k++) {
                assertEquals(responsibilities[k], row.getDouble(4 + k));
            }
            assertEquals(Commands.PLANE.logDensity(x), row.getDouble(7));
            assertEquals(test.pValue(x), row.getDouble(8));
            assertEquals(test.pValue(x) < 0.01, row.getBoolean(9));
        }
    }

    @Test
    @DisplayName("rows with a gap: assigned by what they have, filled, or left without results; names that are taken get a number")
    void rowsWithGaps() throws IOException {
        final Path input = Commands.write(place.resolve("gaps.csv"), "Component,x,y", List.of("a,1,", "b,,", "c,1,2"));
        for (final String unknown : List.of("use", "mean", "missing")) {
            final Path output = place.resolve("gaps-" + unknown);
            assertEquals(0, Commands.run("local[1]", "assign", "--input", input.toString(), "--mixture", plane, "--append",
                "component,log-density", "--unknown", unknown, "--output", output.toString()).code());
            final List<Row> rows = rows(output);
            assertEquals(List.of("Component", "x", "y", "Component (#1)", "Log density"),
                List.of(rows.get(0).schema().fieldNames()));
            assertNull(rows.get(1).get(3));
            assertEquals(Commands.PLANE.logDensity(1, 2), rows.get(2).getDouble(4));
            if (unknown.equals("missing")) {
                assertNull(rows.get(0).get(4));
            } else {
                assertEquals(Commands.PLANE.marginal(0).logDensity(1), rows.get(0).getDouble(4));
                assertEquals(!unknown.equals("mean"), rows.get(0).isNullAt(2));
            }
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
        "sample --rows 5 --output o | sample needs the option --mixture. | 2",
        "sample --rows 0 --mixture PLACE/line.csv --output o | --rows is 0. Give a whole number from 1 to 1000000000000000. | 2",
        "sample --rows 5 --mixture PLACE/none.csv --output PLACE/o | The input PLACE/none.csv is not there. | 3",
        "assign --input PLACE/line.csv --mixture PLACE/plane.csv --output PLACE/o | The input has no column \"x\". Its columns are [Component, Weight, Mean, Sd]. | 3",
        "assign --input PLACE/text.csv --mixture PLACE/line.csv --column x --output PLACE/o | Column \"x\" has the value \"two\", which is no number. Select a numeric column, or correct it. | 3",
        "assign --input PLACE/line.csv --mixture PLACE/line.csv --append colour --output PLACE/o | --append has colour. Give some of cluster, component, probabilities, log-density. | 2"})
    void whatIsWrongIsTold(final String words, final String sentence, final int code) {
        assertEquals(new Commands.Ended(code, "ERROR " + sentence.strip().replace("PLACE", place.toString()) + "\n"),
            Commands.run("local[1]", words.strip().replace("PLACE", place.toString()).split(" ")));
    }
}
