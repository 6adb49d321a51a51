package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** A CSV file whose fields hold no comma. */
    private record Table(Map<String, Integer> columns, List<String> rows) {
        static Table read(final Path file) throws IOException {
            final List<String> lines = Files.readAllLines(file);
            final Map<String, Integer> columns = new HashMap<>();
            for (final String name : lines.get(0).split(",")) {
                columns.put(name, columns.size());
            }
            return new Table(columns, lines.subList(1, lines.size()));
        }

        double value(final String column, final String row) {
            if (column.equals("(rows)")) {
                return rows.size();
            }
            assertTrue(columns.containsKey(column), column + " is among " + columns.keySet());
            return Double.parseDouble(rows.get(row.equals("first") ? 0 : rows.size() - 1).split(",")[columns.get(column)]);
        }
    }

    @ParameterizedTest(name = "{0} gives what its EXPECTED.md says")
    @ValueSource(strings = {"the-post", "three-way-mix", "old-faithful"})
    void giveWhatIsExpected(final String name) throws IOException {
        final Path output = folder.resolve(name);
        final Run run = Run.of(Run.example(name), output);
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
        final List<String[]> bounds = Files.readAllLines(Run.example(name).resolve(EXPECTED)).stream().filter(l -> l.contains(".csv |"))
            .map(l -> l.substring(1).split("\\|")).toList();
        assertFalse(bounds.isEmpty());
        for (final String[] bound : bounds) {
            final double value = Table.read(output.resolve(bound[0].strip())).value(bound[1].strip(), bound[2].strip());
            assertTrue(value >= Double.parseDouble(bound[3]) && value <= Double.parseDouble(bound[4]), String.join("|", bound) + ": " + value);
        }
    }
}
