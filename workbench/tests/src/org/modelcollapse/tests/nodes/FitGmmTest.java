package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.gmm.RandomStream;

@DisplayName("Fit GMM")
class FitGmmTest {

    @Test
    @DisplayName("recovers the post's mixture from its sample, sorted by mean")
    void recovers() {
        try (Canvas canvas = new Canvas()) {
            final var sample = canvas.add(Canvas.SAMPLE);
            final var fit = canvas.add(Canvas.FIT).from(sample, 1, 1);
            canvas.execute();
            final Table mixture = fit.out(1);
            assertEquals(List.of("Component", "Weight", "Mean", "Sd"), mixture.columns());
            assertEquals(2, mixture.size());
            // the standard errors are about 0.005, 0.02 and 0.015
            for (int k = 0; k < 2; k++) {
                assertEquals(0.5, mixture.number(k, "Weight"), 0.03);
                assertEquals(k == 0 ? -2 : 2, mixture.number(k, "Mean"), 0.1);
                assertEquals(1, mixture.number(k, "Sd"), 0.1);
            }
            assertEquals(1, mixture.number(0, "Weight") + mixture.number(1, "Weight"), 1e-12);
        }
    }

    @Test
    @DisplayName("gives scikit-learn's answer on Old Faithful, in two dimensions")
    void oldFaithful() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(Canvas.EXAMPLE);
            final var fit = canvas.add(Canvas.FIT).from(data, 1, 1).set("preset", "CONVERGED");
            canvas.execute();
            final Table mixture = fit.out(1);
            assertEquals(List.of("Component", "Weight", "Mean (Eruption (min))", "Mean (Waiting (min))",
                "Cov (Eruption (min), Eruption (min))", "Cov (Eruption (min), Waiting (min))",
                "Cov (Waiting (min), Waiting (min))"), mixture.columns());
            // scikit-learn 1.2.1, faithful_full.expected.csv of the reference fixtures, components sorted by mean
            assertEquals(0.35587, mixture.number(0, "Weight"), 1e-4);
            assertEquals(2.03639, mixture.number(0, "Mean (Eruption (min))"), 1e-3);
            assertEquals(54.4785, mixture.number(0, "Mean (Waiting (min))"), 1e-2);
            assertEquals(4.28966, mixture.number(1, "Mean (Eruption (min))"), 1e-3);
            assertEquals(79.9681, mixture.number(1, "Mean (Waiting (min))"), 1e-2);
        }
    }

    @Test
    @DisplayName("chooses the number of components and reports every one that it tried")
    void choosesComponents() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(Canvas.EXAMPLE);
            final var fit = canvas.add(Canvas.FIT).from(data, 1, 1).set("numberOfComponents", "CHOSEN")
                .set("families", "ONE").set("maxComponents", 4).set("preset", "CONVERGED").set("starts", 5);
            canvas.execute();
            final Table report = fit.out(2);
            assertEquals(4, report.size());
            int chosen = -1;
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 4; i++) {
                assertEquals(i + 1, report.number(i, "Components"));
                assertEquals(6 * (i + 1) - 1, report.number(i, "Parameters"));
                assertEquals(272, report.number(i, "Rows used"));
                assertEquals(report.number(i, "Mean log-likelihood") * 272, report.number(i, "Log-likelihood"), 1e-9);
                if (report.number(i, "BIC") < best) {
                    best = report.number(i, "BIC");
                    chosen = i;
                }
            }
            for (int i = 0; i < 4; i++) {
                assertEquals(i == chosen, report.number(i, "Chosen") == 1, "the least BIC is chosen");
            }
            assertEquals(chosen + 1, fit.out(1).size());
        }
    }

    @Test
    @DisplayName("chooses the kind of covariance too, as mclust does, and reports every combination that it tried")
    void choosesFamily() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS");
            final var fit = canvas.add(Canvas.FIT).from(data, 1, 1).set("numberOfComponents", "CHOSEN")
                .set("families", "ALL").set("maxComponents", 3).set("effort", "QUICK").set("maximumLikelihood", true);
            canvas.execute();
            final Table report = fit.out(2);
            assertEquals(14 * 3, report.size());
            int chosen = -1;
            for (int i = 0; i < report.size(); i++) {
                chosen = report.number(i, "Chosen") == 1 ? i : chosen;
            }
            // mclust 6.0.0, Mclust(iris[, 1:4]): VEV with 2 components, BIC -561.7285 (greater is better there)
            assertEquals("VEV", report.cell(chosen, "Covariance").toString());
            assertEquals(2, report.number(chosen, "Components"));
            assertEquals(561.7285, report.number(chosen, "BIC"), 1e-3);
            assertEquals(26, report.number(chosen, "Parameters"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL", "TIED", "DIAGONAL", "SPHERICAL", "EII", "EEI", "VEI", "EVI", "VEE", "EVE", "VVE", "EEV",
        "VEV", "EVV"})
    @DisplayName("hands every kind of covariance over whole: the mixture table gives the rows the likelihood of the report")
    void everyKindThroughTheTable(final String covariance) {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS");
            final var fit = canvas.add(Canvas.FIT).from(data, 1, 1).set("components", 3).set("covariance", covariance)
                .set("preset", "CONVERGED");
            final var assigned = canvas.add(Canvas.ASSIGN).from(data, 1, 1).from(fit, 1, 2);
            canvas.execute();
            double sum = 0;
            for (final double logDensity : assigned.out(1).numbers("Log density")) {
                sum += logDensity;
            }
            assertEquals(fit.out(2).number(0, "Log-likelihood"), sum, 1e-6);
        }
    }

    @Test
    @DisplayName("uses what rows with missing values have, if so set, and names a column that has nothing")
    void missingValues() {
        final Object[][] rows = {{1, 2}, {2, 1}, {3, 4}, {4, 3}, {5, 6}, {6, null}, {7, null}, {9, null}, {null, null}};
        final Object[][] empty = {{1, null}, {2, null}};
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(TestNode.table(List.of("x", "y"), rows));
            final var fit = canvas.add(Canvas.FIT).from(data, 1, 1).set("unusable", "USE").set("components", 1)
                .set("maximumLikelihood", true);
            final var none = canvas.add(TestNode.table(List.of("x", "y"), empty));
            final var refused = canvas.add(Canvas.FIT).from(none, 1, 1).set("unusable", "USE").set("components", 1);
            canvas.execute();
            // Anderson 1957: y has the mean of its regression on x, of slope 1 in the five complete rows, at the mean of x
            assertEquals(4.625, fit.out(1).number(0, "Mean (x)"), 1e-9);
            assertEquals(3.2 + 4.625 - 3, fit.out(1).number(0, "Mean (y)"), 1e-4);
            assertEquals(8, fit.out(2).number(0, "Rows used"));
            assertEquals(1, fit.out(2).number(0, "Rows skipped"));
            assertTrue(fit.message().contains("1 row was skipped: no selected column"), fit.message());
            assertTrue(refused.message().contains("Column \"y\" has no value at all: leave the column out"),
                refused.message());
        }
    }

    @Test
    @DisplayName("with the weak prior no component collapses onto equal rows")
    void weakPrior() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(TestNode.values(0, 1, 2, 3, 4, 5, 6, 7, 50, 50, 50));
            final var plain = canvas.add(Canvas.FIT).from(data, 1, 1).set("preset", "CONVERGED");
            final var held = canvas.add(Canvas.FIT).from(data, 1, 1).set("preset", "CONVERGED").set("prior", true);
            canvas.execute();
            assertTrue(plain.message().contains("collapsed"), plain.message());
            assertFalse(held.message().contains("collapsed"), held.message());
            assertTrue(held.out(1).number(1, "Sd") > 1, held.out(1).text());
        }
    }

    @Test
    @DisplayName("skips rows with missing, NaN or infinite values and counts them, or fails and names the first")
    void unusableCells() {
        final Object[][] rows =
            {{0}, {1}, {null}, {2}, {Double.NaN}, {10}, {11}, {Double.POSITIVE_INFINITY}, {12}};
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(TestNode.table(List.of("x"), rows));
            final var skip = canvas.add(Canvas.FIT).from(data, 1, 1);
            final var fail = canvas.add(Canvas.FIT).from(data, 1, 1).set("unusable", "FAIL");
            canvas.execute();
            assertTrue(skip.message().startsWith("WARNING: 3 rows were skipped"), skip.message());
            assertEquals(6, skip.out(2).number(0, "Rows used"));
            assertEquals(3, skip.out(2).number(0, "Rows skipped"));
            assertFalse(fail.executed());
            assertTrue(fail.message().contains("Row \"Row2\", column \"x\": the value is missing"), fail.message());
        }
    }

    @Test
    @DisplayName("starts from a mixture at its second input, and takes its number of components")
    void startMixture() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(TestNode.values(-5.2, -5, -4.8, -0.1, 0, 0.1, 4.9, 5, 5.1));
            final var start = canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.4, 4, 1},
                new Object[]{0.3, -4, 1}, new Object[]{0.3, 0.5, 1}));
            final var fit = canvas.add(Canvas.FIT, "Start mixture").from(data, 1, 1).from(start, 1, 2);
            canvas.execute();
            assertEquals(3, fit.out(1).size());
            assertEquals(-5, fit.out(1).number(0, "Mean"), 1e-6);
            assertEquals(0, fit.out(1).number(1, "Mean"), 1e-6);
            assertEquals(5, fit.out(1).number(2, "Mean"), 1e-6);
        }
    }

    @Test
    @DisplayName("a frequency of 2 counts like two rows, and the weights are no part of the mixture")
    void rowWeights() {
        try (Canvas canvas = new Canvas()) {
            final var weighted = canvas.add(TestNode.table(List.of("x", "times"), new Object[]{0, 2},
                new Object[]{1, 1}, new Object[]{5, 0}, new Object[]{10, 2}, new Object[]{12, 1}));
            final var repeated = canvas.add(TestNode.values(0, 0, 1, 10, 10, 12));
            final var one = canvas.add(Canvas.FIT).from(weighted, 1, 1).set("preset", "CONVERGED").weights("times")
                .set("weightMeaning", "FREQUENCY");
            final var other = canvas.add(Canvas.FIT).from(repeated, 1, 1).set("preset", "CONVERGED");
            canvas.execute();
            for (int k = 0; k < 2; k++) {
                for (final String column : List.of("Weight", "Mean", "Sd")) {
                    assertEquals(other.out(1).number(k, column), one.out(1).number(k, column), 1e-6, column);
                }
            }
            assertEquals(other.out(2).number(0, "BIC"), one.out(2).number(0, "BIC"), 1e-6);
        }
    }

    /** 200 rows in two clear groups, with a column of weights, or without. */
    private static TestNode groups(final Double weight) {
        final Object[][] rows = new Object[200][];
        final RandomStream random = RandomStream.of(10);
        for (int i = 0; i < rows.length; i++) {
            final double x = random.nextGaussian() + 10 * (i % 2);
            rows[i] = weight == null ? new Object[]{x} : new Object[]{x, weight};
        }
        return TestNode.table(weight == null ? List.of("x") : List.of("x", "w"), rows);
    }

    @ParameterizedTest(name = "all weights {0}")
    @ValueSource(doubles = {1 / 200.0, 1, 0.3, 50, 1e-320, 1e300})
    @DisplayName("equal importances choose the number of components that no weights choose, with the same criteria")
    void equalImportances(final double weight) {
        try (Canvas canvas = new Canvas()) {
            final var rows = canvas.add(groups(weight));
            final var one = canvas.add(Canvas.FIT).from(rows, 1, 1).weights("w");
            final var none = canvas.add(Canvas.FIT).from(canvas.add(groups(null)), 1, 1);
            for (final var fit : List.of(one, none)) {
                fit.set("numberOfComponents", "CHOSEN").set("minComponents", 1).set("maxComponents", 6);
            }
            canvas.execute();
            assertEquals(2, one.out(1).size());
            for (int k = 0; k < 6; k++) {
                for (final String criterion : List.of("BIC", "AIC", "ICL", "Log-likelihood")) {
                    assertEquals(none.out(2).number(k, criterion), one.out(2).number(k, criterion), 1e-6, criterion);
                }
            }
        }
    }

    @Test
    @DisplayName("weights that look as if they meant something else are told, with the setting")
    void meaningOfWeights() {
        try (Canvas canvas = new Canvas()) {
            final var whole = canvas.add(Canvas.FIT).from(canvas.add(groups(3.0)), 1, 1).weights("w");
            final var parts = canvas.add(Canvas.FIT).from(canvas.add(groups(.5)), 1, 1).weights("w")
                .set("weightMeaning", "FREQUENCY");
            canvas.execute();
            assertTrue(whole.message().contains("If they count rows, set their meaning to Frequency."), whole.message());
            assertTrue(parts.message().contains("If they say how important rows are, set their meaning to Importance."),
                parts.message());
        }
        try (Canvas canvas = new Canvas()) {
            final var none = canvas.add(Canvas.FIT).from(canvas.add(groups(0.0)), 1, 1).weights("w");
            canvas.execute();
            assertTrue(none.message().contains("No row has a weight above 0 in the column \"w\""), none.message());
        }
    }

    /** Executes Fit GMM on a table, with the row weights of a column, and gives what it says. */
    private static String messageOf(final TestNode rows, final String weights, final String meaning) {
        try (Canvas canvas = new Canvas()) {
            final var fit = canvas.add(Canvas.FIT).from(canvas.add(rows), 1, 1).weights(weights)
                .set("weightMeaning", meaning);
            canvas.execute();
            assertFalse(fit.executed());
            return fit.message();
        }
    }

    @Test
    @DisplayName("a weight that is none is told by its Row ID and column, skipped rows or not")
    void badWeights() {
        final TestNode negative = TestNode.table(List.of("x", "w"), new Object[]{null, 1}, new Object[]{null, 1},
            new Object[]{3, -5}, new Object[]{4, 1});
        for (final String meaning : List.of("IMPORTANCE", "FREQUENCY")) {
            final String message = messageOf(negative, "w", meaning);
            assertTrue(message.contains("Row \"Row2\", column \"w\": the weight is -5.0."), message);
        }
        final String large = messageOf(TestNode.table(List.of("x", "w"), new Object[]{1, 1}, new Object[]{3, 1e16}), "w",
            "FREQUENCY");
        assertTrue(large.contains("Row \"Row1\", column \"w\": the weight is 1.0E16."), large);
        final String tiny = messageOf(groups(1e-320), "w", "FREQUENCY");
        assertTrue(tiny.contains("The row weights in the column \"w\" sum to"), tiny);
    }

    @Test
    @DisplayName("a column that is constant or varies too much is told by its name")
    void columnsByName() {
        try (Canvas canvas = new Canvas()) {
            final var rows = canvas.add(TestNode.table(List.of("moves", "const"), new Object[]{1, 7}, new Object[]{2, 7},
                new Object[]{4, 7}, new Object[]{8, 7}));
            final var pure = canvas.add(Canvas.FIT).from(rows, 1, 1).set("maximumLikelihood", true);
            final var held = canvas.add(Canvas.FIT).from(rows, 1, 1);
            final var wide = canvas.add(Canvas.FIT).from(canvas.add(TestNode.table(List.of("a", "wide"),
                new Object[]{1, 1e200}, new Object[]{2, -1e200}, new Object[]{4, 0})), 1, 1);
            canvas.execute();
            assertTrue(pure.message().contains("Column \"const\" is constant"), pure.message());
            assertTrue(held.message().contains("column \"const\""), held.message());
            assertTrue(wide.message().contains("Column \"wide\" reaches from"), wide.message());
        }
    }

    @Test
    @DisplayName("says what is wrong with the data, with the way out")
    void wrongData() {
        assertComplaint("The input table has no numeric column", TestNode.table(List.of("'name"), new Object[]{"a"}));
        assertComplaint("The input table is empty", TestNode.table(List.of("x")));
        assertComplaint("None of the 2 rows has a usable number",
            TestNode.table(List.of("x"), new Object[]{null}, new Object[]{Double.NaN}));
        assertComplaint("2", TestNode.values(1));
        assertComplaint("distinct", TestNode.values(3, 3, 3, 3));
    }

    private static void assertComplaint(final String part, final TestNode source) {
        try (Canvas canvas = new Canvas()) {
            final var fit = canvas.add(Canvas.FIT).from(canvas.add(source), 1, 1);
            canvas.execute();
            assertFalse(fit.executed());
            assertTrue(fit.message().startsWith("ERROR") || fit.message().startsWith("WARNING"), fit.message());
            assertTrue(fit.message().contains(part), fit.message());
        }
    }

    @Test
    @DisplayName("refuses settings that make no sense")
    void settings() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(Canvas.EXAMPLE);
            assertEquals("The number of components is 0. Give 1 or more.",
                canvas.add(Canvas.FIT).from(data, 1, 1).refusal("components", 0));
            assertEquals("The number of starts is 0. Give 1 or more.",
                canvas.add(Canvas.FIT).from(data, 1, 1).refusal("starts", 0));
            assertTrue(canvas.add(Canvas.FIT).from(data, 1, 1).set("preset", "CUSTOM").refusal("tolerance", -1.0)
                .startsWith("The tolerance is -1.0"));
        }
    }

    @Test
    @DisplayName("columns whose names make two covariances of one name are told apart, and the table is read back")
    void covariancesOfOneName() {
        try (Canvas canvas = new Canvas()) {
            final var rows = canvas.add(TestNode.table(List.of("a", "b, c", "a, b", "c"), new Object[]{1, 2, 3, 4},
                new Object[]{2, 1, 4, 3}, new Object[]{3, 5, 1, 2}, new Object[]{4, 3, 2, 9}, new Object[]{5, 8, 8, 1},
                new Object[]{6, 1, 3, 3}));
            final var fit = canvas.add(Canvas.FIT).from(rows, 1, 1).set("components", 1);
            final var again = canvas.add(Canvas.FIT, "Start mixture").from(rows, 1, 1).from(fit, 1, 2);
            final var sample = canvas.add(Canvas.SAMPLE, "Mixture table").from(fit, 1, 1);
            canvas.execute();
            final Table mixture = fit.out(1);
            // means: 3.5, 3.333, 3.5, 3.667
            assertEquals((1 * 2 + 2 * 1 + 3 * 5 + 4 * 3 + 5 * 8 + 6 * 1) / 6.0 - 21 * 20 / 36.0,
                mixture.number(0, "Cov (a, b, c)"), 1e-12);
            assertEquals((3 * 4 + 4 * 3 + 1 * 2 + 2 * 9 + 8 * 1 + 3 * 3) / 6.0 - 21 * 22 / 36.0,
                mixture.number(0, "Cov (a, b, c) (#1)"), 1e-12);
            assertEquals(mixture.rows().toString(), sample.out(2).rows().toString());
            assertTrue(again.executed(), again.message());
        }
    }

    @Test
    @DisplayName("components that are not shown beside a start mixture do not count")
    void hiddenComponents() {
        try (Canvas canvas = new Canvas()) {
            final var sample = canvas.add(Canvas.SAMPLE);
            final var fit = canvas.add(Canvas.FIT, "Start mixture").from(sample, 1, 1).from(sample, 2, 2).set("components", 0);
            canvas.execute();
            assertEquals(2, fit.out(1).size());
            assertTrue(canvas.add(Canvas.FIT).from(sample, 1, 1).refusal("components", 0).contains("is 0"));
        }
    }

    @Test
    @DisplayName("searches for the best maximum by default, and tells how often it was found")
    void bestFit() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(Canvas.EXAMPLE);
            final var fit = canvas.add(Canvas.FIT).from(data, 1, 1).set("components", 4);
            final var one = canvas.add(Canvas.FIT).from(data, 1, 1).set("components", 4).set("preset", "SKLEARN");
            canvas.execute();
            final Table report = fit.out(2);
            assertTrue(report.number(0, "Starts") >= 8);
            assertTrue(report.number(0, "Times found") >= 1);
            assertTrue(report.number(0, "Chance of another") <= 1);
            final double gain = report.number(0, "Log-likelihood") - one.out(2).number(0, "Log-likelihood");
            assertTrue(gain > 1, "the best is better by " + gain);
            assertTrue(one.message().contains("Other starts reach a log-likelihood that is higher by"), one.message());
        }
    }

    @Test
    @DisplayName("with a start mixture there is nothing to search, and the node says so")
    void startMixtureLeavesNothingToSearch() {
        try (Canvas canvas = new Canvas()) {
            final var data = canvas.add(TestNode.values(-5.2, -5, -4.8, 4.9, 5, 5.1));
            final var start = canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.5, 4, 1},
                new Object[]{0.5, -4, 1}));
            final var fit = canvas.add(Canvas.FIT, "Start mixture").from(data, 1, 1).from(start, 1, 2);
            canvas.execute();
            assertEquals(
                "WARNING: A start mixture is connected: EM went from it to one maximum, no other was searched for.",
                fit.message());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Canvas.FIT, Canvas.BAYES})
    @DisplayName("of 2,000 columns it says at once that these are too many, how many are not, and what to do")
    void tooManyColumns(final String factory) throws Exception {
        try (Canvas canvas = new Canvas()) {
            final var wide = canvas.add(TestNode.table(IntStream.range(0, 2000).mapToObj(i -> "x" + i).toList()));
            final var fit = canvas.add(factory).from(wide, 1, 1);
            canvas.execute();
            assertTrue(fit.message().contains("2,000 columns are selected, and the mixture table would have 2,003,002"),
                fit.message());
            assertTrue(fit.message().contains("Select at most 300"), fit.message());
        }
    }
}
