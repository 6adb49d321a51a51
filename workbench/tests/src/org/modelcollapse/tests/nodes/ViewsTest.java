package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeModel;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.modelcollapse.tests.nodes.Canvas.Node;
import org.w3c.dom.Element;

/** The pages in a real browser, with real output of the nodes, hosted as KNIME hosts them. */
@DisplayName("Views")
class ViewsTest {

    /** What the JSON's eight digits leave. */
    private static final double DIGITS = 1e-7;

    private static final int RIGHT = 39;

    /** The least contrast of a text with its ground, as WCAG 2.1 computes it. */
    private static final String CONTRAST = """
        (() => {
            const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
                .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            const luminance = (colour) => parts(colour).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const look = (element) => host.frame.contentWindow.getComputedStyle(element);
            const ground = luminance(look(host.document.body).backgroundColor);
            return Math.min(...[...host.document.querySelectorAll("h1, h2, p, label")].map((element) => {
                const text = luminance(look(element).color);
                return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
            }));
        })()""";

    private static Canvas canvas;

    private static Browser browser;

    private static ViewHost host;

    private static Node sample;

    private static Node loopEnd;

    private static Node longLoopEnd;

    private static Node fit;

    private static Node fitOfMany;

    private static Node notExecuted;

    private static Map<String, Node> nodes;

    @BeforeAll
    static void runNodes() throws Exception {
        // the browser first: where there is none, its message is all there is to say
        browser = new Browser();
        host = new ViewHost();
        canvas = new Canvas();
        sample = canvas.add(Canvas.SAMPLE);
        loopEnd = loop(300, 25, 6).set("distances", true);
        longLoopEnd = loop(20, 2_500, 2_500);
        final Node example = canvas.add(Canvas.EXAMPLE);
        fit = canvas.add(Canvas.FIT).from(sample, 1, 1);
        fitOfMany = canvas.add(Canvas.FIT).from(example, 1, 1).set("numberOfComponents", "CHOSEN")
            .set("maxComponents", 3).set("preset", "CONVERGED");
        canvas.execute();
        notExecuted = canvas.add(Canvas.SAMPLE);
        nodes = Map.of("sample", sample, "fit", fit, "fit of two columns", fitOfMany, "loop end", loopEnd);
    }

    private static Node loop(final int rows, final int generations, final int every) {
        final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", rows)
            .set("generations", generations).set("kept/keep", "EVERY_NTH").set("kept/keepEvery", every);
        return canvas.add(Canvas.END).from(canvas.add(Canvas.FIT).from(start, 1, 1), 1, 1);
    }

    @AfterAll
    static void close() throws Exception {
        if (canvas != null) {
            canvas.close();
        }
        if (host != null) {
            host.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void noProblems() throws Exception {
        assertEquals(List.of(), browser.takeProblems(), "nothing thrown, nothing on the console");
        browser.look(800, 600, "light");
    }

    private static NodeModel model(final Node node) {
        return ((NativeNodeContainer)node.container()).getNodeModel();
    }

    private static String factory(final Node node) {
        return model(node).getClass().getName().replace("NodeModel", "NodeFactory");
    }

    @SuppressWarnings("unchecked")
    private static NodeView view(final NodeModel model, final String factory) {
        return ((NodeViewFactory<NodeModel>)Canvas.create(factory)).createNodeView(model);
    }

    private static NodeView view(final Node node) {
        return view(model(node), factory(node));
    }

    private static String initialData(final NodeModel model, final String factory) {
        return view(model, factory).createInitialDataService().orElseThrow().getInitialData();
    }

    private static String initialData(final Node node) {
        return initialData(model(node), factory(node));
    }

    private static void open(final Node node) throws Exception {
        open(node, Map.of(), initialData(node));
    }

    /** Opens a node's view in the host, which answers a request for data with the text. */
    private static void open(final Node node, final Map<String, Object> config, final String data) throws Exception {
        browser.open(host.address());
        browser.evaluate("host.show(" + JsonReader.write(host.add(view(node))) + ", " + JsonReader.write(config) + ", "
            + JsonReader.write(data) + ")");
    }

    /** @return the lines of a chart by name, each a list of points [x, y] */
    @SuppressWarnings("unchecked")
    private static Map<String, List<List<Double>>> lines(final String chart) throws Exception {
        final Map<String, List<List<Double>>> lines = new LinkedHashMap<>();
        for (final Object o : (List<Object>)browser.evaluate("host.series('" + chart + "')")) {
            final Map<String, Object> series = (Map<String, Object>)o;
            lines.put((String)series.get("name"), (List<List<Double>>)series.get("data"));
        }
        return lines;
    }

    private static double[] heights(final List<List<Double>> points) {
        return points.stream().mapToDouble(p -> p.get(1)).toArray();
    }

    private static void assertClose(final double[] expected, final double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], DIGITS * Math.abs(expected[i]), "point " + i);
        }
    }

    /** The area under the line of a histogram or density, by the trapezoidal rule. */
    private static double area(final List<List<Double>> points) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            area += (points.get(i).get(0) - points.get(i - 1).get(0))
                * (points.get(i).get(1) + points.get(i - 1).get(1)) / 2;
        }
        return area;
    }

    private static String page() throws Exception {
        return browser.text("host.document.body.innerText");
    }

    @Test
    @DisplayName("of the loop end: draws the total variance of the output table with the law over it")
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
    @DisplayName("of the loop end: shows any metric that is chosen, on linear and logarithmic axes")
    void metrics() throws Exception {
        open(loopEnd);
        final Table table = loopEnd.out(1);
        final List<?> metrics = (List<?>)browser.evaluate("[...host.control('Metric').options].map(o => o.text)");
        assertEquals(List.of("Total variance", "Variance", "Sd", "Mean", "Weight", "Mean of the mixture"),
            metrics.subList(0, 6));
        // then the distances to the original, which are the last columns of the table
        assertEquals(table.columns().subList(table.columns().indexOf("Expected total variance") + 1,
            table.columns().size()), metrics.subList(6, metrics.size()));
        for (int i = 6; i < metrics.size(); i++) {
            browser.evaluate("host.set(host.control('Metric'), '" + i + "')");
            assertClose(table.numbers((String)metrics.get(i)), heights(lines("trajectory").get(metrics.get(i))));
        }
        for (int i = 1; i <= 4; i++) {
            browser.evaluate("host.set(host.control('Metric'), '" + i + "')");
            final String metric = List.of("Variance", "Sd", "Mean", "Weight").get(i - 1);
            final Map<String, List<List<Double>>> lines = lines("trajectory");
            assertEquals(List.of("Component 1", "Component 2"), List.copyOf(lines.keySet()));
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
    @DisplayName("of the loop end: tells the values where the mouse is")
    void hover() throws Exception {
        browser.look(800, 1400, "light");
        open(loopEnd);
        final List<?> place = (List<?>)browser.evaluate("(() => { const box = host.one('#trajectory .chart')"
            + ".getBoundingClientRect(); const [x, y] = host.chart('trajectory').convertToPixel('grid', [13, 1]);"
            + " return [box.x + x, box.y + box.height / 2]; })()");
        browser.moveTo((Double)place.get(0), (Double)place.get(1));
        browser.evaluate("host.until(() => host.one('#trajectory .chart').innerText.includes('Generation 13'))");
        final String value = String.format(java.util.Locale.ROOT, "%.3f", loopEnd.out(1).number(12, "Total variance"));
        final String tip = browser.text("host.one('#trajectory .chart').innerText");
        assertTrue(tip.contains("Total variance: " + value) && tip.contains("Expected by the law: "),
            value + " in " + tip);
        final List<?> middle = (List<?>)browser.evaluate("(() => { const box = host.one('#sets .chart')"
            + ".getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()");
        browser.moveTo((Double)middle.get(0), (Double)middle.get(1));
        browser.evaluate("host.until(() => host.one('#sets .chart').innerText.includes('Original density: '))");
    }

    @Test
    @DisplayName("of the loop end: the slider goes through the kept generations, by keyboard too")
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

    private static double normal(final double x, final double mean, final double sd) {
        final double z = (x - mean) / sd;
        return Math.exp(-z * z / 2) / (sd * Math.sqrt(2 * Math.PI));
    }

    @Test
    @DisplayName("of the loop end: plays to the last generation, and can zoom in on it")
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
    @DisplayName("of the loop end: a long run is thinned without losing its least and largest value")
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

    @ParameterizedTest
    @ValueSource(strings = {"sample", "fit", "fit of two columns", "loop end"})
    @DisplayName("fit in every width, are readable in both themes, and every control can be reached and has a name")
    void looks(final String node) throws Exception {
        open(nodes.get(node));
        assertEquals(true, browser.evaluate("[...host.document.querySelectorAll('select, input, button')].every(c =>"
            + " c.tabIndex === 0 && (c.labels?.[0]?.textContent || c.textContent).trim().length > 1)"));
        assertEquals(true, browser.evaluate("[...host.document.querySelectorAll('.chart')].every(c =>"
            + " c.getAttribute('role') === 'img' && c.getAttribute('aria-label').length > 40)"));
        for (final String scheme : List.of("light", "dark")) {
            for (final int width : List.of(320, 800, 1400)) {
                browser.look(width, 900, scheme);
                browser.evaluate("host.settled()");
                browser.picture(node.replace(' ', '-') + "-" + width + "-" + scheme);
                final String look = node + ", " + width + " px, " + scheme;
                assertFits(width, look);
                final double contrast = (Double)browser.evaluate(CONTRAST);
                // WCAG 2.1, 1.4.3
                assertTrue(contrast >= 4.5, look + ": contrast " + contrast);
                final String ground =
                    browser.text("host.frame.contentWindow.getComputedStyle(host.document.body).backgroundColor");
                assertEquals(scheme.equals("light"), ground.equals("rgb(255, 255, 255)"), look + ": " + ground);
            }
        }
    }

    private static void assertFits(final int width, final String look) throws Exception {
        assertEquals(true, browser.evaluate("host.document.documentElement.scrollWidth <= " + width),
            look + ": no scrolling aside");
        assertEquals(true, browser.evaluate("[...host.document.querySelectorAll('.chart svg')].every(svg => {"
            + " const box = svg.getBoundingClientRect(); return box.width > 200 && box.right <= " + width + "; })"),
            look + ": charts as wide as the page allows");
        // the legend ends above the axis' name, which is the highest of the drawing
        assertEquals(List.of(), browser.evaluate("[...host.document.querySelectorAll('figure')].filter(({ id }) => {"
            + " const { legend: [legend], grid: [grid] } = host.chart(id).getOption();"
            + " const box = host.chart(id).getModel().getComponent('legend');"
            + " const rows = host.chart(id).getViewOfComponentModel(box).group.getBoundingRect().height;"
            + " return legend.show !== false && legend.top + rows > grid.top - 12; }).map(({ id }) => id)"),
            look + ": legends above the drawing");
    }

    @Test
    @DisplayName("change their colours when the theme changes, without being opened again")
    void themeChanges() throws Exception {
        open(sample);
        final String colour = "host.chart('rows').getOption().series[1].lineStyle.color";
        assertEquals("#0072b2", browser.text(colour));
        browser.look(800, 600, "dark");
        browser.evaluate("host.drawn()");
        assertEquals("#56b4e9", browser.text(colour));
    }

    @Test
    @DisplayName("say in words that there is nothing yet before execution, and again after a reset")
    void nothingYet() throws Exception {
        open(notExecuted);
        assertTrue(page().contains("There is nothing to show yet. Execute the node"), page());
        assertFalse((Boolean)browser.evaluate("host.one('canvas, svg') !== null"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"userError":{"message":"No rows <b>left</b>."}}        | No rows <b>left</b>.
        {"internalError":{"message":"disk full","typeName":"X"}} | disk full
        {"internalError":{}}                                     | The node could not give its data.
        ''                                                       | The node sent no data. Reset and execute it again.
        no JSON                                                  | is not valid JSON
        """)
    @DisplayName("write an error of the node, as text")
    void errors(final String answer, final String words) throws Exception {
        open(sample, Map.of(), answer);
        assertEquals("alert", browser.text("host.one('main p').getAttribute('role')"));
        assertTrue(page().contains("The view \u201cSample\u201d cannot be shown. ") && page().contains(words), page());
    }

    @Test
    @DisplayName("show warnings, and take data that KNIME has ready without asking for them")
    void warningsAndReadyData() throws Exception {
        final Map<String, Object> ready = new LinkedHashMap<>(JsonReader.readObject(initialData(sample)));
        ready.put("warningMessages", List.of("Mind the gap"));
        open(sample, Map.of("initialData", ready), null);
        assertTrue(page().contains("Mind the gap"), page());
        assertEquals(List.of("getConfig"), browser.evaluate("host.asked.map(({ method }) => method)"));
        assertEquals(List.of("UIExtensionReady"), browser.evaluate("host.hears(1)"));
    }

    @Test
    @DisplayName("ask KNIME for config and data, name the node, say that they are ready, and pass on Escape")
    void protocol() throws Exception {
        open(sample);
        assertEquals("[{\"method\":\"getConfig\",\"params\":[]},{\"method\":\"callNodeDataService\",\"params\":"
            + "[{\"serviceType\":\"initial_data\",\"dataServiceRequest\":\"\",\"extensionType\":\"view\","
            + "\"nodeId\":\"root:1\",\"projectId\":\"project\",\"workflowId\":\"root\"}]}]",
            browser.text("JSON.stringify(host.asked)"));
        browser.evaluate("host.frame.contentWindow.focus()");
        browser.press("Escape", 27);
        assertEquals(List.of("UIExtensionReady", "UIExtensionEscapePressed"), browser.evaluate("host.hears(2)"));
    }

    @Test
    @DisplayName("give up a request after ten seconds, and heed only answers to it from KNIME")
    void timeLimit() throws Exception {
        browser.open(host.address());
        final String folder = host.add(view(sample)).replaceFirst("[^/]*$", "");
        final String words = browser.text("import('" + folder + """
            protocol.js').then(async ({ connect }) => {
                const listeners = new Set();
                const parent = { postMessage() {} };
                const self = { parent, addEventListener: (_, l) => listeners.add(l),
                    removeEventListener: (_, l) => listeners.delete(l) };
                const timers = [];
                const clock = { start: (action, delay) => timers.push([action, delay]) - 1, stop() {} };
                const outcome = connect(self, clock).then(() => "answered", (error) => error.message);
                const answer = { type: "UIExtensionResponse", requestId: "request-1", payload: {} };
                listeners.forEach((l) => l({ source: {}, data: answer }));
                listeners.forEach((l) => l({ source: parent, data: { ...answer, requestId: "request-2" } }));
                listeners.forEach((l) => l({ source: parent, data: null }));
                const [[action, delay]] = timers;
                action();
                return `${delay} ms, ${listeners.size} listeners left: ${await outcome}`;
            })""");
        assertEquals("10000 ms, 0 listeners left: KNIME did not answer \"getConfig\" within 10 seconds. Close the view"
            + " and open it again.", words);
    }

    @Test
    @DisplayName("are named and described by their nodes")
    void descriptions() {
        for (final Node node : List.of(sample, fit, loopEnd)) {
            final Element description = Canvas.create(factory(node)).getXMLDescription();
            final Element view = (Element)description.getElementsByTagName("view").item(0);
            assertEquals(1, description.getElementsByTagName("view").getLength());
            assertTrue(view.getAttribute("name").length() > 2, view.getAttribute("name"));
        }
    }

    @Test
    @DisplayName("survive saving and opening the workflow, and are empty again after a reset")
    void savedAndReset(@TempDir final Path folder) throws Exception {
        for (final Node node : List.of(sample, fit, loopEnd)) {
            final String before = initialData(node);
            internals(model(node), "saveInternals", folder);
            final NodeModel reopened = model(canvas.add(factory(node)));
            internals(reopened, "loadInternals", folder);
            assertEquals(before, initialData(reopened, factory(node)));
            final Method reset = NodeModel.class.getDeclaredMethod("reset");
            reset.setAccessible(true);
            reset.invoke(reopened);
            assertTrue(initialData(reopened, factory(node)).contains("There is nothing to show yet."));
        }
    }

    /** What KNIME calls when it saves and opens workflows. */
    private static void internals(final NodeModel model, final String method, final Path folder) throws Exception {
        final Method internals = NodeModel.class.getDeclaredMethod(method, File.class, ExecutionMonitor.class);
        internals.setAccessible(true);
        internals.invoke(model, folder.toFile(), new ExecutionMonitor());
    }

    @Test
    @DisplayName("without KNIME: draw the data that the page carries, or say where they belong")
    void alone() throws Exception {
        final String path = host.add(view(sample));
        browser.open(host.address().replace("/host.html", path));
        browser.evaluate("new Promise(done => { const look = () => document.documentElement.dataset.state === 'open'"
            + " ? done() : requestAnimationFrame(look); look(); })");
        assertTrue(browser.text("document.body.innerText").contains("Open it in KNIME, as the view of the node."));
        assertEquals(7.0, browser.evaluate("import('" + path.replaceFirst("[^/]*$", "") + """
            protocol.js').then(async ({ connect }) => {
                const element = { textContent: '{"x":7}' };
                const self = { document: { getElementById: (id) => (id === "data" ? element : null) } };
                self.parent = self;
                return (await (await connect(self)).initialData()).data.x;
            })"""));
    }

    @ParameterizedTest
    @CsvSource({"SVG, <svg", "PNG, <img"})
    @DisplayName("give a report their finished drawing, without controls and without animation")
    void report(final String format, final String element) throws Exception {
        open(loopEnd, Map.of("renderingConfig",
            Map.of("type", "REPORT", "imageFormat", format, "canBeUsedInReport", true)), initialData(loopEnd));
        assertTrue(view(loopEnd).canBeUsedInReport());
        final String report = browser.text("host.reported");
        assertEquals(2, report.split(element, -1).length - 1, "two charts");
        assertTrue(report.contains("25 generations"), "the words");
        assertFalse(report.contains("<select") || report.contains("<button"), "no controls");
        assertEquals(false, browser.evaluate("host.chart('trajectory').getOption().animation"));
    }
}
