package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("A scenario table")
class ScenarioTableTest {

    private static Node experiment(final Canvas canvas, final Node table) {
        return canvas.add(Canvas.EXPERIMENT, "Scenarios").from(canvas.add(Canvas.SAMPLE), 2, 1).from(table, 1, 2)
            .set("generations", 3).set("replicates", 2);
    }

    @Test
    @DisplayName("takes titles for settings, labels for choices, texts for numbers, and an empty text for nothing")
    void tolerant() {
        try (Canvas canvas = new Canvas()) {
            final Node exact = canvas.add(TestNode.table(List.of("'Scenario", "rows", "'regime", "ratioOriginal", "'distances"),
                new Object[]{"a", 30, "MIX", 0, "false"}, new Object[]{"b", 20, "BUDGET", null, "true"}));
            final Node loose = canvas.add(TestNode.table(
                List.of("'scenario", "'Rows in a training set", "'Regime", "'Share of original points", "Distances"),
                new Object[]{"a", "30", "mix", "0.0", 0},
                new Object[]{"b", " 2e1", "Accumulate with a fixed budget", "", 1}));
            final List<Node> experiments = Stream.of(exact, loose).map(table -> experiment(canvas, table)).toList();
            canvas.execute();
            for (final Node experiment : experiments) {
                assertTrue(experiment.executed(), experiment.message());
            }
            for (int port = 1; port <= 5; port++) {
                assertEquals(experiments.get(0).out(port).text(), experiments.get(1).out(port).text(), "port " + port);
            }
        }
    }

    private static void assertComplaint(final String complaint, final List<String> columns, final Object... cells) {
        try (Canvas canvas = new Canvas()) {
            final Node experiment = experiment(canvas, canvas.add(TestNode.table(columns, cells)));
            canvas.execute();
            assertFalse(experiment.executed());
            assertTrue(experiment.message().contains(complaint), experiment.message());
        }
    }

    @Test
    @DisplayName("with a mistake is refused with row, column and what is possible")
    void mistakes() {
        assertComplaint("[generations, rows, ", List.of("colour"), 1);
        assertComplaint("two columns for the setting \"rows\"", List.of("rows", "Rows in a training set"), 10, 20);
        assertComplaint("two columns for the name", List.of("'Scenario", "' scenario"), "a", "b");
        assertComplaint("Row \"Row0\", column \"regime\" of the scenario table: \"pool\" is none of the choices."
            + " Possible are MIX (Mix of original, fitted and current points), ACCUMULATE (Accumulate), BUDGET",
            List.of("'regime"), "pool");
        assertComplaint("column \"distances\" of the scenario table: give true or false, not \"maybe\"",
            List.of("'distances"), "maybe");
        assertComplaint("column \"rows\" of the scenario table: give a number, not the text \"ten\"", List.of("'rows"),
            "ten");
    }
}
