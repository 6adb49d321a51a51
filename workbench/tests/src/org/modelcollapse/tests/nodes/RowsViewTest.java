package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

/** The views of "Fit GMM" and "Sample GMM". */
@DisplayName("Views of Fit GMM and Sample GMM")
class RowsViewTest extends ViewTest {

    private static Node sample;

    private static Node fit;

    private static Node fitOfMany;

    private static Node fitOfTwo;

    private static Node search;

    private static Node fitOfFamilies;

    /** The rows of fitOfMany with what its mixture says of them. */
    private static Node assigned;

    @BeforeAll
    static void runNodes() {
        sample = canvas.add(Canvas.SAMPLE);
        final Node example = canvas.add(Canvas.EXAMPLE);
        fit = canvas.add(Canvas.FIT).from(sample, 1, 1);
        fitOfMany = canvas.add(Canvas.FIT).from(example, 1, 1).set("numberOfComponents", "CHOSEN")
            .set("families", "ONE").set("maxComponents", 3).set("preset", "CONVERGED");
        assigned = canvas.add(Canvas.ASSIGN).from(example, 1, 1).from(fitOfMany, 1, 2).set("outliers", "DISTANCE");
        fitOfFamilies = canvas.add(Canvas.FIT).from(example, 1, 1).set("numberOfComponents", "CHOSEN")
            .set("families", "FOUR").set("maxComponents", 3).set("preset", "CONVERGED");
        fitOfTwo = canvas.add(Canvas.FIT).from(example, 1, 1);
        search = canvas.add(Canvas.FIT).from(example, 1, 1).set("components", 4);
        canvas.execute();
    }

    @Test
    @DisplayName("of Fit GMM: draws rows, fitted density and components, and the log-likelihood by iteration")
    void fit() throws Exception {
        open(fit);
        final Map<String, List<List<Double>>> lines = lines("rows");
        assertEquals(List.of("Rows", "Fitted density", "Component 1", "Component 2"), List.copyOf(lines.keySet()));
        assertEquals(1, area(lines.get("Rows")), 1e-6);
        assertEquals(1, area(lines.get("Fitted density")), 0.01);
        final Table mixture = fit.out(1);
        for (int k = 0; k < 2; k++) {
            for (final List<Double> point : lines.get("Component " + (k + 1))) {
                assertEquals(mixture.number(k, "Weight")
                    * normal(point.get(0), mixture.number(k, "Mean"), mixture.number(k, "Sd")), point.get(1), 1e-6);
            }
        }
        final double[] trace = heights(lines("likelihood").get("Mean log-likelihood"));
        assertEquals(fit.out(2).number(0, "Iterations"), trace.length);
        for (int i = 1; i < trace.length; i++) {
            assertTrue(trace[i] >= trace[i - 1] - 1e-6, "EM never falls");
        }
        assertTrue(page().contains("fitted to 10,000 rows"), page());
    }

    @Test
    @DisplayName("of Fit GMM: two columns as scatter plot with ellipses, each column by itself, the criteria over K")
    void fitOfTwoColumns() throws Exception {
        open(fitOfMany);
        final Table report = fitOfMany.out(2);
        for (final String criterion : List.of("BIC", "AIC", "ICL")) {
            assertClose(report.numbers(criterion), heights(lines("criteria").get(criterion)));
        }
        final Table mixture = fitOfMany.out(1);
        final Map<String, List<List<Double>>> lines = lines("rows");
        assertEquals(272, lines.get("Rows").size());
        final List<String> components = new ArrayList<>(lines.keySet());
        components.remove("Rows");
        assertEquals(mixture.size(), components.size());
        for (int k = 0; k < mixture.size(); k++) {
            // the second and larger one of the ellipses: two standard deviations
            final List<List<Double>> ellipse = lines.get(components.get(k));
            final double sd = Math.sqrt(mixture.number(k, "Cov (Eruption (min), Eruption (min))"));
            assertEquals(mixture.number(k, "Mean (Eruption (min))") + 2 * sd,
                ellipse.stream().mapToDouble(p -> p.get(0)).max().orElseThrow(), 1e-6);
            // its points are as far from the mean as Mahalanobis says
            final double a = mixture.number(k, "Cov (Eruption (min), Eruption (min))");
            final double b = mixture.number(k, "Cov (Eruption (min), Waiting (min))");
            final double c = mixture.number(k, "Cov (Waiting (min), Waiting (min))");
            for (final List<Double> point : ellipse) {
                final double u = point.get(0) - mixture.number(k, "Mean (Eruption (min))");
                final double v = point.get(1) - mixture.number(k, "Mean (Waiting (min))");
                assertEquals(4, (c * u * u - 2 * b * u * v + a * v * v) / (a * c - b * b), 1e-5);
            }
        }
        browser.evaluate("host.set(host.control('Up'), 'density')");
        assertEquals(1, area(lines("rows").get("Rows")), 1e-6);
        browser.evaluate("host.set(host.control('Across'), '1')");
        assertEquals("Waiting (min)", browser.text("host.chart('rows').getOption().xAxis[0].name"));
    }

    @Test
    @DisplayName("of Fit GMM: the log-likelihoods of all starts as a strip; a click shows the clustering of that start")
    void starts() throws Exception {
        open(search);
        final Table report = search.out(2);
        final String ends = "host.chart('search').getOption().series[0].data.map(p => p.value[1])";
        final double starts = report.number(0, "Starts");
        assertEquals(String.valueOf((int)starts), browser.text("String(" + ends + ".length)"));
        // the page has fewer digits than the table
        final double best = report.number(0, "Log-likelihood");
        assertEquals(report.number(0, "Times found"),
            Double.parseDouble(browser.text("String(" + ends + ".filter(y => Math.abs(y - " + best + ") < 0.01).length)")));
        final Map<String, List<List<Double>>> before = lines("rows");
        // the first start that did not end in the best maximum
        browser.evaluate("void host.chart('search').trigger('click', { dataIndex: " + ends + ".findIndex(y => y < " + best
            + " - 0.01) })");
        assertTrue(!before.equals(lines("rows")), "another mixture is drawn");
        browser.evaluate("host.set(host.control('Shown'), '0')");
        assertEquals(before, lines("rows"));
    }

    @Test
    @DisplayName("of Fit GMM: the criterion by number of components, a line a kind of covariance, as the report has it")
    void families() throws Exception {
        open(fitOfFamilies);
        final Table report = fitOfFamilies.out(2);
        final Map<String, List<List<Double>>> lines = lines("families");
        final List<String> families = report.rows().stream()
            .map(r -> r.get(report.columns().indexOf("Covariance")).toString()).distinct().toList();
        assertEquals(4, families.size());
        assertEquals(families, List.copyOf(lines.keySet()));
        for (final String family : families) {
            final double[] expected = IntStream.range(0, report.size())
                .filter(i -> family.equals(report.cell(i, "Covariance").toString())).mapToDouble(i -> report.number(i, "BIC"))
                .toArray();
            assertClose(expected, heights(lines.get(family)));
        }
        assertTrue(page().contains("of 4 kinds of covariance"), page());
    }

    /** @return the numbers of points of the series of points, in their order */
    private static List<Long> points() throws Exception {
        return Arrays.stream(browser.text("host.chart('rows').getOption().series.filter(s => s.type === 'scatter')"
            + ".map(s => s.data.length).join()").split(",")).map(Long::valueOf).toList();
    }

    private static long rows(final String column, final String value) {
        final Table rows = assigned.out(1);
        return IntStream.range(0, rows.size()).filter(i -> value.equals(rows.cell(i, column).toString())).count();
    }

    @Test
    @DisplayName("of Fit GMM: rows by component, as GMM Assigner assigns them; a component can be taken out of the picture")
    void classification() throws Exception {
        open(fitOfMany);
        set("Mark rows", "component");
        final int components = fitOfMany.out(1).size();
        final List<Long> expected =
            IntStream.rangeClosed(1, components).mapToObj(k -> rows("Cluster", "Cluster " + k)).toList();
        assertEquals(expected, points());
        final String first = "host.chart('rows').getOption().legend[0].data[0].name";
        browser.evaluate("void host.chart('rows').dispatchAction({ type: 'legendUnSelect', name: " + first + " })");
        assertEquals("false", browser.text("String(host.chart('rows').getOption().legend[0].selected[" + first + "])"));
    }

    @Test
    @DisplayName("of Fit GMM: the rows whose component is not sure, the larger the less sure")
    void uncertainty() throws Exception {
        open(fitOfMany);
        set("Mark rows", "unsure");
        final Table rows = assigned.out(1);
        final long unsure = IntStream.range(0, rows.size()).filter(i -> IntStream.rangeClosed(1, fitOfMany.out(1).size())
            .mapToDouble(k -> rows.number(i, "Probability " + k)).max().orElseThrow() < 0.95).count();
        assertEquals(List.of(272L, unsure), points());
        assertTrue(page().contains("wrong with a probability above 5 %"), page());
    }

    @Test
    @DisplayName("of Fit GMM: outliers, as GMM Assigner finds them by distance, and the hull of the other rows")
    void outliers() throws Exception {
        open(fitOfMany);
        set("Mark rows", "outliers");
        final long outliers = rows("Outlier", "true");
        assertTrue(outliers > 0);
        assertEquals(List.of(272 - outliers, outliers), points());
        final List<List<Double>> hull = lines("rows").get("Hull of the other rows");
        for (final List<Double> row : lines("rows").get("Rows")) {
            for (int c = 1; c < hull.size(); c++) {
                final List<Double> a = hull.get(c - 1);
                final List<Double> b = hull.get(c);
                assertTrue((b.get(0) - a.get(0)) * (row.get(1) - a.get(1)) - (b.get(1) - a.get(1)) * (row.get(0) - a.get(0))
                    > -1e-9, "on the inner side of every edge");
            }
        }
    }

    @Test
    @DisplayName("of Fit GMM: contours of the density, each at one height, the inner ones higher")
    void contours() throws Exception {
        open(fitOfMany);
        set("Lines", "contours");
        final Map<String, List<List<Double>>> lines = lines("rows");
        double outer = Double.POSITIVE_INFINITY;
        for (final String share : List.of("50 %", "75 %", "95 %")) {
            final double[] heights = lines.get(share).stream().filter(Objects::nonNull)
                .mapToDouble(RowsViewTest::planeDensity).toArray();
            final double mean = Arrays.stream(heights).average().orElseThrow();
            for (final double height : heights) {
                // the page draws straight lines between the points of a grid
                assertEquals(mean, height, 0.05 * mean);
            }
            assertTrue(mean < outer, share);
            outer = mean;
        }
        set("Up", "density");
        assertEquals("none", browser.text("getComputedStyle(host.control('Lines').closest('label')).display"),
            "there are no contours of one column");
    }

    private static double planeDensity(final List<Double> point) {
        final Table mixture = fitOfMany.out(1);
        double density = 0;
        for (int k = 0; k < mixture.size(); k++) {
            final double a = mixture.number(k, "Cov (Eruption (min), Eruption (min))");
            final double b = mixture.number(k, "Cov (Eruption (min), Waiting (min))");
            final double c = mixture.number(k, "Cov (Waiting (min), Waiting (min))");
            final double u = point.get(0) - mixture.number(k, "Mean (Eruption (min))");
            final double v = point.get(1) - mixture.number(k, "Mean (Waiting (min))");
            final double square = (c * u * u - 2 * b * u * v + a * v * v) / (a * c - b * b);
            density += mixture.number(k, "Weight") * Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(a * c - b * b));
        }
        return density;
    }

    @Test
    @DisplayName("of Fit GMM: a search all of whose starts ended in one maximum is a sentence, and no chart of equal points")
    void oneMaximum() throws Exception {
        open(fitOfTwo);
        assertEquals(false, browser.evaluate("host.one('#search') !== null"));
        assertTrue(page().contains("starts of the search ended in this maximum"), page());
    }

    @Test
    @DisplayName("of Sample GMM: the histogram of all rows with the true density")
    void sample() throws Exception {
        open(sample);
        final Map<String, List<List<Double>>> lines = lines("rows");
        assertEquals(1, area(lines.get("Rows drawn")), 1e-6);
        for (final List<Double> point : lines.get("True density")) {
            assertEquals((normal(point.get(0), -2, 1) + normal(point.get(0), 2, 1)) / 2, point.get(1), 1e-6);
        }
        // the share of rows below zero, as the table has it, is that of the bins below it, up to the one that zero cuts
        final double[] values = sample.out(1).numbers("Value");
        final double below = Arrays.stream(values).filter(v -> v < 0).count() / (double)values.length;
        double bins = 0;
        double widest = 0;
        final List<List<Double>> outline = lines.get("Rows drawn");
        for (int i = 1; i < outline.size() - 1; i += 2) {
            final double share =
                (outline.get(i + 1).get(0) - outline.get(i).get(0)) * outline.get(i).get(1);
            bins += outline.get(i + 1).get(0) <= 0 ? share : 0;
            widest = Math.max(widest, share);
        }
        assertEquals(below, bins, widest);
    }
}
