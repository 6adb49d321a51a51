package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.runner.ExitCode;
import org.modelcollapse.runner.examples.WriteExamplesApplication;

@DisplayName("The examples")
class ExamplesTest {

    private static final String EXPECTED = "EXPECTED.md";

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("examples-test");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        Run.delete(folder);
    }

    private static List<Path> files(final Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).filter(f -> !f.toString().endsWith(".md")).map(root::relativize).sorted().toList();
        }
    }

    @Test
    @DisplayName("are those that workbench/tools/write-examples writes")
    void areWritten() throws Exception {
        WriteExamplesApplication.writeAll(folder);
        final Path examples = Run.ROOT.resolve("examples");
        assertEquals(files(examples), files(folder));
        for (final Path file : files(folder)) {
            assertEquals(-1, Files.mismatch(examples.resolve(file), folder.resolve(file)), file + " differs from what write-examples writes");
        }
    }

    /** A CSV file; fields with a comma are quoted. */
    private record Table(Map<String, Integer> columns, List<String[]> rows) {
        static Table read(final Path file) throws IOException {
            final List<String> lines = Files.readAllLines(file);
            final Map<String, Integer> columns = new HashMap<>();
            for (final String name : fields(lines.get(0))) {
                columns.put(name, columns.size());
            }
            return new Table(columns, lines.subList(1, lines.size()).stream().map(Table::fields).toList());
        }

        private static String[] fields(final String line) {
            final String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            return Arrays.stream(fields).map(f -> f.replace("\"", "")).toArray(String[]::new);
        }

        /** @param row first, last or every, of the whole table or, as in "last of rows 100", of a scenario; where every row is meant, missing cells do not count */
        double[] values(final String column, final String row) {
            if (column.equals("(rows)")) {
                return new double[] {rows.size()};
            }
            assertTrue(columns.containsKey(column), column + " is among " + columns.keySet());
            final String[] selection = row.split(" of ", 2);
            final List<String> cells = rows.stream().filter(r -> selection.length == 1 || r[columns.get("Scenario")].equals(selection[1])).map(r -> r[columns.get(column)]).toList();
            assertFalse(cells.isEmpty(), "no row is " + row);
            return switch (selection[0]) {
                case "first" -> new double[] {Double.parseDouble(cells.get(0))};
                case "last" -> new double[] {Double.parseDouble(cells.get(cells.size() - 1))};
                default -> cells.stream().filter(c -> !c.isEmpty()).mapToDouble(Double::parseDouble).toArray();
            };
        }
    }

    @ParameterizedTest(name = "{0} gives what its EXPECTED.md says")
    @CsvSource(delimiter = '|', value = {"the-post|", "three-way-mix|", "old-faithful|", "outliers|", "missing-values|", "phase-diagram|", "weight-drift|", "curation|", "with-knimes-nodes|",
        // fewer runs, for the sake of time: the bounds are those of the law and of z-scores, so they hold for any number that is not small
        "replace-accumulate-budget|-option=3,replicates,100,int", "tolerance|-option=3,replicates,20,int", "published-figures|-option=3,replicates,6,int"})
    void giveWhatIsExpected(final String name, final String option) throws IOException {
        final Path output = folder.resolve(name);
        final Run run = option == null ? Run.of(Run.example(name), output) : Run.of(Run.example(name), output, option);
        // KNIME's own nodes are left out of the one that has some
        assertEquals(name.equals("with-knimes-nodes") ? ExitCode.WARNING : ExitCode.SUCCESS, run.code(), run.err());
        final List<String[]> bounds = Files.readAllLines(Run.example(name).resolve(EXPECTED)).stream().filter(l -> l.contains(".csv |"))
            .map(l -> l.substring(1).split("\\|")).toList();
        assertFalse(bounds.isEmpty());
        for (final String[] bound : bounds) {
            final double[] values = Table.read(output.resolve(bound[0].strip())).values(bound[1].strip(), bound[2].strip());
            assertTrue(values.length > 0, String.join("|", bound) + ": no value");
            for (final double value : values) {
                assertTrue(value >= Double.parseDouble(bound[3]) && value <= Double.parseDouble(bound[4]), String.join("|", bound) + ": " + value);
            }
        }
    }
}
