package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

/** The view of "Recursive Collapse Loop End". */
@DisplayName("View of Recursive Collapse Loop End")
class TrajectoryViewTest extends ViewTest {

    private static Node loopEnd;

    private static Node longLoopEnd;

    @BeforeAll
    static void runNodes() {
        final Node sample = canvas.add(Canvas.SAMPLE);
        loopEnd = loop(sample, 300, 25, 6).set("distances", true);
        longLoopEnd = loop(sample, 20, 2_500, 2_500);
        canvas.execute();
    }

    @Test
    @DisplayName("draws the total variance of the output table with the law over it")
    void trajectory() throws Exception {
        open(loopEnd);
        final Table table = loopEnd.out(1);
        final Map<String, List<List<Double>>> lines = lines("trajectory");
        assertEquals(List.of("Total variance", "Expected by the law"), List.copyOf(lines.keySet()));
        assertClose(table.numbers("Total variance"), heights(lines.get("Total variance")));
        assertClose(table.numbers("Expected total variance"), heights(lines.get("Expected by the law")));
        assertClose(table.numbers("Generation"),
            lines.get("Total variance").stream().mapToDouble(p -> p.get(0)).toArray());
        assertTrue(page().contains("25 generations: the total variance went from "), page());
    }

    @Test
    @DisplayName("shows any metric that is chosen, on linear and logarithmic axes")
    void metrics() throws Exception {
        open(loopEnd);
        final Table table = loopEnd.out(1);
        final List<?> metrics = (List<?>)browser.evaluate("[...host.control('Metric').options].map(o => o.text)");
        assertEquals(List.of("Total variance", "Variance", "Sd", "Mean", "Weight", "Mean of the mixture"),
            metrics.subList(0, 6));
        // then the z-score of the steps and the distances to the original, which are the last columns of the table
        assertEquals(table.columns().subList(table.columns().indexOf("Expected total variance") + 1,
            table.columns().size()), metrics.subList(6, metrics.size()));
        for (int i = 7; i < metrics.size(); i++) {
            browser.evaluate("host.set(host.control('Metric'), '" + i + "')");
            assertClose(table.numbers((String)metrics.get(i)), heights(lines("trajectory").get(metrics.get(i))));
        }
        browser.evaluate("host.set(host.control('Metric'), '6')");
        final List<List<Double>> scores = lines("trajectory").get("Step z-score");
        assertNull(scores.get(18).get(1), "too few steps");
        assertEquals(table.number(24, "Step z-score"), scores.get(24).get(1), 1e-6);
        assertTrue(page().contains("Its steps have a z-score of "), page());
        for (int i = 1; i <= 4; i++) {
            browser.evaluate("host.set(host.control('Metric'), '" + i + "')");
            final String metric = List.of("Variance", "Sd", "Mean", "Weight").get(i - 1);
            final Map<String, List<List<Double>>> lines = lines("trajectory");
            assertEquals(List.of("Component 1", "Component 2", "Law of the components: nine of ten runs",
                "half of all runs", "median"), List.copyOf(lines.keySet()));
            assertClose(table.numbers(metric + " 1"), heights(lines.get("Component 1")));
            assertClose(table.numbers(metric + " 2"), heights(lines.get("Component 2")));
        }
        final String axes = "[host.chart('trajectory').getOption().xAxis[0].type,"
            + " host.chart('trajectory').getOption().yAxis[0].type]";
        assertEquals(List.of("value", "value"), browser.evaluate(axes));
        browser.evaluate("host.set(host.control('Logarithmic values'), true)");
        browser.evaluate("host.set(host.control('Logarithmic generations'), true)");
        assertEquals(List.of("log", "log"), browser.evaluate(axes));
        // a mean is negative: no logarithm
        browser.evaluate("host.set(host.control('Metric'), '3')");
        assertEquals(true, browser.evaluate("host.control('Logarithmic values').disabled"));
        assertEquals(List.of("log", "value"), browser.evaluate(axes));
    }

    @Test
    @DisplayName("the law of the components is behind their lines as far as it is valid, and their steps are in a table")
    void components() throws Exception {
        open(loopEnd);
        browser.evaluate("host.set(host.control('Metric'), '1')");
        final List<List<Double>> median = lines("trajectory").get("median");
        final double last = median.get(median.size() - 1).get(0);
        assertTrue(last > 1 && last < 25, "with 300 rows the law is valid for some generations, not " + last);
        assertTrue(page().contains("up to generation " + (int)last + ", as far as it is valid"), page());
        browser.evaluate("host.set(host.control('Law'), false)");
        assertEquals(List.of("Component 1", "Component 2"), List.copyOf(lines("trajectory").keySet()));
        assertEquals(2.0, browser.evaluate("host.document.querySelectorAll('details.steps tbody tr').length"));
        assertTrue(page().contains("Steps of the components: z = "), page());
        open(longLoopEnd);
        browser.evaluate("host.set(host.control('Metric'), '1')");
        assertEquals(List.of("Component 1", "Component 2"), List.copyOf(lines("trajectory").keySet()),
            "10 rows a component");
        assertEquals(0.0, browser.evaluate("host.document.querySelectorAll('details.steps').length"));
    }

    @Test
    @DisplayName("tells the values where the mouse is")
    void hover() throws Exception {
        browser.look(800, 1400, "light");
        open(loopEnd);
        final List<?> place = (List<?>)browser.evaluate("(() => { const box = host.one('#trajectory .chart')"
            + ".getBoundingClientRect(); const [x, y] = host.chart('trajectory').convertToPixel('grid', [13, 1]);"
            + " return [box.x + x, box.y + box.height / 2]; })()");
        browser.moveTo((Double)place.get(0), (Double)place.get(1));
        browser.evaluate("host.until(() => host.one('#trajectory .chart').innerText.includes('Generation 13'))");
        final String value = String.format(java.util.Locale.ROOT, "%.4f", loopEnd.out(1).number(12, "Total variance"));
        final String tip = browser.text("host.one('#trajectory .chart').innerText");
        assertTrue(tip.contains("Total variance: " + value) && tip.contains("Expected by the law: "),
            value + " in " + tip);
        final List<?> middle = (List<?>)browser.evaluate("(() => { const box = host.one('#sets .chart')"
            + ".getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()");
        browser.moveTo((Double)middle.get(0), (Double)middle.get(1));
        browser.evaluate("host.until(() => host.one('#sets .chart').innerText.includes('Original density: '))");
    }

    @Test
    @DisplayName("the slider goes through the kept generations, by keyboard too")
    void slider() throws Exception {
        open(loopEnd);
        // the first, every sixth after it; the 25th is one of them
        assertEquals("4", browser.text("host.one('#sets input[type=range]').max"));
        assertTrue(page().contains("1 of 25"), page());
        final List<List<Double>> first = lines("sets").get("Training set");
        assertEquals(1, area(first), 1e-6);
        browser.evaluate("host.one('#sets input[type=range]').focus()");
        browser.press("ArrowRight", RIGHT);
        browser.press("ArrowRight", RIGHT);
        assertTrue(page().contains("13 of 25"), page());
        final Map<String, List<List<Double>>> lines = lines("sets");
        assertEquals(List.of("Training set", "Fitted density", "Original density"), List.copyOf(lines.keySet()));
        assertNotEquals(first, lines.get("Training set"));
        assertEquals(1, area(lines.get("Training set")), 1e-6);
        // range and density as the kept rows and the table have them
        final double[] set = rowsOf(13);
        final List<List<Double>> bars = lines.get("Training set");
        assertEquals(Arrays.stream(set).min().orElseThrow(), bars.get(0).get(0), 1e-6);
        assertEquals(Arrays.stream(set).max().orElseThrow(), bars.get(bars.size() - 1).get(0), 1e-6);
        for (final List<Double> point : lines.get("Fitted density")) {
            assertEquals(density(loopEnd.out(1), 12, point.get(0)), point.get(1), 1e-6);
        }
        for (final List<Double> point : lines.get("Original density")) {
            assertEquals((normal(point.get(0), -2, 1) + normal(point.get(0), 2, 1)) / 2, point.get(1), 1e-6);
        }
    }

    private static double[] rowsOf(final int generation) {
        final Table kept = loopEnd.out(3);
        final double[] generations = kept.numbers("Generation");
        final double[] values = kept.numbers("Value");
        return java.util.stream.IntStream.range(0, values.length).filter(i -> generations[i] == generation)
            .mapToDouble(i -> values[i]).toArray();
    }

    private static double density(final Table trajectory, final int row, final double x) {
        double sum = 0;
        for (int k = 1; k <= 2; k++) {
            sum += trajectory.number(row, "Weight " + k)
                * normal(x, trajectory.number(row, "Mean " + k), trajectory.number(row, "Sd " + k));
        }
        return sum;
    }

    @Test
    @DisplayName("plays to the last generation, and can zoom in on it")
    void plays() throws Exception {
        open(loopEnd);
        browser.evaluate("host.set(host.one('#sets input[type=range]'), 3)");
        browser.evaluate("host.one('#sets button').click()");
        assertEquals("Pause", browser.text("host.one('#sets button').textContent"));
        browser.evaluate("host.until(() => host.one('#sets button').textContent === 'Play')");
        assertTrue(page().contains("25 of 25"), page());
        final String range = "(([axis]) => [axis.min, axis.max])(host.chart('sets').getOption().xAxis)";
        assertRange(range, loopEnd.out(3).numbers("Value"));
        browser.evaluate("host.set(host.control('Zoom in'), true)");
        assertRange(range, rowsOf(25));
        browser.evaluate("host.set(host.one('#sets input[type=range]'), 1)");
        assertRange(range, rowsOf(7));
    }

    private static void assertRange(final String expression, final double[] rows) throws Exception {
        final List<?> range = (List<?>)browser.evaluate(expression);
        assertEquals(Arrays.stream(rows).min().orElseThrow(), (Double)range.get(0), 1e-6);
        assertEquals(Arrays.stream(rows).max().orElseThrow(), (Double)range.get(1), 1e-6);
    }

    @Test
    @DisplayName("a long run is thinned without losing its least and largest value")
    void longRun() throws Exception {
        final String json = initialData(longLoopEnd);
        assertTrue(json.length() < 2_000_000, json.length() + " characters");
        open(longLoopEnd);
        final double[] drawn = heights(lines("trajectory").get("Total variance"));
        final double[] all = longLoopEnd.out(1).numbers("Total variance");
        assertTrue(drawn.length <= 2_000 && drawn.length > 1_000, drawn.length + " points");
        assertEquals(Arrays.stream(all).max().orElseThrow(), Arrays.stream(drawn).max().orElseThrow(), DIGITS * 10);
        assertTrue(page().contains("the lines show the least and largest value of each stretch"), page());
    }
}
