package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.runner.ExitCode;

@DisplayName("The example with KNIME's own nodes")
class KnimesNodesTest {

    private static final String NAME = "with-knimes-nodes";

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("knimes-nodes-test");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        Run.delete(folder);
    }

    @Test
    @DisplayName("leaves out KNIME's own nodes and what needs them, says so, and writes the tables that these would have got")
    void knimesNodes() throws IOException {
        final Path output = folder.resolve(NAME);
        final Run run = Run.of(Run.example(NAME), output, "-option=16,replicates,2,int");
        assertEquals(ExitCode.WARNING, run.code(), run.err());
        final String page = Files.readString(output.resolve("index.html"));
        for (final String text : List.of("Left out: Line Plot (node 7), a node of KNIME's own", "Left out: Row Filter (node 11), a node of KNIME's own",
            "Left out: Recursive Collapse Loop Start (node 10), because of Row Filter (node 11).", "Left out: Fit GMM (node 12), because of Row Filter (node 11).",
            "Left out: Recursive Collapse Loop End (node 13), because of Row Filter (node 11).")) {
            assertTrue(run.err().contains(text), "\"" + text + "\" in: " + run.err());
            assertTrue(page.contains(text.replace("'", "&#39;")) || page.contains(text), "\"" + text + "\" on the page");
        }
        assertFalse(run.err().contains("Recursive Collapse Loop End (node 4)"), run.err());
        assertTrue(Run.names(output).containsAll(List.of("sample-gmm-1-sample.csv", "recursive-collapse-loop-end-4-trajectory.csv", "recursive-collapse-loop-end-4-last-training-set.csv",
            "recursive-collapse-experiment-16-bands.csv", "recursive-collapse-experiment-16-runs.csv")), Run.names(output).toString());
        assertFalse(Run.names(output).stream().anyMatch(n -> n.contains("-13-")), Run.names(output).toString());
    }

    @ParameterizedTest(name = "KNIME''s Column Filter {0} keeps columns that its table has, in the table''s order, the generation first where there is one")
    @CsvSource({"6, recursive-collapse-loop-end-4-trajectory", "14, recursive-collapse-loop-end-4-trajectory", "17, recursive-collapse-experiment-16-bands",
        "19, recursive-collapse-experiment-16-runs"})
    void columnFilters(final int node, final String table) throws IOException {
        final Path output = folder.resolve(NAME);
        Run.of(Run.example(NAME), output, "-option=16,replicates,2,int", "-option=16,generations,20,int", "-option=2,generations,2,int");
        final List<String> columns = List.of(Files.readAllLines(output.resolve(table + ".csv")).get(0).split(","));
        final String settings = Files.readString(Run.example(NAME).resolve("Column Filter (#" + node + ")/settings.xml"));
        final List<String> kept = settings.substring(settings.indexOf("included_names"), settings.indexOf("excluded_names")).lines()
            .filter(l -> l.contains("xstring")).map(l -> l.replaceAll(".*value=\"(.*)\"/>", "$1")).toList();
        assertFalse(kept.isEmpty());
        assertEquals(columns.stream().filter(kept::contains).toList(), kept, columns.toString());
        assertTrue(!columns.contains("Generation") || kept.get(0).equals("Generation"), kept.toString());
    }

    @Test
    @DisplayName("leaves the settings of KNIME's charts to these, so that each guesses its columns")
    void chartsWithoutSettings() throws IOException {
        final List<Path> charts;
        try (Stream<Path> all = Files.list(Run.example(NAME))) {
            charts = all.filter(f -> f.getFileName().toString().matches("(Line Plot|Histogram|Box Plot|Table View) .*")).toList();
        }
        assertEquals(8, charts.size());
        for (final Path chart : charts) {
            final String settings = Files.readString(chart.resolve("settings.xml"));
            assertFalse(settings.contains("key=\"model\"") || settings.contains("key=\"view\""), chart.toString());
        }
    }
}
