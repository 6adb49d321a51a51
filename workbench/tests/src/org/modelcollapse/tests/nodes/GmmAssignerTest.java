package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.workflow.VariableType.LongType;
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
            assertEquals(List.of("Value", "Cluster", "Component", "Probability 1", "Probability 2", "Log density"),
                out.columns());
            for (int i = 0; i < points.length; i++) {
                final double one = density(0, points[i]);
                final double two = density(1, points[i]);
                assertEquals(one / (one + two), out.number(i, "Probability 1"), 1e-14);
                assertEquals(two / (one + two), out.number(i, "Probability 2"), 1e-14);
                assertEquals(Math.log(one + two), out.number(i, "Log density"), 1e-13);
                assertEquals(one > two ? 1 : 2, out.number(i, "Component"));
                assertEquals(one > two ? "Cluster 1" : "Cluster 2", out.cell(i, "Cluster").toString());
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
            assertEquals(List.of("name", "Value", "Component", "Cluster", "Component (#1)", "Log density"), out.columns(),
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
            final List<String> columns = List.of("Value", "Cluster", "Component", "Probability 1", "Probability 2", "Probability 3",
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
            assertEquals(List.of("Cluster", "Component", "Probability 1", "Probability 2", "Log density"),
                List.of(told.spec(1).getColumnNames()).subList(1, 6));
            canvas.execute();
            for (final Node node : List.of(silent, told)) {
                assertEquals(List.of("Cluster", "Component", "Probability 1", "Probability 2", "Probability 3", "Log density"),
                    node.out(1).columns().subList(1, 7));
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

    private static final Object[][] PLANE = {{0.5, 0, 0, 1, 0.8, 1}, {0.5, 6, -3, 1, -0.5, 2}};

    private static Node plane(final Canvas canvas) {
        return canvas.add(TestNode.table(
            List.of("Weight", "Mean (x)", "Mean (y)", "Cov (x, x)", "Cov (x, y)", "Cov (y, y)"), PLANE));
    }

    private static Node gaps(final Canvas canvas) {
        return canvas.add(TestNode.table(List.of("x", "y"), new Object[]{0.5, 0.4}, new Object[]{1, null},
            new Object[]{null, -3}, new Object[]{null, null}, new Object[]{50, 50}));
    }

    @Test
    @DisplayName("names the clusters in a text column whose values are announced, so that colours can be given to them")
    void clusterDomain() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node fit = canvas.add(Canvas.FIT).from(sample, 1, 1).set("components", 3);
            final Node assigned = canvas.add(Canvas.ASSIGN).from(sample, 1, 1).from(fit, 1, 2);
            final List<String> clusters = List.of("Cluster 1", "Cluster 2", "Cluster 3");
            assertEquals(clusters, assigned.spec(1).getColumnSpec("Cluster").getDomain().getValues().stream()
                .map(Object::toString).toList());
            assertTrue(assigned.spec(1).getColumnSpec("Cluster").getType().equals(StringCell.TYPE));
            canvas.execute();
            assertEquals(clusters, assigned.spec(1).getColumnSpec("Cluster").getDomain().getValues().stream()
                .map(Object::toString).toList());
        }
    }

    @Test
    @DisplayName("assigns a row with gaps by the columns that it has, as the mixture of these columns says")
    void partlyKnown() {
        try (Canvas canvas = new Canvas()) {
            final Node assigned = canvas.add(Canvas.ASSIGN).from(gaps(canvas), 1, 1).from(plane(canvas), 1, 2);
            canvas.execute();
            final Table out = assigned.out(1);
            final double one = 0.5 * normal(1, 0, 1);
            final double two = 0.5 * normal(1, 6, 1);
            assertEquals(one / (one + two), out.number(1, "Probability 1"), 1e-13);
            assertEquals(Math.log(one + two), out.number(1, "Log density"), 1e-13);
            assertEquals("Cluster 2", out.cell(2, "Cluster").toString());
            assertTrue(out.cell(1, "y").isMissing(), "nothing is filled in unless it is wanted");
            assertTrue(out.cell(3, "Cluster").isMissing());
            assertEquals("WARNING: 2 rows have missing, NaN or infinite values and were assigned by the others. 1 row has "
                + "missing, NaN or infinite values and got missing cells.", assigned.message());
        }
    }

    private static double normal(final double x, final double mean, final double variance) {
        return Math.exp(-(x - mean) * (x - mean) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    }

    @Test
    @DisplayName("leaves rows with gaps alone where it is told to")
    void missingCells() {
        try (Canvas canvas = new Canvas()) {
            final Node assigned = canvas.add(Canvas.ASSIGN).from(gaps(canvas), 1, 1).from(plane(canvas), 1, 2)
                .set("unknown", "MISSING");
            canvas.execute();
            for (int i = 1; i < 4; i++) {
                assertTrue(assigned.out(1).cell(i, "Cluster").isMissing(), "row " + i);
            }
        }
    }

    @Test
    @DisplayName("fills gaps with their expectation: the regression of each component, weighted by its probability")
    void fillsExpectation() {
        try (Canvas canvas = new Canvas()) {
            final Node assigned = canvas.add(Canvas.ASSIGN).from(gaps(canvas), 1, 1).from(plane(canvas), 1, 2)
                .set("unknown", "MEAN");
            canvas.execute();
            final Table out = assigned.out(1);
            final double first = out.number(1, "Probability 1");
            assertEquals(first * 0.8 * 1 + (1 - first) * (-3 - 0.5 * (1 - 6)), out.number(1, "y"), 1e-12);
            assertEquals(3, out.number(3, "x"), 1e-15);
            assertEquals(-1.5, out.number(3, "y"), 1e-15);
            assertEquals(0.5, out.number(0, "x"));
        }
    }

    @Test
    @DisplayName("fills gaps with draws that the seed decides, row by row")
    void fillsDraws() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = gaps(canvas);
            final Node mixture = plane(canvas);
            final Node first = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(mixture, 1, 2).set("unknown", "DRAW");
            final Node again = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(mixture, 1, 2).set("unknown", "DRAW");
            final Node other = canvas.add(Canvas.ASSIGN).from(rows, 1, 1).from(mixture, 1, 2).set("unknown", "DRAW")
                .set("random/seed", 2L);
            canvas.execute();
            assertEquals(first.out(1).text(), again.out(1).text());
            assertNotEquals(first.out(1).number(1, "y"), other.out(1).number(1, "y"));
            assertEquals(1, first.out(1).number(1, "x"));
        }
    }

    @Test
    @DisplayName("flags outliers by the distance to their component, with the p-value, also of rows with gaps")
    void outliersByDistance() {
        try (Canvas canvas = new Canvas()) {
            final Node assigned = canvas.add(Canvas.ASSIGN).from(gaps(canvas), 1, 1).from(plane(canvas), 1, 2)
                .set("outliers", "DISTANCE");
            canvas.execute();
            final Table out = assigned.out(1);
            // of two columns the tail of chi-square is exp(-D²/2)
            assertEquals(Math.exp(-0.5 * (0.25 - 1.6 * 0.2 + 0.16) / 0.36), out.number(0, "P-value"), 1e-13);
            assertEquals(2 * (1 - 0.8413447460685429), out.number(1, "P-value"), 1e-13);
            assertTrue(out.cell(3, "P-value").isMissing());
            assertEquals(List.of("false", "false", "false", "?", "true"),
                out.rows().stream().map(r -> r.get(r.size() - 1).toString()).toList());
        }
    }

    @Test
    @DisplayName("flags outliers by their density; the flow variable says the seed")
    void outliersByDensity() {
        try (Canvas canvas = new Canvas()) {
            final Node assigned = canvas.add(Canvas.ASSIGN).from(gaps(canvas), 1, 1).from(plane(canvas), 1, 2)
                .set("outliers", "DENSITY").set("draws", 9999);
            canvas.execute();
            assertEquals(1e-4, assigned.out(1).number(4, "P-value"), 1e-18);
            assertEquals("true", assigned.out(1).cell(4, "Outlier").toString());
            assertTrue(assigned.out(1).number(0, "P-value") > 0.5);
            assertEquals(1L, assigned.variable("seed").getValue(LongType.INSTANCE));
        }
    }

    @Test
    @DisplayName("refuses a level that is no probability, and one that no p-value can be below")
    void wrongLevel() {
        try (Canvas canvas = new Canvas()) {
            final Node assigned = canvas.add(Canvas.ASSIGN).set("outliers", "DENSITY");
            assertTrue(assigned.refusal("level", 1.5).contains("Give a probability above 0 and below 1"));
            assertTrue(assigned.refusal("level", 1e-6).contains("Give more draws or a higher level"));
            assertTrue(assigned.refusal("draws", 0).contains("Give 1 to 10000000"));
        }
    }
}
