package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.tests.nodes.Canvas.Node;

/** How the views look: widths, themes, reach by keyboard, contrast. */
@DisplayName("Views")
class ViewLooksTest extends ViewTest {

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

    private static Node sample;

    private static Node notExecuted;

    private static Map<String, Node> nodes;

    @BeforeAll
    static void runNodes() {
        sample = canvas.add(Canvas.SAMPLE);
        final Node loopEnd = loop(sample, 300, 25, 6).set("distances", true);
        final Node example = canvas.add(Canvas.EXAMPLE);
        final Node fit = canvas.add(Canvas.FIT).from(sample, 1, 1);
        final Node fitOfMany = canvas.add(Canvas.FIT).from(example, 1, 1).set("numberOfComponents", "CHOSEN")
            .set("families", "ONE").set("maxComponents", 3).set("preset", "CONVERGED");
        final Node scenarios = canvas.add(TestNode.table(List.of("'Scenario", "ratioOriginal", "ratioFitted"),
            new Object[]{"Nothing but fitted points", null, null}, new Object[]{"One percent original", 0.01, 0.99},
            new Object[]{"A tenth original", 0.1, 0.9}));
        final Node experiment = canvas.add(Canvas.EXPERIMENT, "Scenarios").from(sample, 2, 1).from(scenarios, 1, 2)
            .set("rows", 100).set("generations", 150).set("replicates", 20).set("kept/keep", "EVERY_NTH")
            .set("kept/keepEvery", 10);
        canvas.execute();
        notExecuted = canvas.add(Canvas.SAMPLE);
        nodes = Map.of("sample", sample, "fit", fit, "fit of two columns", fitOfMany, "loop end", loopEnd, "experiment",
            experiment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "fit", "fit of two columns", "loop end", "experiment"})
    @DisplayName("fit in every width, are readable in both themes, and every control can be reached and has a name")
    void looks(final String node) throws Exception {
        open(nodes.get(node));
        final String title = browser.text("host.one('h1').textContent");
        assertTrue((Double)browser.evaluate("host.charts().length") > 0, page());
        assertEquals(true, browser.evaluate("[...host.document.querySelectorAll('select, input, button')].every(c =>"
            + " c.tabIndex === 0 && (c.labels?.[0]?.textContent || c.textContent).trim().length > 1)"));
        assertEquals(true, browser.evaluate("[...host.document.querySelectorAll('.chart')].every(c =>"
            + " c.getAttribute('role') === 'img' && c.getAttribute('aria-label').length > 40)"));
        for (final String scheme : List.of("light", "dark")) {
            for (final int width : List.of(320, 800, 1400)) {
                browser.look(width, 900, "light");
                browser.evaluate("host.push('DataEvent', { data: { view: { look: { title: '', bins: 80, colours: '"
                    + scheme.toUpperCase(Locale.ROOT) + "' } } } })");
                until("host.document.documentElement.dataset.theme === '" + scheme + "'");
                assertEquals(title, browser.text("host.one('h1').textContent"));
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
        assertEquals(List.of(), browser.evaluate("host.charts().filter((chart) => {"
            + " const { legend: [legend], grid: [grid] } = chart.getOption();"
            + " const box = chart.getModel().getComponent('legend');"
            + " const rows = chart.getViewOfComponentModel(box).group.getBoundingRect().height;"
            + " return legend.show !== false && legend.top + rows > grid.top - 12; }).map((chart) => chart.id)"),
            look + ": legends above the drawing");
    }

    @Test
    @DisplayName("are light as KNIME's window is, on a dark system too")
    void lightInKnime() throws Exception {
        browser.look(800, 600, "dark");
        open(sample);
        assertEquals("rgb(255, 255, 255)",
            browser.text("host.frame.contentWindow.getComputedStyle(host.document.body).backgroundColor"));
        assertEquals("#0072b2", browser.text("host.chart('rows').getOption().series[1].lineStyle.color"));
    }

    @Test
    @DisplayName("write their charts in the letters of the page, by names that a canvas and a report know")
    void letters() throws Exception {
        open(sample);
        final String page = browser.text("host.frame.contentWindow.getComputedStyle(host.document.body).fontFamily");
        assertTrue(page.startsWith("Roboto, "), page);
        assertEquals(page.replace("\"", ""),
            browser.text("host.chart('rows').getOption().textStyle.fontFamily").replace("\"", ""));
    }

    @Test
    @DisplayName("say in words that there is nothing yet before execution, and again after a reset")
    void nothingYet() throws Exception {
        open(notExecuted);
        assertTrue(page().contains("There is nothing to show yet. Execute the node"), page());
        assertFalse((Boolean)browser.evaluate("host.one('canvas, svg') !== null"));
    }
}
