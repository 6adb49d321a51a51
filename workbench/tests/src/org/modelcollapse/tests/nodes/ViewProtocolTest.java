package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeModel;
import org.modelcollapse.tests.nodes.Canvas.Node;
import org.w3c.dom.Element;

/** How the views talk with KNIME: data, errors, time limit, reports, saving. */
@DisplayName("Views and KNIME")
class ViewProtocolTest extends ViewTest {

    private static Node sample;

    private static Node fit;

    private static Node loopEnd;

    @BeforeAll
    static void runNodes() {
        sample = canvas.add(Canvas.SAMPLE);
        loopEnd = loop(sample, 300, 25, 6);
        fit = canvas.add(Canvas.FIT).from(sample, 1, 1);
        canvas.execute();
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
    static void internals(final NodeModel model, final String method, final Path folder) throws Exception {
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
        assertEquals(14.0, browser.evaluate("import('" + path.replaceFirst("[^/]*$", "") + """
            protocol.js').then(async ({ connect }) => {
                const element = { textContent: '{"x":7}' };
                const self = { document: { getElementById: (id) => (id === "data" ? element : null) } };
                self.parent = self;
                const inFrame = { ...self, parent: {} };
                return (await (await connect(self)).initialData()).data.x
                    + (await (await connect(inFrame)).initialData()).data.x;
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
