package org.modelcollapse.runner.examples;

import java.util.List;
import java.util.stream.Stream;

/** What the pages of the documentation need to know of the examples. */
public final class ExampleCatalog {

    private ExampleCatalog() {
    }

    /**
     * An example.
     *
     * @param name of its directory
     * @param title of the workflow
     * @param description a sentence or two
     * @param factories class names of the factories of our nodes in it
     * @param places the nodes on its canvas
     * @param lines the connections
     * @param frames the notes, in which the nodes lie
     */
    public record Entry(String name, String title, String description, List<String> factories, List<Place> places, List<Line> lines, List<Frame> frames) {
    }

    /**
     * A node on the canvas.
     *
     * @param id its number
     * @param factory class name of its factory
     * @param name of a node of KNIME's own; "" for one of ours, which tells its name itself
     * @param x of its left edge
     * @param y of its upper edge
     * @param label below it
     */
    public record Place(int id, String factory, String name, int x, int y, String label) {
    }

    /**
     * A connection; ports are counted from 1.
     *
     * @param from number of the node that gives
     * @param output its port
     * @param to number of the node that takes
     * @param input its port
     */
    public record Line(int from, int output, int to, int input) {
    }

    /**
     * A note on the canvas.
     *
     * @param x of its left edge
     * @param y of its upper edge
     * @param width in pixels
     * @param height in pixels
     * @param colour of its border
     * @param title its heading
     * @param paragraphs its text, without markup
     */
    public record Frame(int x, int y, int width, int height, int colour, String title, List<String> paragraphs) {
    }

    /** @return all examples, those to begin with first */
    public static List<Entry> entries() {
        return Examples.all().stream().map(ExampleCatalog::entry).toList();
    }

    private static Entry entry(final Example example) {
        final Stream<Place> ours = example.nodes().stream().map(n -> new Place(n.id(), n.factory(), "", n.x(), n.y(), n.label()));
        final Stream<Place> others = example.others().stream().map(o -> new Place(o.id(), o.kind().factory(), o.kind().title(), o.x(), o.y(), o.label()));
        return new Entry(example.name(), example.title(), example.description(), example.nodes().stream().map(Example.Node::factory).distinct().toList(),
            Stream.concat(ours, others).toList(), example.links().stream().map(l -> new Line(l.from(), l.output(), l.to(), l.input())).toList(),
            example.notes().stream().map(n -> new Frame(n.x(), n.y(), n.width(), n.height(), n.colour(), heading(n.html()), paragraphs(n.html()))).toList());
    }

    private static String heading(final String html) {
        return html.replaceAll("(?s)^.*?<h\\d>(.*?)</h\\d>.*$", "$1");
    }

    private static List<String> paragraphs(final String html) {
        return Stream.of(html.replaceAll("(?s)<h\\d>.*?</h\\d>", "").replaceAll("<li>\\s*<p>", "<p>• ").split("</?p>")).map(p -> p.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip())
            .filter(p -> !p.isEmpty()).toList();
    }
}
