package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.NodeModel;
import org.knime.core.webui.node.view.NodeView;
import org.modelcollapse.tests.nodes.Canvas.Node;

/** The view of "Recursive Collapse Experiment". */
@DisplayName("View of Recursive Collapse Experiment")
class ExperimentViewTest extends ViewTest {

    private static final List<String> SCENARIOS = List.of("replace", "half original", "kernels");

    private static final int GENERATIONS = 60;

    private static final int RUNS = 12;

    /** Lines are sent with about seven digits. */
    private static final double SINGLE = 2e-7;

    private static Node experiment;

    @BeforeAll
    static void runNodes() {
        final Node table = canvas.add(TestNode.table(
            List.of("'Scenario", "rows", "ratioOriginal", "ratioFitted", "'model"), new Object[]{"replace", 200, null, null, null}, new Object[]{"half original", 40, 0.5, 0.5, null},
            new Object[]{"kernels", 200, null, null, "KERNEL"}));
        experiment = canvas.add(Canvas.EXPERIMENT, "Scenarios").from(canvas.add(Canvas.SAMPLE), 2, 1).from(table, 1, 2)
            .set("generations", GENERATIONS).set("replicates", RUNS).set("kept/keep", "EVERY_NTH")
            .set("kept/keepEvery", 20).set("keptReplicates", 2).set("collapseShare", 0.5);
        canvas.execute();
        assertTrue(experiment.executed(), experiment.message());
    }

    @BeforeEach
    void openView() throws Exception {
        open(experiment);
    }

    /** @return the numbers of a column of a table, in the rows of a scenario */
    private static double[] column(final int port, final String scenario, final String column) {
        final Table table = experiment.out(port);
        return IntStream.range(0, table.size()).filter(i -> table.cell(i, "Scenario").toString().equals(scenario))
            .mapToDouble(i -> table.number(i, column)).toArray();
    }

    private static void assertSame(final double[] expected, final List<List<Double>> line) {
        final double[] actual = heights(line);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], SINGLE * Math.abs(expected[i]), "point " + i);
        }
    }

    private static List<?> headings() throws Exception {
        return (List<?>)browser.evaluate("[...host.document.querySelectorAll('#bands h3')]"
            + ".filter(h => h.offsetParent !== null).map(h => h.textContent)");
    }

    /** Chooses a metric and waits until its axis bears its name. */
    private static void choose(final String metric) throws Exception {
        browser.evaluate("(() => { const list = host.control('Metric'); host.set(list,"
            + " [...list.options].find(o => o.text === " + JsonReader.write(metric) + ").value); })()");
        until("host.chart('bands')?.getOption().yAxis[0].name === " + JsonReader.write(metric));
    }

    @Test
    @DisplayName("draws the bands of each scenario side by side, on one scale, with the law over them")
    void bands() throws Exception {
        assertEquals(SCENARIOS, headings());
        for (int s = 0; s < 3; s++) {
            final String scenario = SCENARIOS.get(s);
            final Map<String, List<List<Double>>> lines = lines("bands", s);
            assertEquals(List.of("Middle 90 % of the runs", "Middle half", "Median", "Mean",
                "Expected by the law (of the mean)"), List.copyOf(lines.keySet()));
            assertSame(column(2, scenario, "Total variance median"), lines.get("Median"));
            assertSame(column(2, scenario, "Total variance mean"), lines.get("Mean"));
            assertSame(column(2, scenario, "Total variance expected"),
                lines.get("Expected by the law (of the mean)"));
            assertBand(scenario, "Total variance 5 %", "Total variance 95 %", lines.get("Middle 90 % of the runs"));
            assertBand(scenario, "Total variance lower quartile", "Total variance upper quartile",
                lines.get("Middle half"));
        }
        final String range = "(([axis]) => [axis.min, axis.max])(host.chart('bands', %d).getOption().yAxis)";
        final List<?> first = (List<?>)browser.evaluate(range.formatted(0));
        assertEquals(first, browser.evaluate(range.formatted(2)));
        assertEquals(0.0, first.get(0));
    }

    /** The outline of a band goes along the upper edge and back along the lower. */
    private static void assertBand(final String scenario, final String lower, final String upper,
        final List<List<Double>> outline) {
        assertEquals(2 * GENERATIONS, outline.size());
        assertSame(column(2, scenario, upper), outline.subList(0, GENERATIONS));
        final List<List<Double>> back = new ArrayList<>(outline.subList(GENERATIONS, 2 * GENERATIONS));
        Collections.reverse(back);
        assertSame(column(2, scenario, lower), back);
        assertEquals(1.0, back.get(0).get(0));
        assertEquals(GENERATIONS, back.get(GENERATIONS - 1).get(0));
    }

    @Test
    @DisplayName("tells what became of each scenario")
    void outcomes() throws Exception {
        assertTrue(page().contains("3 scenarios of 12 runs of 60 generations each"), page());
        final List<?> row = (List<?>)browser.evaluate(
            "[...host.document.querySelectorAll('tbody tr')[1].cells].map(c => c.textContent)");
        final Table summary = experiment.out(5);
        assertEquals("half original", row.get(0));
        assertEquals("40", row.get(1));
        final double[] means = column(2, "half original", "Total variance mean");
        assertEquals(means[GENERATIONS - 1], Double.parseDouble((String)row.get(2)), 0.005 * means[GENERATIONS - 1]);
        assertEquals(summary.number(1, "Step z-score"), Double.parseDouble((String)row.get(4)), 0.005);
        assertEquals(summary.number(1, "Share widened"),
            Double.parseDouble(((String)row.get(8)).replace(" %", "")) / 100, 0.005);
    }

    @Test
    @DisplayName("asks the node for another metric, shows those scenarios that have it, and asks once only")
    void metrics() throws Exception {
        choose("Sd 1");
        assertEquals(List.of("replace", "half original"), headings());
        assertSame(column(2, "half original", "Sd 1 median"), lines("bands", 1).get("Median"));
        assertFalse(lines("bands", 1).containsKey("Expected by the law (of the mean)"), "there is no law for it");
        final List<List<Double>> law = lines("bands", 0).get("Law of the components: median");
        final double last = law.get(law.size() - 1).get(0);
        assertTrue(last >= 1 && last < GENERATIONS, "with 200 rows valid for some generations, not up to " + last);
        assertFalse(lines("bands", 1).containsKey("Law of the components: median"), "half of the points are original");
        assertEquals(false, browser.evaluate("host.control('Law').disabled"));
        set("Law", false);
        until("host.series('bands', 0).every(({ name }) => !name.startsWith('Law'))");
        set("Law", true);
        choose("Total variance");
        choose("Sd 1");
        assertEquals(1.0, browser.evaluate("host.asked.filter(({ params }) => params[0]?.dataServiceRequest?.includes("
            + "'\"bands/')).length"), "the first metric came with the page, the second was asked for once");
        choose("Entropy of weights");
        assertEquals(true, browser.evaluate("host.control('Law').disabled"));
    }

    @Test
    @DisplayName("draws on logarithmic axes, unless a value is not positive")
    void logarithmic() throws Exception {
        final String axes =
            "(({ xAxis: [x], yAxis: [y] }) => [x.type, y.type])(host.chart('bands').getOption())";
        set("Logarithmic values", true);
        set("Logarithmic generations", true);
        until("host.chart('bands').getOption().xAxis[0].type === 'log'");
        assertEquals(List.of("log", "log"), browser.evaluate(axes));
        choose("Mean 1");
        assertEquals(List.of("log", "value"), browser.evaluate(axes));
        assertEquals(true, browser.evaluate("host.control('Logarithmic values').disabled"));
    }

    @Test
    @DisplayName("shows the scenarios that are chosen, side by side or in one chart")
    void scenarios() throws Exception {
        browser.evaluate("host.one('.chooser').open = true");
        set("half original", false);
        until("host.charts('bands').length === 2");
        assertEquals(List.of("replace", "kernels"), headings());
        assertTrue(page().contains("Scenarios: 2 of 3"), page());
        assertEquals(List.of("replace", "kernels"), List.copyOf(lines("times").keySet()));
        set("Arrange", "over");
        until("host.charts('bands').length === 1");
        final Map<String, List<List<Double>>> lines = lines("bands");
        assertEquals(List.of("replace: middle half", "replace", "replace: law", "kernels: middle half", "kernels",
            "kernels: law"), List.copyOf(lines.keySet()));
        assertSame(column(2, "kernels", "Total variance mean"), lines.get("kernels"));
        browser.evaluate("[...host.document.querySelectorAll('.chooser button')]"
            + ".find(b => b.textContent === 'None').click()");
        until("host.charts('bands').length === 0");
        assertTrue(page().contains("No scenario is chosen."), page());
    }

    @Test
    @DisplayName("draws single runs in the colour of those that widened and of those that did not")
    @SuppressWarnings("unchecked")
    void runs() throws Exception {
        set("Single runs", true);
        until("host.chart('bands').getOption().series.length > 6");
        final Table runs = experiment.out(3);
        final List<Object> drawn = (List<Object>)browser.evaluate("host.chart('bands', 1).getOption().series"
            + ".filter(s => s.name.startsWith('Runs')).map(s => [s.name, s.lineStyle.color, s.data])");
        assertEquals(RUNS, drawn.size());
        for (int r = 0; r < RUNS; r++) {
            final List<?> run = (List<?>)drawn.get(r);
            final boolean widened = Boolean.parseBoolean(runs.cell(RUNS + r, "Widened").toString());
            assertEquals(widened ? List.of("Runs that widened", "#d55e00") : List.of("Runs that did not", "#0072b2"),
                run.subList(0, 2));
            final double[] all = column(1, "half original", "Total variance");
            assertSame(Arrays.copyOfRange(all, r * GENERATIONS, (r + 1) * GENERATIONS),
                (List<List<Double>>)run.get(2));
        }
        set("Bands", false);
        until("!host.chart('bands').getOption().series.some(s => s.name.startsWith('Middle'))");
    }

    @Test
    @DisplayName("tells by which generation how many runs have lost half of the variance or collapsed, and how many not")
    void times() throws Exception {
        final Table runs = experiment.out(3);
        final long halved = IntStream.range(0, RUNS).filter(r -> !runs.cell(r, "Half-life").isMissing()).count();
        final List<List<Double>> steps = lines("times").get("replace");
        assertEquals(List.of(0.0, 0.0), steps.get(0));
        assertEquals(List.of((double)GENERATIONS, (double)halved / RUNS), steps.get(steps.size() - 1));
        for (int r = 0; r < RUNS; r++) {
            if (!runs.cell(r, "Half-life").isMissing()) {
                final double time = runs.number(r, "Half-life");
                assertTrue(steps.stream().anyMatch(p -> p.get(0) == time), "a step at " + time);
            }
        }
        assertTrue(halved > 0 && halved < RUNS, "some were censored: " + halved);
        assertTrue(page().contains("replace: " + halved + " of 12 runs by generation 60."), page());
        assertTrue(page().contains("What the others would have done later is not known"), page());
        set("Share of runs that", "collapseTimes");
        assertTrue(browser.text("host.control('Share of runs that').selectedOptions[0].text")
            .contains("less than 50 % of the variance left"));
    }

    @Test
    @DisplayName("tells the numbers of the generation where the mouse is")
    void hover() throws Exception {
        browser.look(1400, 1400, "light");
        browser.evaluate("host.settled()");
        final List<?> place = (List<?>)browser.evaluate("(() => { const box = host.one('#bands .chart')"
            + ".getBoundingClientRect(); const [x] = host.chart('bands').convertToPixel('grid', [31, 1]);"
            + " return [box.x + x, box.y + box.height / 2]; })()");
        browser.moveTo((Double)place.get(0), (Double)place.get(1));
        until("host.one('#bands .chart').innerText.includes('Generation 31')");
        final String tip = browser.text("host.one('#bands .chart').innerText");
        final double median = column(2, "replace", "Total variance median")[30];
        assertTrue(tip.contains("Median: " + String.format(Locale.ROOT, "%.3f", median).substring(0, 4)), tip);
        for (final String word : List.of("Mean: ", "Expected mean: ", "Middle half: ", "Middle 90 %: ",
            "Runs: 12")) {
            assertTrue(tip.contains(word), word + " in " + tip);
        }
        assertFalse(tip.contains("z of the mean"), "12 runs are no evidence of a mean");
    }

    @Test
    @DisplayName("plays through the kept training sets of any scenario and run, with the fitted density if there is one")
    void sets() throws Exception {
        assertEquals("3", browser.text("host.one('#sets input[type=range]').max"));
        browser.evaluate("host.one('#sets input[type=range]').focus()");
        browser.press("ArrowRight", RIGHT);
        assertTrue(page().contains("21 of 60"), page());
        final List<List<Double>> first = lines("sets").get("Training set");
        assertEquals(1, area(first), 1e-6);
        for (final List<Double> point : lines("sets").get("Fitted density")) {
            double density = 0;
            for (int k = 1; k <= 2; k++) {
                density += column(1, "replace", "Weight " + k)[20] * normal(point.get(0),
                    column(1, "replace", "Mean " + k)[20], column(1, "replace", "Sd " + k)[20]);
            }
            assertEquals(density, point.get(1), 1e-6 * Math.max(1, density));
        }
        set("Run", "1");
        until("host.asked.some(({ params }) => params[0]?.dataServiceRequest?.includes('\"sets/0/1\"'))");
        until("JSON.stringify(host.series('sets')[0].data) !== " + JsonReader.write(JsonReader.write(first)));
        assertTrue(page().contains("21 of 60"), "the slider stays where it is");
        set("Scenario", "2");
        until("host.series('sets').length === 2");
        assertEquals(List.of("Training set", "Original density"), List.copyOf(lines("sets").keySet()));
        assertTrue(page().contains("to which no mixture was fitted"), page());
    }

    @Test
    @DisplayName("writes in the figure why a detail is missing, and goes on with the next that comes")
    void refused() throws Exception {
        browser.evaluate("host.call = () =>"
            + " '{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"disk full\"}}'");
        browser.evaluate("host.set(host.control('Metric'), '1')");
        until("host.one('#bands p[role=alert]') !== null");
        assertEquals("This cannot be shown. disk full", browser.text("host.one('#bands p[role=alert]').textContent"));
        assertEquals(0.0, browser.evaluate("host.charts('bands').length"), "no chart of something else");
        assertEquals(1.0, browser.evaluate("host.charts('times').length"), "the others stay");
        choose("Total variance");
        assertEquals(null, browser.evaluate("host.one('#bands p[role=alert]')"));
        assertEquals(SCENARIOS, headings());
    }

    @Test
    @DisplayName("writes that KNIME does not answer after ten seconds, and does not heed what comes too late")
    void silent() throws Exception {
        // the page's ten seconds pass at once
        browser.evaluate("(() => { const self = host.frame.contentWindow; const start = self.setTimeout;"
            + " self.setTimeout = (action, delay) => start.call(self, action, delay === 10000 ? 0 : delay); })()");
        browser.evaluate("host.call = (request) => new Promise((answer) => { host.late = answer; })");
        browser.evaluate("host.set(host.control('Metric'), '1')");
        until("host.one('#bands p[role=alert]') !== null");
        assertEquals("This cannot be shown. KNIME did not answer \"callNodeDataService\" within 10 seconds."
            + " Close the view and open it again.", browser.text("host.one('#bands p[role=alert]').textContent"));
        browser.evaluate("host.late('{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"[]\"}')");
        browser.evaluate("host.drawn()");
        assertNotEquals(null, browser.evaluate("host.one('#bands p[role=alert]')"));
    }

    @Test
    @DisplayName("an answer to an earlier choice does not replace a later one")
    void overtaken() throws Exception {
        browser.evaluate("(() => { const ask = host.call; host.call = (request) => request.includes('bands/1')"
            + " ? new Promise((answer) => { host.late = () => ask(request).then(answer); }) : ask(request); })()");
        browser.evaluate("host.set(host.control('Metric'), '1')");
        choose("Sd 1");
        browser.evaluate("host.late()");
        browser.evaluate("host.drawn()");
        assertEquals("Sd 1", browser.text("host.chart('bands').getOption().yAxis[0].name"));
    }

    @Test
    @DisplayName("keeps all details when the workflow is saved and opened, and says when they are gone after a reset")
    void savedAndReset(@TempDir final Path folder) throws Exception {
        ViewProtocolTest.internals(model(experiment), "saveInternals", folder);
        final NodeModel reopened = model(canvas.add(factory(experiment)));
        ViewProtocolTest.internals(reopened, "loadInternals", folder);
        final String factory = factory(experiment);
        assertEquals(initialData(experiment), initialData(reopened, factory));
        final List<?> details = (List<?>)((Map<?, ?>)JsonReader.readObject(initialData(experiment)).get("result"))
            .get("details");
        assertTrue(details.size() > 20, details.size() + " details");
        for (final Object detail : details) {
            final String name = (String)((List<?>)((Map<?, ?>)detail).get("params")).get(0);
            assertEquals(ask(view(experiment), name), ask(view(reopened, factory), name));
            assertTrue(ask(view(experiment), name).startsWith("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":\""), name);
        }
        final String answer = ask(view(model(canvas.add(factory)), factory), "bands/1");
        assertTrue(answer.contains("\"error\"") && answer.contains("Close the view and open it again"), answer);
    }

    private static String ask(final NodeView view, final String name) {
        return view.createRpcDataService().orElseThrow().handleRpcRequest(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"detail\",\"params\":[" + JsonReader.write(name) + "]}");
    }

    @Test
    @DisplayName("gives a report the charts of all chosen scenarios")
    void report() throws Exception {
        open(experiment, Map.of("renderingConfig",
            Map.of("type", "REPORT", "imageFormat", "SVG", "canBeUsedInReport", true)), initialData(experiment));
        final String report = browser.text("host.reported");
        assertTrue(report.contains("3 scenarios of 12 runs"), report);
        assertEquals(3 + 1 + 1, report.split("role=\"img\"", -1).length - 1, "charts");
        assertTrue(report.contains("Middle 90 % of the runs"), "the legend");
        assertFalse(report.contains("<select") || report.contains("<details"), "no controls");
        assertEquals(false, browser.evaluate("host.chart('bands').getOption().animation"));
    }
}
