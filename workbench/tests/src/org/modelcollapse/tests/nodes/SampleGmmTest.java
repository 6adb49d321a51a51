package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.workflow.VariableType;

@DisplayName("Sample GMM")
class SampleGmmTest {

    @Test
    @DisplayName("draws the post's mixture by default: 10,000 rows of mean 0 and variance 5")
    void defaults() {
        try (Canvas canvas = new Canvas()) {
            final var sample = canvas.add(Canvas.SAMPLE);
            canvas.execute();
            final Table rows = sample.out(1);
            assertEquals(List.of("Value"), rows.columns());
            assertEquals(10_000, rows.size());
            assertEquals("Row9999", rows.keys().get(9_999));
            final double[] values = rows.numbers("Value");
            final double mean = Arrays.stream(values).average().orElseThrow();
            final double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 9_999;
            // standard errors: sqrt(5/n) of the mean; of the variance sqrt((m4 - 25)/n), m4 = 16 + 6*4 + 3 = 43
            assertTrue(Math.abs(mean) < 4 * Math.sqrt(5.0 / 10_000), "mean " + mean);
            assertTrue(Math.abs(variance - 5) < 4 * Math.sqrt(18.0 / 10_000), "variance " + variance);
        }
    }

    @Test
    @DisplayName("gives the mixture itself at the second port, ready for other nodes")
    void mixturePort() {
        try (Canvas canvas = new Canvas()) {
            final var sample = canvas.add(Canvas.SAMPLE);
            canvas.execute();
            final Table mixture = sample.out(2);
            assertEquals(List.of("Component", "Weight", "Mean", "Sd"), mixture.columns());
            assertEquals("[Component, Weight, Mean, Sd]\n[1, 0.5, -2.0, 1.0]\n[2, 0.5, 2.0, 1.0]", mixture.text());
        }
    }

    @Test
    @DisplayName("same seed, same rows; another seed, other rows; the seed used is a flow variable")
    void seeds() {
        try (Canvas canvas = new Canvas()) {
            final var one = canvas.add(Canvas.SAMPLE);
            final var same = canvas.add(Canvas.SAMPLE);
            final var other = canvas.add(Canvas.SAMPLE).set("random/seed", 2L);
            final var drawn = canvas.add(Canvas.SAMPLE).set("random/useFixedSeed", false);
            canvas.execute();
            assertEquals(one.out(1).text(), same.out(1).text());
            assertNotEquals(one.out(1).text(), other.out(1).text());
            final long seed = drawn.variable("seed").getValue(VariableType.LongType.INSTANCE);
            final var repeated = canvas.add(Canvas.SAMPLE).set("random/seed", seed);
            canvas.execute();
            assertEquals(drawn.out(1).text(), repeated.out(1).text(), "the flow variable tells how to repeat it");
        }
    }

    @Test
    @DisplayName("draws from a connected mixture table of several dimensions, under its names, and tells the component")
    void mixtureTable() {
        try (Canvas canvas = new Canvas()) {
            final var table = canvas.add(TestNode.table(
                List.of("Weight", "Mean (x)", "Mean (y)", "Cov (x, x)", "Cov (x, y)", "Cov (y, y)"),
                new Object[]{0.25, 0, 100, 1, 0.5, 4}, new Object[]{0.75, 50, 0, 1, 0, 1}));
            final var sample = canvas.add(Canvas.SAMPLE, "Mixture table").from(table, 1, 1)
                .set("rows", 1_000L).set("appendComponent", true);
            canvas.execute();
            final Table rows = sample.out(1);
            assertEquals(List.of("x", "y", "Component"), rows.columns());
            assertEquals(1_000, rows.size());
            int first = 0;
            for (int i = 0; i < rows.size(); i++) {
                final boolean isFirst = rows.number(i, "Component") == 1;
                first += isFirst ? 1 : 0;
                assertEquals(isFirst ? 0 : 50, rows.number(i, "x"), 10, "x belongs to its component");
                assertEquals(isFirst ? 100 : 0, rows.number(i, "y"), 20, "y belongs to its component");
            }
            assertTrue(Math.abs(first - 250) < 4 * Math.sqrt(1_000 * 0.25 * 0.75), "first component " + first);
        }
    }

    @Test
    @DisplayName("its columns know their bounds, so that charts can guess")
    void domain() {
        try (Canvas canvas = new Canvas()) {
            final var sample = canvas.add(Canvas.SAMPLE).set("rows", 100L).set("columnName", "height");
            canvas.execute();
            final var column = sample.spec(1).getColumnSpec("height");
            final double[] values = sample.out(1).numbers("height");
            assertEquals(Arrays.stream(values).min().orElseThrow(),
                ((DoubleValue)column.getDomain().getLowerBound()).getDoubleValue());
            assertEquals(Arrays.stream(values).max().orElseThrow(),
                ((DoubleValue)column.getDomain().getUpperBound()).getDoubleValue());
            assertEquals(DoubleCell.TYPE, column.getType());
        }
    }

    @Test
    @DisplayName("says before execution what is wrong with a mixture table")
    void wrongColumns() {
        assertComplaint("The mixture table has no column \"Sd\"", List.of("Weight", "Mean"), new Object[]{1, 0});
        assertComplaint("Column \"Mean\" of the mixture table is not numeric", List.of("Weight", "'Mean", "Sd"),
            new Object[]{1, "zero", 1});
        assertComplaint("The mixture table has no column \"Cov (x, y)\"",
            List.of("Weight", "Mean (x)", "Mean (y)", "Cov (x, x)", "Cov (y, y)"), new Object[]{1, 0, 0, 1, 1});
    }

    @Test
    @DisplayName("names row and column, or the sum, when the numbers are no mixture")
    void wrongNumbers() {
        final List<String> columns = List.of("Weight", "Mean", "Sd");
        assertComplaint("Row \"Row1\", column \"Sd\" of the mixture table: the number is missing", columns,
            new Object[]{0.5, 0, 1}, new Object[]{0.5, 1, null});
        assertComplaint("0.9", columns, new Object[]{0.5, 0, 1}, new Object[]{0.4, 1, 1});
        assertComplaint("component 2", columns, new Object[]{0.5, 0, 1}, new Object[]{0.5, 1, -1});
        assertComplaint("component 1", columns, new Object[]{0.5, 0, 0}, new Object[]{0.5, 1, 1});
        assertComplaint("component 1", List.of("Weight", "Mean (x)", "Mean (y)", "Cov (x, x)", "Cov (x, y)", "Cov (y, y)"),
            new Object[]{1, 0, 0, 1, 2, 1});
        assertComplaint("The mixture table is empty", columns);
    }

    private static void assertComplaint(final String part, final List<String> columns, final Object[]... rows) {
        try (Canvas canvas = new Canvas()) {
            final var table = canvas.add(TestNode.table(columns, rows));
            final var sample = canvas.add(Canvas.SAMPLE, "Mixture table").from(table, 1, 1);
            canvas.execute();
            assertFalse(sample.executed());
            assertTrue(sample.message().contains(part), sample.message());
        }
    }

    @Test
    @DisplayName("refuses settings that make no sense, with the way out")
    void settings() {
        try (Canvas canvas = new Canvas()) {
            assertEquals("The number of rows is 0. Give 1 or more.", canvas.add(Canvas.SAMPLE).refusal("rows", 0L));
            assertTrue(canvas.add(Canvas.SAMPLE).refusal("random/seed", -1L).startsWith("The seed is -1."));
            final var weights = canvas.add(Canvas.SAMPLE).set("components/0/weight", 0.6);
            assertTrue(weights.message().contains("1.1"), weights.message());
        }
    }
}
