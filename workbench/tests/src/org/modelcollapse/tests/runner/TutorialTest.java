package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.runner.ExitCode;

@DisplayName("The tutorial")
class TutorialTest {

    private static final String HEADING = "## The numbers";

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("tutorial-test");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        Run.delete(folder);
    }

    private static String text() throws IOException {
        return Files.readString(Run.ROOT.resolve("docs/tutorial.md"));
    }

    /** A number that the text states, and where it comes from. */
    private record Stated(String number, String column, String table, String row) {
    }

    /** @return the numbers by the options of the run that they come from */
    private static Map<String, List<Stated>> stated() throws IOException {
        final Map<String, List<Stated>> byRun = new LinkedHashMap<>();
        text().substring(text().indexOf(HEADING)).lines().filter(l -> l.matches("\\| [0-9].*")).map(l -> l.substring(1).split("\\|")).forEach(cells -> {
            final List<String> c = Arrays.stream(cells).map(String::strip).toList();
            byRun.merge(c.get(1), List.of(new Stated(c.get(0), c.get(3), c.get(2), c.get(4))), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        });
        return byRun;
    }

    static List<String> runs() throws IOException {
        return List.copyOf(stated().keySet());
    }

    private static Map<String, Integer> header(final List<String> lines) {
        final Map<String, Integer> columns = new HashMap<>();
        for (final String name : lines.get(0).split(",")) {
            columns.put(name.replace("\"", ""), columns.size());
        }
        return columns;
    }

    private static double value(final List<String> lines, final Stated stated) {
        final Map<String, Integer> columns = header(lines);
        final int generation = columns.get("Generation");
        final Stream<String[]> rows = lines.stream().skip(1).map(l -> l.split(",")).filter(r -> r[generation].equals(stated.row()));
        if (stated.column().equals("beyond ±4")) {
            return rows.filter(r -> Math.abs(Double.parseDouble(r[columns.get("Value")])) > 4).count();
        }
        return Double.parseDouble(rows.findFirst().orElseThrow()[columns.get(stated.column())]);
    }

    @ParameterizedTest(name = "states numbers that the example gives with {0}")
    @MethodSource("runs")
    void numbers(final String options) throws IOException {
        final Run run = Run.of(Run.example("the-post"), folder.resolve("out"), Arrays.stream(options.split(" ")).map(o -> "-option=2," + o).toArray(String[]::new));
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
        final String story = text().substring(0, text().indexOf(HEADING));
        final Map<String, List<String>> tables = new HashMap<>();
        for (final Stated stated : stated().get(options)) {
            final String file = "recursive-collapse-loop-end-4-" + stated.table().replace(' ', '-') + ".csv";
            if (!tables.containsKey(file)) {
                tables.put(file, Files.readAllLines(folder.resolve("out").resolve(file)));
            }
            final BigDecimal number = new BigDecimal(stated.number().replace(" %", ""));
            final double value = value(tables.get(file), stated) * (stated.number().endsWith("%") ? 100 : 1);
            assertEquals(number, BigDecimal.valueOf(value).setScale(number.scale(), RoundingMode.HALF_UP), stated.toString());
            assertTrue(story.matches("(?s).*(?<![0-9.,])" + stated.number() + "(?![0-9]).*"), stated.number() + " is in the text");
        }
        if (options.contains("ratioOriginal")) {
            final List<String> lines = tables.get("recursive-collapse-loop-end-4-trajectory.csv");
            final int column = header(lines).get("Total variance");
            final double[] variances = lines.stream().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",")[column])).toArray();
            assertTrue(story.contains("never below 4.33 or above 5.65"));
            assertTrue(Arrays.stream(variances).allMatch(v -> v > 4.33 && v < 5.65), () -> Arrays.stream(variances).summaryStatistics().toString());
        }
    }

    @ParameterizedTest(name = "has the half-life of {0} points")
    @ValueSource(ints = {100, 1_000, 10_000, 1_000_000})
    void halfLives(final int points) throws IOException {
        final long halfLife = Math.round(Math.log(0.5) / Math.log1p(-1.0 / points));
        final String row = String.format(Locale.ROOT, "| %,d | %,d |", points, halfLife);
        assertTrue(text().contains(row), row);
    }

    @Test
    @DisplayName("has pictures that are there and small enough for a page")
    void pictures() throws IOException {
        final List<String> pictures = text().lines().filter(l -> l.startsWith("![")).map(l -> l.replaceAll(".*\\]\\((.*)\\).*", "$1")).toList();
        assertEquals(6, pictures.size());
        for (final String picture : pictures) {
            assertTrue(Files.size(Run.ROOT.resolve("docs").resolve(picture)) < 200_000, picture);
        }
    }
}
