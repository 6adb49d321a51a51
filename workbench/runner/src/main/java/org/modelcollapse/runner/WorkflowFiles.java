package org.modelcollapse.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The files that a workflow directory consists of, looked through before KNIME loads them, so that a broken or missing one is named; KNIME's own messages
 * do not always tell which file they are about. Immutable.
 */
final class WorkflowFiles {

    private static final String NUMBER = "\\d{1,9}";

    private final String title;
    private final Map<Integer, String> settingsFiles;
    private final Map<Integer, String> factories;
    private final List<Link> links;

    private WorkflowFiles(final String title, final Map<Integer, String> settingsFiles, final Map<Integer, String> factories, final List<Link> links) {
        this.title = title;
        this.settingsFiles = settingsFiles;
        this.factories = factories;
        this.links = links;
    }

    /**
     * A connection.
     *
     * @param from number of the node that gives
     * @param to number of the node that takes
     */
    record Link(int from, int to) {
    }

    /**
     * @param directory of the workflow, with a file workflow.knime
     * @return its files
     * @throws RunException naming each file that is missing or broken
     */
    static WorkflowFiles of(final Path directory) throws RunException {
        final List<String> problems = new ArrayList<>();
        final Map<Integer, String> settingsFiles = new TreeMap<>();
        final Map<Integer, String> factories = new TreeMap<>();
        final Map<List<String>, String> workflow = entries(directory, "workflow.knime", "the workflow", problems);
        workflow.forEach((path, value) -> {
            final String id = workflow.getOrDefault(beside(path, "id"), "");
            if (isIn("nodes", path, "node_settings_file") && id.matches(NUMBER)) {
                settingsFiles.put(Integer.valueOf(id), value);
            }
        });
        settingsFiles.forEach((id, file) -> {
            final String factory = entries(directory, file, "node " + id, problems).get(List.of("factory"));
            if (factory != null) {
                factories.put(id, factory);
            }
        });
        if (!problems.isEmpty()) {
            throw new RunException(ExitCode.LOAD_ERROR, "The workflow cannot be loaded:\n" + String.join("\n", problems));
        }
        final String name = workflow.getOrDefault(List.of("name"), "");
        return new WorkflowFiles(name.isBlank() ? String.valueOf(directory.getFileName()) : name, settingsFiles, factories, links(workflow));
    }

    private static boolean isIn(final String group, final List<String> path, final String key) {
        return path.size() == 3 && path.get(0).equals(group) && path.get(2).equals(key);
    }

    private static List<String> beside(final List<String> path, final String key) {
        final List<String> other = new ArrayList<>(path.subList(0, path.size() - 1));
        other.add(key);
        return other;
    }

    private static List<Link> links(final Map<List<String>, String> workflow) {
        final List<Link> links = new ArrayList<>();
        workflow.forEach((path, from) -> {
            final String to = workflow.getOrDefault(beside(path, "destID"), "");
            if (isIn("connections", path, "sourceID") && from.matches(NUMBER) && to.matches(NUMBER)) {
                links.add(new Link(Integer.parseInt(from), Integer.parseInt(to)));
            }
        });
        return List.copyOf(links);
    }

    /** @return the name that the workflow was saved with, or that of its directory */
    String title() {
        return title;
    }

    /** @return the file with the node's settings, or "" for an unknown node */
    String settingsFile(final int node) {
        return settingsFiles.getOrDefault(node, "");
    }

    /** @return the numbers of the nodes that the factory makes */
    List<Integer> nodesOf(final String factory) {
        return factories.entrySet().stream().filter(e -> e.getValue().equals(factory)).map(Map.Entry::getKey).toList();
    }

    /** @return all connections whose ends are nodes */
    List<Link> links() {
        return links;
    }

    /** @return the values in a file of KNIME's settings format, by the keys around them, from the outside in, and their own; a key may hold any character */
    private static Map<List<String>, String> entries(final Path directory, final String name, final String of, final List<String> problems) {
        final Path file = directory.resolve(name);
        final Map<List<String>, String> entries = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            problems.add("The file " + file + " of " + of + " is missing.");
            return entries;
        }
        try (var in = Files.newInputStream(file)) {
            final SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(in, new Collector(entries));
        } catch (final SAXParseException e) {
            problems.add("The file " + file + " of " + of + " is broken in line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (final SAXException | IOException | ParserConfigurationException e) {
            problems.add("The file " + file + " of " + of + " cannot be read: " + e.getMessage());
        }
        return entries;
    }

    private static final class Collector extends DefaultHandler {
        private final Map<List<String>, String> entries;
        private final List<String> path = new ArrayList<>();
        private int depth;

        Collector(final Map<List<String>, String> entries) {
            this.entries = entries;
        }

        @Override
        public void startElement(final String uri, final String local, final String name, final Attributes attributes) {
            if (name.equals("config") && depth++ > 0) {
                path.add(String.valueOf(attributes.getValue("key")));
            } else if (name.equals("entry") && attributes.getValue("value") != null) {
                final List<String> place = new ArrayList<>(path);
                place.add(String.valueOf(attributes.getValue("key")));
                entries.put(place, attributes.getValue("value"));
            }
        }

        @Override
        public void endElement(final String uri, final String local, final String name) {
            if (name.equals("config") && --depth > 0) {
                path.remove(path.size() - 1);
            }
        }

        @Override
        public void fatalError(final SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
