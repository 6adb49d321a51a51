package org.modelcollapse.runner.examples;

import java.util.List;
import java.util.Map;

/**
 * What an example workflow is made of.
 *
 * @param name of its directory
 * @param title of the workflow
 * @param description a sentence or two for the workflow's properties
 * @param nodes on the canvas
 * @param links between them
 * @param notes that explain them
 */
record Example(String name, String title, String description, List<Node> nodes, List<Link> links, List<Note> notes) {

    /**
     * A node.
     *
     * @param id its number
     * @param factory class name of its factory
     * @param ports optional ports to add
     * @param x of its left edge
     * @param y of its upper edge
     * @param label below it
     * @param settings that differ from the defaults, by key, with slashes where one lies within another; a list of such settings takes the place of all elements of an array
     */
    record Node(int id, String factory, List<String> ports, int x, int y, String label, Map<String, Object> settings) {
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
