package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.modelcollapse.tests.nodes.Canvas.Node;

/** What tests of the views share: pages in a real browser, with output of the nodes, hosted as KNIME hosts them. */
abstract class ViewTest {

    /** What the JSON's eight digits leave. */
    static final double DIGITS = 1e-7;

    static final int RIGHT = 39;

    static Canvas canvas;

    static Browser browser;

    static ViewHost host;

    @BeforeAll
    static void start() throws Exception {
        // the browser first: where there is none, its message is all there is to say
        browser = new Browser();
        host = new ViewHost();
        canvas = new Canvas();
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

    static NodeModel model(final Node node) {
        return ((NativeNodeContainer)node.container()).getNodeModel();
    }

    static String factory(final Node node) {
        return model(node).getClass().getName().replace("NodeModel", "NodeFactory");
    }

    @SuppressWarnings("unchecked")
    static NodeView view(final NodeModel model, final String factory) {
        return ((NodeViewFactory<NodeModel>)Canvas.create(factory)).createNodeView(model);
    }

    /** @return the node's view as KNIME makes it, with its settings */
    static NodeView view(final Node node) {
        final NodeView view = view(model(node), factory(node));
        try {
            view.loadValidatedSettingsFrom(node.viewSettings());
        } catch (InvalidSettingsException e) {
            throw new AssertionError(e);
        }
        return view;
    }

    static String initialData(final NodeModel model, final String factory) {
        return view(model, factory).createInitialDataService().orElseThrow().getInitialData();
    }

    static String initialData(final Node node) {
        return view(node).createInitialDataService().orElseThrow().getInitialData();
    }

    /** @return a loop's end: a mixture is fitted to so many rows, so many times, and every so many sets are kept */
    static Node loop(final Node sample, final int rows, final int generations, final int every) {
        final Node start = canvas.add(Canvas.START).from(sample, 2, 1).set("rows", rows)
            .set("generations", generations).set("kept/keep", "EVERY_NTH").set("kept/keepEvery", every);
        return canvas.add(Canvas.END).from(canvas.add(Canvas.FIT).from(start, 1, 1), 1, 1);
    }

    static void open(final Node node) throws Exception {
        open(node, Map.of(), initialData(node));
    }

    /** Opens a node's view in the host, which answers a request for data with the text. */
    static void open(final Node node, final Map<String, Object> config, final String data) throws Exception {
        load();
        show(view(node), config, data);
    }

    /** Loads the host without a view. */
    static void load() throws Exception {
        browser.open(host.address());
    }

    /** Opens a view in the host as it is. */
    static void show(final NodeView view, final Map<String, Object> config, final String data) throws Exception {
        browser.evaluate("host.show(" + JsonReader.write(host.add(view)) + ", " + JsonReader.write(config) + ", "
            + JsonReader.write(data) + ")");
    }

    /** Chooses in the list, or checks the box, with this label. */
    static void set(final String label, final Object value) throws Exception {
        browser.evaluate("host.set(host.control(" + JsonReader.write(label) + "), " + JsonReader.write(value) + ")");
    }

    /** Waits until the page is as the condition says. */
    static void until(final String condition) throws Exception {
        browser.evaluate("host.until(() => " + condition + ")");
    }

    /** @return the lines of the first chart of a figure by name, each a list of points [x, y] */
    static Map<String, List<List<Double>>> lines(final String figure) throws Exception {
        return lines(figure, 0);
    }

    /** @return the lines of a chart by name, each a list of points [x, y]; of several of a name the last */
    @SuppressWarnings("unchecked")
    static Map<String, List<List<Double>>> lines(final String figure, final int chart) throws Exception {
        final Map<String, List<List<Double>>> lines = new LinkedHashMap<>();
        for (final Object o : (List<Object>)browser.evaluate("host.series('" + figure + "', " + chart + ")")) {
            final Map<String, Object> series = (Map<String, Object>)o;
            lines.put((String)series.get("name"), (List<List<Double>>)series.get("data"));
        }
        return lines;
    }

    static double[] heights(final List<List<Double>> points) {
        return points.stream().mapToDouble(p -> p.get(1)).toArray();
    }

    static void assertClose(final double[] expected, final double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], DIGITS * Math.abs(expected[i]), "point " + i);
        }
    }

    /** The area under the line of a histogram or density, by the trapezoidal rule. */
    static double area(final List<List<Double>> points) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            area += (points.get(i).get(0) - points.get(i - 1).get(0))
                * (points.get(i).get(1) + points.get(i - 1).get(1)) / 2;
        }
        return area;
    }

    static String page() throws Exception {
        return browser.text("host.document.body.innerText");
    }

    static double normal(final double x, final double mean, final double sd) {
        final double z = (x - mean) / sd;
        return Math.exp(-z * z / 2) / (sd * Math.sqrt(2 * Math.PI));
    }
}
