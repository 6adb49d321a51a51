package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.runner.ExitCode;

@DisplayName("The tutorial \"Clusters with uncertainty\"")
class ClustersTutorialTest {

    private static final String HEADING = "## The numbers";

    private static final String ASSIGNED = "gmm-assigner-3-assigned-rows.csv";

    private static Path folder;

    private static Path out;

    @BeforeAll
    static void runExample() throws IOException {
        folder = Files.createTempDirectory("clusters-tutorial-test");
        out = folder.resolve("out");
        final Run run = Run.of(Run.example("outliers"), out);
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
    }

    @AfterAll
    static void deleteFolder() throws IOException {
        Run.delete(folder);
    }

    private static String text() throws IOException {
        return Files.readString(Run.ROOT.resolve("docs/clusters-with-uncertainty.md"));
    }

    /** @return the rows of a table, each from column to cell */
    private static List<Map<String, String>> table(final String file) throws IOException {
        final List<String[]> lines = Files.readAllLines(out.resolve(file)).stream()
            .map(l -> l.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).toList();
        return lines.stream().skip(1).map(cells -> {
            final Map<String, String> row = new LinkedHashMap<>();
            for (int j = 0; j < cells.length; j++) {
                row.put(lines.get(0)[j].replace("\"", ""), cells[j].replace("\"", ""));
            }
            return row;
        }).toList();
    }

    private static double value(final List<Map<String, String>> rows, final String column, final String row) {
        return switch (row) {
            case "true" -> rows.stream().filter(r -> r.get(column).equals("true")).count();
            case "all below 0.95" -> rows.stream().filter(r -> r.entrySet().stream()
                .filter(e -> e.getKey().startsWith(column)).allMatch(e -> Double.parseDouble(e.getValue()) < 0.95)).count();
            case "the least P-value" -> Double.parseDouble(
                rows.stream().min(Comparator.comparingDouble(r -> Double.parseDouble(r.get("P-value")))).orElseThrow().get(column));
            default -> Double.parseDouble(rows.get(Integer.parseInt(row) - 1).get(column));
        };
    }

    @Test
    @DisplayName("states numbers that the example gives, all of them in the text")
    void numbers() throws IOException {
        final String story = text().substring(0, text().indexOf(HEADING));
        final List<List<String>> stated = text().substring(text().indexOf(HEADING)).lines().filter(l -> l.matches("\\| -?[0-9].*"))
            .map(l -> Arrays.stream(l.substring(1).split("\\|")).map(String::strip).toList()).toList();
        assertEquals(19, stated.size());
        for (final List<String> line : stated) {
            final BigDecimal number = new BigDecimal(line.get(0).replace(" %", ""));
            final double value = value(table(line.get(1)), line.get(2), line.get(3)) * (line.get(0).endsWith("%") ? 100 : 1);
            assertEquals(number, BigDecimal.valueOf(value).setScale(number.scale(), RoundingMode.HALF_UP), line.toString());
            assertTrue(story.matches("(?s).*(?<![0-9.,])" + line.get(0) + "(?![0-9]).*"), line.get(0) + " is in the text");
        }
    }

    @Test
    @DisplayName("has pictures that are there and small enough for a page")
    void pictures() throws IOException {
        final List<String> pictures = text().lines().filter(l -> l.startsWith("![")).map(l -> l.replaceAll(".*\\]\\((.*)\\).*", "$1")).toList();
        assertEquals(5, pictures.size());
        for (final String picture : pictures) {
            assertTrue(Files.size(Run.ROOT.resolve("docs").resolve(picture)) < 200_000, picture);
        }
    }

    /** @return a Python that has scikit-learn; null if there is none, and then the numbers in the text have to do */
    private static String python() throws IOException, InterruptedException {
        for (final String command : List.of("python3", "/usr/bin/python3")) {
            try {
                if (new ProcessBuilder(command, "-c", "import sklearn").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0) {
                    return command;
                }
            } catch (final IOException notThere) {
                continue;
            }
        }
        return null;
    }

    /** The mixture table, which is connected in the example and so not written: its numbers are among the parameters. */
    private static void writeMixture(final Path file) throws IOException {
        final Map<String, Map<String, String>> components = new LinkedHashMap<>();
        final Set<String> names = new LinkedHashSet<>();
        for (final Map<String, String> row : table("gmm-bootstrap-5-parameters.csv")) {
            names.add(row.get("Parameter"));
            components.computeIfAbsent(row.get("Component"), c -> new LinkedHashMap<>())
                .put(row.get("Parameter"), row.get("Estimate"));
        }
        final StringBuilder text = new StringBuilder("\"" + String.join("\",\"", names) + "\"\n");
        components.values().forEach(c -> text.append(String.join(",", c.values())).append('\n'));
        Files.writeString(file, text);
    }

    @Test
    @DisplayName("has a snippet that gives scikit-learn the same densities")
    void snippet() throws Exception {
        final List<Map<String, String>> rows = table(ASSIGNED);
        assertEquals(272, rows.size());
        final String python = python();
        if (python == null) {
            return; // the first densities are in the text, which is compared above
        }
        Files.writeString(folder.resolve("snippet.py"), text().replaceAll("(?s).*```python\n(.*?)```.*", "$1"));
        writeMixture(folder.resolve("mixture.csv"));
        Files.copy(out.resolve(ASSIGNED), folder.resolve("rows.csv"));
        final Path printed = folder.resolve("printed.txt");
        final Process process = new ProcessBuilder(python, "snippet.py").directory(folder.toFile())
            .redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        assertEquals(0, process.waitFor(), () -> {
            try {
                return Files.readString(printed);
            } catch (final IOException e) {
                return e.toString();
            }
        });
        final List<String> densities = Files.readAllLines(printed);
        assertEquals(272, densities.size());
        // from the inverse of a covariance, whose condition number is a few thousand
        IntStream.range(0, 272).forEach(i ->
            assertEquals(Double.parseDouble(rows.get(i).get("Log density")), Double.parseDouble(densities.get(i)), 1e-10));
    }
}
