package org.modelcollapse.runner.examples;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.knime.core.node.NodeSettingsWO;

/**
 * What an example workflow is made of.
 *
 * @param name of its directory
 * @param title of the workflow
 * @param description a sentence or two for the workflow's properties
 * @param nodes on the canvas
 * @param others nodes of KNIME's own on the canvas
 * @param links between them
 * @param notes that explain them
 */
record Example(String name, String title, String description, List<Node> nodes, List<Other> others, List<Link> links, List<Note> notes) {

    /** An example of our nodes alone. */
    Example(final String name, final String title, final String description, final List<Node> nodes, final List<Link> links, final List<Note> notes) {
        this(name, title, description, nodes, List.of(), links, notes);
    }

    /**
     * Where a table comes from, as if the nodes of KNIME's own on its way passed it on as it is: enough for settings that are guessed from an input.
     *
     * @param node its number
     * @param output its port
     * @return the node of ours, and its port, whose table comes there
     */
    Link source(final int node, final int output) {
        if (others.stream().noneMatch(o -> o.id() == node)) {
            return new Link(node, output, node, output);
        }
        final Link before = links.stream().filter(l -> l.to() == node).findFirst().orElseThrow();
        return source(before.from(), before.output());
    }

    /**
     * A node.
     *
     * @param id its number
     * @param factory class name of its factory
     * @param ports optional ports to add
     * @param x of its left edge
     * @param y of its upper edge
     * @param label below it
     * @param settings that differ from the defaults, by key, with slashes where one lies within another; a list of such settings, in the order of the file, takes the
     *            place of all elements of an array
     */
    record Node(int id, String factory, List<String> ports, int x, int y, String label, Map<String, Object> settings) {
    }

    /**
     * A node of KNIME's own. As it is not here to be asked, its settings are given as its file has them, or not at all: then it has those of a node whose dialog was never
     * opened, and guesses its columns from what it gets.
     *
     * @param id its number
     * @param kind of node
     * @param x of its left edge
     * @param y of its upper edge
     * @param label below it
     * @param settings writes them; null for a node without settings
     */
    record Other(int id, KnimeNode kind, int x, int y, String label, Consumer<NodeSettingsWO> settings) {
    }

    /**
     * A connection; ports are counted from 1.
     *
     * @param from number of the node that gives
     * @param output its port
     * @param to number of the node that takes
     * @param input its port
     */
    record Link(int from, int output, int to, int input) {
    }

    /**
     * A note on the canvas.
     *
     * @param x of its left edge
     * @param y of its upper edge
     * @param width in pixels
     * @param height in pixels
     * @param colour of its border
     * @param html its text
     */
    record Note(int x, int y, int width, int height, int colour, String html) {
    }
}
