package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelcollapse.runner.ExitCode;
import org.modelcollapse.tests.nodes.Browser;

/** The pages that the runner writes, opened from the disk as a person opens them. */
@DisplayName("A view that the runner wrote")
class WrittenViewsTest {

    private static final int RIGHT = 39;

    @TempDir
    static Path folder;

    private static Path output;

    private static Browser browser;

    @BeforeAll
    static void run() throws Exception {
        browser = new Browser();
        output = folder.resolve("out");
        run("the-post", output, "-option=2,generations,20,int", "-option=2,rows,200,int");
    }

    private static void run(final String example, final Path to, final String... options) {
        final Run run = Run.of(Run.example(example), to, options);
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void noProblems() {
        assertEquals(List.of(), browser.takeProblems(), "nothing thrown, nothing on the console");
    }

    private static void open(final Path file) throws Exception {
        browser.open(file.toUri().toString());
        browser.evaluate("""
            new Promise((done, failed) => {
                const limit = Date.now() + 20_000;
                const look = () => document.documentElement.dataset.state === "open" ? done()
                    : Date.now() > limit ? failed(new Error("not open: " + document.body.innerText))
                    : setTimeout(look, 10);
                look();
            })""");
        // the browser lists what a page loaded; what is in the page itself has a data: URL
        assertEquals(List.of(), browser.evaluate("performance.getEntriesByType('resource').map((e) => e.name)"
            + ".filter((name) => !name.startsWith('data:'))"), "nothing is loaded from anywhere");
    }

    private static final String SERIES = "echarts.getInstanceByDom(document.querySelector('%s .chart')).getOption()"
        + ".series.find((s) => s.name === '%s').data";

    private static List<?> points(final String figure, final String series) throws Exception {
        return (List<?>)browser.evaluate(SERIES.formatted("#" + figure, series));
    }

    /** @return a cell of the table that the runner wrote */
    private static double cell(final String column, final int row) throws Exception {
        final List<String> lines = Files.readAllLines(output.resolve("recursive-collapse-loop-end-4-trajectory.csv"));
        final int place = List.of(lines.get(0).split(",")).indexOf(column);
        return Double.parseDouble(lines.get(row + 1).split(",")[place]);
    }

    @Test
    @DisplayName("shows the data of the table, without a network")
    void trajectory() throws Exception {
        open(output.resolve("recursive-collapse-loop-end-4.html"));
        assertTrue(browser.text("document.body.innerText").contains("20 generations: the total variance went from "));
        assertEquals("Trajectory \u2013 Recursive Collapse Loop End (node 4)", browser.text("document.title"));
        final List<?> points = points("trajectory", "Total variance");
        assertEquals(20, points.size());
        for (int i = 0; i < 20; i++) {
            assertEquals(cell("Total variance", i), (Double)((List<?>)points.get(i)).get(1), 1e-7 * cell("Total variance", i));
        }
    }

    @Test
    @DisplayName("can be played with: the slider moves, the metric changes")
    void controls() throws Exception {
        open(output.resolve("recursive-collapse-loop-end-4.html"));
        final List<?> before = points("sets", "Training set");
        browser.evaluate("document.querySelector('#sets input[type=range]').focus()");
        browser.press("ArrowRight", RIGHT);
        assertNotEquals(before, points("sets", "Training set"));
        browser.evaluate("(() => { const list = document.querySelector('#trajectory select');"
            + " list.value = [...list.options].find((o) => o.text === 'Variance').value;"
            + " list.dispatchEvent(new Event('change')); })()");
        final List<?> last = (List<?>)points("trajectory", "Component 2").get(19);
        assertEquals(cell("Variance 2", 19), (Double)last.get(1), 1e-7 * cell("Variance 2", 19));
    }

    @Test
    @DisplayName("has the colours of the system, and changes with it")
    void theme() throws Exception {
        open(output.resolve("recursive-collapse-loop-end-4.html"));
        final String ground = "getComputedStyle(document.body).backgroundColor";
        assertEquals("rgb(255, 255, 255)", browser.text(ground));
        browser.look(800, 600, "dark");
        assertEquals("rgb(22, 25, 28)", browser.text(ground));
        final String text = "echarts.getInstanceByDom(document.querySelector('#trajectory .chart')).getOption()"
            + ".textStyle.color";
        browser.evaluate("new Promise((done) => { const look = () => " + text
            + " === '#eceff1' ? done() : setTimeout(look, 10); look(); })");
        browser.look(800, 600, "light");
    }

    @Test
    @DisplayName("of an experiment holds the details that it could ask its node for")
    void details() throws Exception {
        final Path folderOfIt = folder.resolve("experiment");
        run("tolerance", folderOfIt, "-option=3,replicates,3,int", "-option=3,generations,15,int");
        open(folderOfIt.resolve("recursive-collapse-experiment-3.html"));
        final String metric = "Sd 1";
        browser.evaluate("(() => { const list = document.querySelector('#bands select');"
            + " list.value = [...list.options].find((o) => o.text === '" + metric + "').value;"
            + " list.dispatchEvent(new Event('change')); })()");
        final String drawn = "echarts.getInstanceByDom(document.querySelector('#bands .chart')).getOption()";
        browser.evaluate("new Promise((done, failed) => { const limit = Date.now() + 20_000; const look = () =>"
            + drawn + ".yAxis[0].name === '" + metric + "' ? done() : Date.now() > limit ? failed(new Error("
            + "document.body.innerText)) : setTimeout(look, 10); look(); })");
        final List<String> lines = Files.readAllLines(folderOfIt.resolve("recursive-collapse-experiment-3-bands.csv"));
        final int place = List.of(lines.get(0).split(",")).indexOf(metric + " median");
        final List<?> median = (List<?>)browser.evaluate(drawn + ".series.find((s) => s.name === 'Median').data");
        // the example records some of the generations; the first rows are those of the first scenario
        assertEquals(3, median.size());
        for (int i = 0; i < median.size(); i++) {
            final String[] cells = lines.get(i + 1).split(",");
            final List<?> point = (List<?>)median.get(i);
            assertEquals(Double.parseDouble(cells[1]), (Double)point.get(0), "generation");
            assertEquals(Double.parseDouble(cells[place]), (Double)point.get(1), 1e-6 * Double.parseDouble(cells[place]));
        }
        assertFalse(browser.text("document.body.innerText").contains("saved without it"));
        assertTrue(Files.readString(folderOfIt.resolve("index.html")).contains("recursive-collapse-experiment-3.html"));
    }

    @Test
    @DisplayName("of each node is there")
    void others() throws Exception {
        open(output.resolve("sample-gmm-1.html"));
        assertTrue(browser.text("document.body.innerText").contains("rows drawn from a Gaussian mixture of 2 components"));
        open(output.resolve("fit-gmm-3.html"));
        assertTrue(browser.text("document.body.innerText").contains("fitted to 200 rows"));
    }
}
