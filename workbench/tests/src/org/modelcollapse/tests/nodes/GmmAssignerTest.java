package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("GMM Assigner")
class GmmAssignerTest {

    private static final Object[][] MIXTURE = {{0.25, -1, 1}, {0.75, 3, 2}};

    private static Node mixture(final Canvas canvas) {
        return canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), MIXTURE));
    }

    private static double density(final int k, final double x) {
        final double weight = ((Number)MIXTURE[k][0]).doubleValue();
        final double mean = ((Number)MIXTURE[k][1]).doubleValue();
        final double sd = ((Number)MIXTURE[k][2]).doubleValue();
        return weight * Math.exp(-(x - mean) * (x - mean) / (2 * sd * sd)) / (sd * Math.sqrt(2 * Math.PI));
    }

    @Test
    @DisplayName("appends component, probabilities and log density, as Bayes' rule gives them")
    void appends() {
        try (Canvas canvas = new Canvas()) {
            final double[] points = {-4, -1, 0.3, 3, 8};
            final Node rows = canvas.add(TestNode.values(points));
            final Node assigned = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(mixture(canvas), 1, 2);
            canvas.execute();
            final Table out = assigned.out(1);
            assertEquals(List.of("Value", "Component", "Probability 1", "Probability 2", "Log density"), out.columns());
            for (int i = 0; i < points.length; i++) {
                final double one = density(0, points[i]);
                final double two = density(1, points[i]);
                assertEquals(one / (one + two), out.number(i, "Probability 1"), 1e-14);
                assertEquals(two / (one + two), out.number(i, "Probability 2"), 1e-14);
                assertEquals(Math.log(one + two), out.number(i, "Log density"), 1e-13);
                assertEquals(one > two ? 1 : 2, out.number(i, "Component"));
            }
        }
    }

    @Test
    @DisplayName("keeps every row; those without a usable value get missing cells and are counted")
    void missing() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.table(List.of("'name", "Value", "Component"), new Object[]{"a", 1, 7},
                new Object[]{"b", null, 8}, new Object[]{"c", Double.POSITIVE_INFINITY, 9}));
            final Node assigned = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(mixture(canvas), 1, 2)
                .set("appendProbabilities", false).set("column", "Value");
            canvas.execute();
            final Table out = assigned.out(1);
            assertEquals(List.of("name", "Value", "Component", "Component (#1)", "Log density"), out.columns(),
                "no column is overwritten");
            assertFalse(out.cell(0, "Log density").isMissing());
            assertTrue(out.cell(1, "Log density").isMissing());
            assertTrue(out.cell(2, "Component (#1)").isMissing());
            assertEquals("WARNING: 2 rows have missing, NaN or infinite values and got missing cells.",
                assigned.message());
        }
    }

    @Test
    @DisplayName("finds the columns of a mixture of several dimensions by their names")
    void severalDimensions() {
        try (Canvas canvas = new Canvas()) {
            final Node iris = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS");
            final Node fit = canvas.add(Canvas.FIT).from(iris, 1, 1).set("components", 3).set("preset", "CONVERGED");
            final Node assigned = canvas.add(Canvas.ASSIGN).from(iris, 1, 1).from(fit, 1, 2);
            canvas.execute();
            final Table out = assigned.out(1);
            // the first 50 rows are setosa, which every three-component mixture of these data sets apart
            final double setosa = out.number(0, "Component");
            for (int i = 0; i < 150; i++) {
                assertEquals(i < 50, out.number(i, "Component") == setosa, "row " + i);
                assertEquals(1, out.number(i, "Probability 1") + out.number(i, "Probability 2")
                    + out.number(i, "Probability 3"), 1e-12);
            }
        }
    }

    @Test
    @DisplayName("names the column that is not there")
    void wrongColumn() {
        try (Canvas canvas = new Canvas()) {
            final Node iris = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS");
            final Node faithful = canvas.add(Canvas.EXAMPLE);
            final Node fit = canvas.add(Canvas.FIT).from(faithful, 1, 1);
            final Node assigned = canvas.add(Canvas.ASSIGN).from(iris, 1, 1).from(fit, 1, 2);
            canvas.execute();
            assertFalse(assigned.executed());
            assertTrue(assigned.message().contains("no column \"Eruption (min)\""), assigned.message());
        }
    }

    @Test
    @DisplayName("announces its columns before execution where the mixture table tells how many components there are")
    void announces() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node fit = canvas.add(Canvas.FIT).from(sample, 1, 1).set("components", 3);
            final Node assigned = canvas.add(Canvas.ASSIGN).from(sample, 1, 1).from(fit, 1, 2);
            final List<String> columns = List.of("Value", "Component", "Probability 1", "Probability 2", "Probability 3",
                "Log density");
            assertEquals(columns, List.of(assigned.spec(1).getColumnNames()));
            canvas.execute();
            assertEquals(columns, assigned.out(1).columns());
        }
    }

    @Test
    @DisplayName("announces as many probabilities as it is told to where the mixture table does not tell, and appends those that there are")
    void announcedBySetting() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.values(0, 1, 2));
            final Node table = canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.4, 0, 1},
                new Object[]{0.3, 5, 1}, new Object[]{0.3, 9, 1}));
            final Node silent = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(table, 1, 2);
            final Node told = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(table, 1, 2).set("announced", 2);
            assertNull(silent.spec(1));
            assertEquals(List.of("Component", "Probability 1", "Probability 2", "Log density"),
                List.of(told.spec(1).getColumnNames()).subList(1, 5));
            canvas.execute();
            for (final Node node : List.of(silent, told)) {
                assertEquals(List.of("Component", "Probability 1", "Probability 2", "Probability 3", "Log density"),
                    node.out(1).columns().subList(1, 6));
            }
            assertTrue(told.refusal("announced", -1).contains("Give 0 to 10000"), told.refusal("announced", -1));
        }
    }

    @Test
    @DisplayName("names the column that it takes where several could be meant and none is selected")
    void namesTheColumn() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.table(List.of("a", "b", "c"), new Object[]{1, 2, 3}, new Object[]{4, 5, 6}));
            final Node assigned = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(mixture(canvas), 1, 2);
            canvas.execute();
            assertTrue(assigned.message().contains("Column \"a\" is used, the first of 3 numeric columns"), assigned.message());
            final Node chosen = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(mixture(canvas), 1, 2).set("column", "b");
            canvas.execute();
            assertFalse(chosen.message().contains("is used"), chosen.message());
        }
    }
}
