package org.modelcollapse.runner.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.modelcollapse.runner.examples.ExampleCatalog.Entry;
import org.modelcollapse.runner.examples.ExampleCatalog.Frame;
import org.modelcollapse.runner.examples.ExampleCatalog.Line;
import org.modelcollapse.runner.examples.ExampleCatalog.Place;

/** Draws the canvas of an example as KNIME shows it, from the places in the workflow. */
final class CanvasPicture {

    private static final int NODE = 34;
    private static final int PORT = 5;
    private static final int PORT_DISTANCE = 12;
    /** Letters in a line of a node's name or label. */
    private static final int LABEL = 19;
    /** Width of a letter of the notes, on average. */
    private static final double LETTER = 6.6;

    private final Entry example;
    private final Map<String, NodeFactory<?>> factories = new TreeMap<>();
    private final StringBuilder svg = new StringBuilder();

    private CanvasPicture(final Entry example) throws IOException {
        this.example = example;
        for (final NodeFactory<?> factory : WriteDocsApplication.factories()) {
            factories.put(factory.getClass().getName(), factory);
        }
    }

    /**
     * @param example to draw
     * @return the picture
     * @throws IOException if an icon cannot be read
     */
    static String of(final Entry example) throws IOException {
        return new CanvasPicture(example).draw();
    }

    private String draw() throws IOException {
        final List<Frame> frames = example.frames();
        final int left = frames.stream().mapToInt(Frame::x).min().orElse(0) - 10;
        final int top = frames.stream().mapToInt(Frame::y).min().orElse(0) - 10;
        final int right = frames.stream().mapToInt(f -> f.x() + f.width()).max().orElse(0) + 10;
        final int bottom = frames.stream().mapToInt(f -> f.y() + f.height()).max().orElse(0) + 10;
        append("""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %d %d %d" width="%d" height="%d" font-family="'DejaVu Sans', Verdana, Helvetica, sans-serif">
            <title>%s</title>
            <rect x="%d" y="%d" width="%d" height="%d" fill="#ffffff"/>
            """, left, top, right - left, bottom - top, right - left, bottom - top, escape(example.title()), left, top, right - left, bottom - top);
        frames.forEach(this::frame);
        example.lines().forEach(this::line);
        for (final Place place : example.places()) {
            node(place);
        }
        return svg.append("</svg>\n").toString();
    }

    /** Digits are those of SVG, whatever the machine's locale writes. */
    private void append(final String template, final Object... values) {
        svg.append(String.format(Locale.ROOT, template, values));
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void frame(final Frame frame) {
        append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#%06X\" stroke-width=\"2\"/>\n", frame.x(), frame.y(), frame.width(),
            frame.height(), frame.colour());
        int y = frame.y() + 30;
        append("<text x=\"%d\" y=\"%d\" font-size=\"15\" font-weight=\"bold\" fill=\"#222222\">%s</text>\n", frame.x() + 14, y, escape(frame.title()));
        y += 10;
        for (final String paragraph : frame.paragraphs()) {
            y += 4;
            for (final String line : wrapped(paragraph, (int)((frame.width() - 28) / LETTER))) {
                y += 16;
                append("<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#444444\">%s</text>\n", frame.x() + 14, y, escape(line));
            }
        }
    }

    private static List<String> wrapped(final String text, final int letters) {
        final List<String> lines = new ArrayList<>();
        String line = "";
        for (final String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line);
                line = "";
            }
            line += (line.isEmpty() ? "" : " ") + word;
        }
        lines.add(line);
        return lines;
    }

    private Place place(final int id) {
        return example.places().stream().filter(p -> p.id() == id).findFirst().orElseThrow();
    }

    /** The box of a node lies in the middle of the square that its place is the corner of. */
    private static int centre(final int corner) {
        return corner + NODE;
    }

    private int portY(final int id, final int port, final boolean output) {
        final NodeFactory<?> factory = factories.get(place(id).factory());
        final int all = factory != null && output ? factory.getXMLDescription().getElementsByTagNameNS("*", "outPort").getLength() : 1;
        final int used = example.lines().stream().filter(l -> (output ? l.from() : l.to()) == id).mapToInt(output ? Line::output : Line::input).max().orElse(1);
        return centre(place(id).y()) + (2 * port - Math.max(all, used) - 1) * PORT_DISTANCE / 2;
    }

    private void line(final Line line) {
        final int x1 = centre(place(line.from()).x()) + NODE / 2 + PORT + 2;
        final int x2 = centre(place(line.to()).x()) - NODE / 2 - PORT - 2;
        final int y1 = portY(line.from(), line.output(), true);
        final int y2 = portY(line.to(), line.input(), false);
        final int bend = Math.max(30, Math.abs(x2 - x1) / 2);
        append("<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"#9b9b9b\" stroke-width=\"1.5\"/>\n", x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        triangle(x1 - PORT - 2, y1);
        triangle(x2 - PORT + 2, y2);
    }

    private void triangle(final int x, final int y) {
        append("<path d=\"M%d %dl%d %dl-%d %dz\" fill=\"#222222\"/>\n", x, y - PORT, PORT + 3, PORT, PORT + 3, PORT);
    }

    private void node(final Place place) throws IOException {
        final NodeFactory<?> factory = factories.get(place.factory());
        final int x = centre(place.x());
        final int y = centre(place.y());
        final String name = factory == null ? place.name() : factory.getNodeName();
        append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\"/>\n", x - NODE / 2, y - NODE / 2, NODE, NODE,
            colour(factory == null ? NodeType.Other : factory.getType()));
        if (factory != null) {
            append("<image x=\"%d\" y=\"%d\" width=\"20\" height=\"20\" href=\"data:image/png;base64,%s\"/>\n", x - 10, y - 10, icon(factory));
        }
        text(name, x, y - NODE / 2 - 8, "12", "bold");
        text(place.label(), x, y + NODE / 2 + 20, "11", "normal");
    }

    private void text(final String text, final int x, final int y, final String size, final String weight) {
        // as wide as the distance between nodes allows
        final List<String> lines = wrapped(text, LABEL);
        final int first = weight.equals("bold") ? y - 14 * (lines.size() - 1) : y;
        for (int i = 0; i < lines.size(); i++) {
            append("<text x=\"%d\" y=\"%d\" font-size=\"%s\" font-weight=\"%s\" text-anchor=\"middle\" fill=\"#222222\">%s</text>\n", x, first + 14 * i, size, weight,
                escape(lines.get(i)));
        }
    }

    private static String icon(final NodeFactory<?> factory) throws IOException {
        try (InputStream in = factory.getIcon().openStream()) {
            return Base64.getEncoder().encodeToString(in.readAllBytes());
        }
    }

    /** Like KNIME's colours of the kinds of nodes. */
    private static String colour(final NodeType type) {
        return switch (type) {
            case Source -> "#f2a23c";
            case LoopStart, LoopEnd -> "#63b3e4";
            case Learner -> "#c8a2dd";
            case Predictor -> "#8fcf8f";
            case Manipulator -> "#f7dc5c";
            default -> "#c9ced6";
        };
    }
}
