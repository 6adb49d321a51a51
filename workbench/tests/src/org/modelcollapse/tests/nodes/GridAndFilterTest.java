package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("Scenario Grid and Central Filter")
class GridAndFilterTest {

    @Test
    @DisplayName("the grid combines the values of all lines, linked settings together, and the experiment takes it")
    void grid() {
        try (Canvas canvas = new Canvas()) {
            final Node grid = canvas.add(Canvas.GRID).set("lines/0/values", "20, 30");
            final Node experiment = canvas.add(Canvas.EXPERIMENT, "Scenarios").from(canvas.add(Canvas.SAMPLE), 2, 1)
                .from(grid, 1, 2).set("generations", 2).set("replicates", 1);
            canvas.execute();
            final Table scenarios = grid.out(1);
            assertEquals(List.of("Scenario", "rows", "ratioOriginal", "ratioFitted"), scenarios.columns());
            assertEquals(8, scenarios.size());
            assertArrayEquals(new double[]{20, 20, 20, 20, 30, 30, 30, 30}, scenarios.numbers("rows"));
            assertArrayEquals(new double[]{1, 0.999, 0.99, 0.9, 1, 0.999, 0.99, 0.9}, scenarios.numbers("ratioFitted"));
            assertEquals("rows 20, ratioOriginal 0.001, ratioFitted 0.999", scenarios.cell(1, "Scenario").toString());
            assertTrue(experiment.executed(), experiment.message());
            assertEquals(16, experiment.out(1).size());
        }
    }

    @Test
    @DisplayName("a setting with texts becomes a column of texts; a value with too few parts is named")
    void gridTypes() {
        try (Canvas canvas = new Canvas()) {
            final Node grid = canvas.add(Canvas.GRID).set("mode", "LIST").set("lines/0/setting", "regime")
                .set("lines/0/values", "MIX, ACCUMULATE").set("mode", "COMBINATIONS");
            canvas.execute();
            assertEquals(DoubleCell.TYPE, grid.spec(1).getColumnSpec("ratioOriginal").getType());
            assertEquals(StringCell.TYPE, grid.spec(1).getColumnSpec("regime").getType());
            assertTrue(canvas.add(Canvas.GRID).refusal("lines/1/values", "0 / 1, 0.5").contains("\"0.5\""));
            assertTrue(canvas.add(Canvas.GRID).refusal("lines/1/setting", "rows / rows").contains("twice"));
        }
    }

    @Test
    @DisplayName("a list has a row a scenario with its name, and leaves the experiment's setting where nothing is said")
    void list() {
        try (Canvas canvas = new Canvas()) {
            final Node grid = canvas.add(Canvas.GRID).set("mode", "LIST").set("list/0/rows", "30")
                .set("list/1/others", "growth = 2, central fraction kept = 0.9").set("list/1/name", "Trimmed");
            final Node experiment = canvas.add(Canvas.EXPERIMENT, "Scenarios").from(canvas.add(Canvas.SAMPLE), 2, 1)
                .from(grid, 1, 2).set("generations", 2).set("replicates", 1).set("rows", 20).set("model/components", 1);
            canvas.execute();
            final Table scenarios = grid.out(1);
            assertEquals(List.of("Scenario", "rows", "regime", "growth", "centralFraction"), scenarios.columns());
            assertEquals(List.of("[Replace, 30.0, MIX, ?, ?]", "[Trimmed, ?, ACCUMULATE, 2.0, 0.9]"),
                scenarios.rows().stream().map(row -> row.stream().map(Object::toString).toList().toString()).toList());
            assertEquals(DoubleCell.TYPE, grid.spec(1).getColumnSpec("rows").getType());
            assertTrue(experiment.executed(), experiment.message());
            // kept are the first and last training set of each: 30 and 30, then 20 and, accumulated, 40
            assertEquals(120, experiment.out(4).size());
        }
    }

    @Test
    @DisplayName("a list with a mistake is refused with number and name of the scenario, a grid with the possible settings")
    void listMistakes() {
        try (Canvas canvas = new Canvas()) {
            final Node grid = canvas.add(Canvas.GRID).set("mode", "LIST");
            assertEquals("Scenario 2 has no name. Give it one.", grid.refusal("list/1/name", ""));
            assertTrue(grid.refusal("list/1/name", "Replace").startsWith("Scenarios 1 and 2 have the same name"));
            assertTrue(grid.refusal("list/0/others", "colour = 1").startsWith("Scenario 1, \"Replace\": \"colour\" is no"));
            assertTrue(canvas.add(Canvas.GRID).refusal("lines/0/setting", "row").contains("Possible are [generations, rows,"));
        }
    }

    @Test
    @DisplayName("the filter drops the same number of rows from either end and keeps the others in their order")
    void filter() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.values(IntStream.range(0, 100).mapToDouble(i -> (i * 37) % 100).toArray()));
            final Node half = canvas.add(Canvas.FILTER).from(rows, 1, 1).set("fraction", 0.9);
            final Node all = canvas.add(Canvas.FILTER).from(rows, 1, 1).set("fraction", 1.0);
            canvas.execute();
            final double[] expected =
                IntStream.range(0, 100).map(i -> (i * 37) % 100).filter(v -> v >= 5 && v < 95).asDoubleStream().toArray();
            assertArrayEquals(expected, half.out(1).numbers("Value"));
            assertEquals(100, all.out(1).size());
            assertEquals("Row1", half.out(1).keys().get(0), "rows keep their keys: Row0 is 0 and dropped");
            assertTrue(canvas.add(Canvas.FILTER).from(rows, 1, 1).refusal("fraction", 0.0)
                .startsWith("The fraction to keep is 0.0."));
        }
    }

    @Test
    @DisplayName("of equal values the filter drops as many as it says, in the order of the rows")
    void filterTies() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.values(0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
            final Node filter = canvas.add(Canvas.FILTER).from(rows, 1, 1).set("fraction", 0.4);
            canvas.execute();
            assertEquals(List.of("Row3", "Row4", "Row5", "Row6"), filter.out(1).keys());
        }
    }
}
