package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.view.NodeView;
import org.modelcollapse.tests.nodes.Canvas.Node;

/** The settings of the views: where they come from, and what they change in the page. */
@DisplayName("Settings of the views")
class ViewSettingsTest extends ViewTest {

    private static Node sample;

    private static Node loopEnd;

    private static Node experiment;

    @BeforeAll
    static void runNodes() {
        sample = canvas.add(Canvas.SAMPLE);
        loopEnd = loop(sample, 300, 12, 6);
        experiment = canvas.add(Canvas.EXPERIMENT).from(sample, 2, 1).set("rows", 50).set("generations", 20)
            .set("replicates", 5);
        canvas.execute();
    }

    private interface Edit {
        void apply(NodeSettings settings) throws InvalidSettingsException;
    }

    /** Opens a node's view after changing its settings as the dialog would. */
    private static void open(final Node node, final Edit edit) throws Exception {
        final NodeSettings settings = node.viewSettings();
        edit.apply(settings);
        final NodeView view = view(node);
        view.validateSettings(settings);
        view.loadValidatedSettingsFrom(settings);
        load();
        show(view, Map.of(), view.createInitialDataService().orElseThrow().getInitialData());
    }

    private static NodeSettings look(final NodeSettings settings) throws InvalidSettingsException {
        return settings.getNodeSettings("look");
    }

    private static NodeSettings lines(final NodeSettings settings) throws InvalidSettingsException {
        return settings.getNodeSettings("lines");
    }

    @Test
    @DisplayName("title, colours and bins are the page's")
    void looks() throws Exception {
        open(sample, settings -> {
            look(settings).addString("title", "My <sample>");
            look(settings).addString("colours", "DARK");
            look(settings).addInt("bins", 10);
        });
        assertEquals("My <sample>", browser.text("host.one('h1').textContent"));
        assertEquals("rgb(22, 25, 28)",
            browser.text("host.frame.contentWindow.getComputedStyle(host.document.body).backgroundColor"));
        assertEquals("#56b4e9", browser.text("host.chart('rows').getOption().series[1].lineStyle.color"));
        // the outline of n bins has 2n + 2 points; 44 bins by Rice's rule for 10,000 rows, joined by fives
        assertEquals(2 * 9 + 2, lines("rows").get("Rows drawn").size());
        assertEquals(1, area(lines("rows").get("Rows drawn")), 1e-6);
    }

    @Test
    @DisplayName("light colours stay light where the system's are dark")
    void light() throws Exception {
        browser.look(800, 600, "dark");
        open(sample, settings -> look(settings).addString("colours", "LIGHT"));
        assertEquals("rgb(255, 255, 255)",
            browser.text("host.frame.contentWindow.getComputedStyle(host.document.body).backgroundColor"));
        assertEquals("#0072b2", browser.text("host.chart('rows').getOption().series[1].lineStyle.color"));
    }

    @ParameterizedTest
    @CsvSource({"trajectory, Sd, SD", "bands, Sd 1, SD", "trajectory, Mean, MEAN", "bands, Weight 1, WEIGHT"})
    @DisplayName("metric, axes and law are those to begin with")
    void beginning(final String figure, final String metric, final String chosen) throws Exception {
        final Node node = figure.equals("bands") ? experiment : loopEnd;
        open(node, settings -> {
            lines(settings).addString("metric", chosen);
            lines(settings).addBoolean("logValues", true);
            lines(settings).addBoolean("logGenerations", true);
        });
        final String log = metric.startsWith("Mean") ? "value" : "log";
        assertEquals(List.of(metric, "log", log), browser.evaluate("(({ xAxis: [x], yAxis: [y] }) =>"
            + " [y.name, x.type, y.type])(host.chart('" + figure + "').getOption())"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trajectory", "bands"})
    @DisplayName("begin with the first metric where the one to begin with was not measured, and without the law if so set")
    void beginningWithoutIt(final String figure) throws Exception {
        open(figure.equals("bands") ? experiment : loopEnd, settings -> {
            lines(settings).addString("metric", "JS_TO_ORIGINAL");
            lines(settings).addBoolean("law", false);
        });
        assertEquals("Total variance", browser.text("host.chart('" + figure + "').getOption().yAxis[0].name"));
        assertTrue(lines(figure).keySet().stream().noneMatch(name -> name.startsWith("Expected")));
        assertFalse((Boolean)browser.evaluate("host.control('Law').checked"));
    }

    @Test
    @DisplayName("bands, single runs and arrangement are those to begin with")
    void experiment() throws Exception {
        open(experiment, settings -> {
            settings.addBoolean("bands", false);
            settings.addBoolean("runs", true);
        });
        assertTrue(lines("bands").keySet().stream().noneMatch(name -> name.startsWith("Middle")));
        assertTrue(lines("bands").keySet().stream().anyMatch(name -> name.startsWith("Runs")));
    }

    /** Sends what KNIME does while somebody changes the view's settings in the open dialog. */
    private static void attempt(final String view) throws Exception {
        browser.evaluate("host.push('DataEvent', { data: { model: {}, view: " + view + " }, flowVariableSettings: {} })");
    }

    @Test
    @DisplayName("are tried in the open view while the dialog changes")
    void tried() throws Exception {
        open(sample, settings -> { });
        attempt("{ look: { title: 'Tried', colours: 'DARK', bins: 10 } }");
        until("host.one('h1').textContent === 'Tried'");
        assertEquals("dark", browser.text("host.document.documentElement.dataset.theme"));
        assertEquals(2 * 9 + 2, lines("rows").get("Rows drawn").size());
        attempt("{ look: { title: '', colours: 'LIGHT', bins: 80 } }");
        until("host.one('h1').textContent === 'Sample'");
        assertEquals("light", browser.text("host.document.documentElement.dataset.theme"));
        assertEquals(2 * 44 + 2, lines("rows").get("Rows drawn").size());
    }

    @Test
    @DisplayName("that the dialog had before the view was opened are tried, too")
    void triedBefore() throws Exception {
        load();
        show(view(sample), Map.of("initialSharedData", Map.of("data", Map.of("view",
            Map.of("look", Map.of("title", "Before", "colours", "AUTOMATIC", "bins", 80))))), initialData(sample));
        assertEquals("Before", browser.text("host.one('h1').textContent"));
    }

    @Test
    @DisplayName("that are tried leave alone what a reader has chosen in the page, unless it is that which they set")
    void triedAndChosen() throws Exception {
        open(experiment, settings -> { });
        set("Metric", 1);
        final String chosen = "host.chart('bands').getOption().yAxis[0].name";
        until(chosen + " !== 'Total variance'");
        final String lines = "lines: { metric: '%s', logValues: false, logGenerations: false, law: true },"
            + " bands: true, runs: false, arrangement: 'SIDE_BY_SIDE'";
        final String before = browser.text(chosen);
        attempt("{ look: { title: 'Tried', colours: 'AUTOMATIC', bins: 80 }, " + lines.formatted("TOTAL_VARIANCE") + " }");
        until("host.one('h1').textContent === 'Tried'");
        assertEquals(before, browser.text(chosen));
        browser.evaluate("void (host.former = host.chart('bands'))");
        attempt("{ look: { title: 'Tried', colours: 'AUTOMATIC', bins: 80 }, " + lines.formatted("SD") + " }");
        until("host.chart('bands') && " + chosen + " === 'Sd 1'");
        assertEquals(1, ((Number)browser.evaluate("host.document.querySelectorAll('h1').length")).intValue());
        assertEquals(true, browser.evaluate("host.former.isDisposed()"), "what was drawn before is given back");
    }

    @Test
    @DisplayName("what is out of range is refused by its name")
    void refused() {
        final InvalidSettingsException refusal = assertThrows(InvalidSettingsException.class,
            () -> open(sample, settings -> look(settings).addInt("bins", 4)));
        assertEquals("The view's number of bins is 4. Give a number from 5 to 80.", refusal.getMessage());
    }

    @Test
    @DisplayName("are kept with the node, apart from its own, and a workflow without them has the defaults")
    void kept() throws Exception {
        final Node node = canvas.add(Canvas.SAMPLE);
        assertEquals("", node.viewSettings().getNodeSettings("look").getString("title"));
        node.setView(settings -> look(settings).addString("title", "Kept"));
        assertEquals("Kept", node.viewSettings().getNodeSettings("look").getString("title"));
        assertEquals("Kept", node.settings().getNodeSettings("view").getNodeSettings("look").getString("title"));
        assertFalse(node.settings().getNodeSettings("model").containsKey("look"));
        assertTrue(initialData(node).contains("\"title\":\"Kept\""), initialData(node));
    }

    @Test
    @DisplayName("can be set by a flow variable, whose value is checked")
    void variable() throws Exception {
        try (Canvas own = new Canvas()) {
            own.variable("name", "By a variable").variable("colours", "PINK");
            final Node node = own.add(Canvas.SAMPLE).setViewVariable("look", "title", "name");
            own.execute();
            assertTrue(node.executed(), node.message());
            assertTrue(initialData(node).contains("\"title\":\"By a variable\""), initialData(node));
            final Node wrong = own.add(Canvas.SAMPLE).setViewVariable("look", "colours", "colours");
            own.execute();
            assertFalse(wrong.executed());
            assertTrue(wrong.message().contains("PINK"), wrong.message());
        }
    }
}
