package org.modelcollapse.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The settings of a node as a workflow keeps them: a workflow's folder or {@code .knwf} file. */
final class NodeSettings {

    private final Map<String, String> values = new LinkedHashMap<>();

    private final String factory;

    private NodeSettings(final Element root) {
        String name = "";
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (element.getAttribute("key").equals("model")) {
                    collect(element, "");
                } else if (element.getAttribute("key").equals("factory")) {
                    name = element.getAttribute("value");
                }
            }
        }
        factory = name;
    }

    private void collect(final Element config, final String path) {
        for (Node child = config.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                final String key = path + element.getAttribute("key");
                if (element.getTagName().equals("config")) {
                    collect(element, key + "/");
                } else if (!element.getAttribute("isnull").equals("true")) {
                    values.put(key, element.getAttribute("value"));
                }
            }
        }
    }

    /**
     * Reads the settings of a node.
     *
     * @param place {@code WORKFLOW#NUMBER}
     * @param factory the simple name of the node's factory
     */
    static NodeSettings read(final String place, final String factory) {
        final int hash = place.lastIndexOf('#');
        if (hash < 0) {
            throw Refusal.ofOptions("--settings is " + place + ". Give a workflow and the number of a node, like my-workflow#3.");
        }
        final Path workflow = Path.of(place.substring(0, hash));
        final String number = place.substring(hash + 1);
        if (!Files.exists(workflow)) {
            throw Refusal.of("The workflow " + workflow + " is not there.");
        }
        try {
            final NodeSettings settings;
            if (Files.isDirectory(workflow)) {
                settings = ofNode(workflow, number, place);
            } else {
                try (FileSystem archive = FileSystems.newFileSystem(workflow)) {
                    settings = ofNode(archive.getPath("/"), number, place);
                }
            }
            if (!settings.factory.endsWith("." + factory)) {
                throw Refusal.of("Node " + number + " of " + workflow + " is another node ("
                    + settings.factory.substring(settings.factory.lastIndexOf('.') + 1) + "): " + factory + " is needed.");
            }
            return settings;
        } catch (final IOException | SAXException | ParserConfigurationException
            | java.nio.file.ProviderNotFoundException e) {
            throw Refusal.of("The workflow " + workflow + " cannot be read: " + Sentences.first(e), e);
        }
    }

    private static NodeSettings ofNode(final Path folder, final String number, final String place)
        throws IOException, SAXException, ParserConfigurationException {
        final List<Path> found;
        try (Stream<Path> all = Files.walk(folder, 3)) {
            found = all.filter(p -> p.getFileName() != null && p.getFileName().toString().equals("settings.xml")
                && p.getParent().getFileName() != null
                && p.getParent().getFileName().toString().replace("/", "").endsWith("(#" + number + ")")).toList();
        }
        if (found.isEmpty()) {
            throw Refusal.of("There is no node with the number " + number + " in " + place + ".");
        }
        final DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (InputStream in = Files.newInputStream(found.get(0))) {
            return new NodeSettings(documents.newDocumentBuilder().parse(in).getDocumentElement());
        }
    }

    /** A setting; empty if there is none. */
    String get(final String key) {
        return values.getOrDefault(key, "");
    }

    /** An array of texts. */
    List<String> list(final String key) {
        final int size = Integer.parseInt(values.getOrDefault(key + "/array-size", "0"));
        return Stream.iterate(0, i -> i + 1).limit(size).map(i -> get(key + "/" + i)).toList();
    }

    /** Settings of "Fit GMM" that are no options by the same name. */
    private static final Set<String> OTHERS =
        Set.of("numberOfComponents", "minComponents", "maxComponents", "noFit", "weightColumn_is_present");

    /** Refuses a setting that would be passed over, and change the result. */
    private void requireKnown() {
        for (final String key : values.keySet()) {
            final String name = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
            if (!name.equals("columns") && !name.equals("random") && !OTHERS.contains(name)
                && Stream.concat(FitOptions.NAMES.stream(), FitOptions.FLAGS.stream())
                    .noneMatch(option -> camel(option).equals(name))) {
                throw Refusal.of("The node has a setting \"" + name
                    + "\" that this version does not know: give the settings by options instead.");
            }
        }
        if (get("unusable").equals("USE")) {
            throw Refusal.ofOptions("The node uses what rows with missing values have, which fits in memory only can do: give"
                + " --unusable skip or fail, after setting the node so, or fit by the node.");
        }
    }

    /** The settings of "Fit GMM" as options. */
    Map<String, String> ofFit() {
        requireKnown();
        final Map<String, String> options = new LinkedHashMap<>();
        for (final String name : FitOptions.NAMES) {
            put(options, name, get(camel(name)));
        }
        for (final String name : FitOptions.FLAGS) {
            put(options, name, get(camel(name)));
        }
        options.remove("columns");
        if (get("columns/mode").equals("MANUAL") && !get("columns/manualFilter/includeUnknownColumns").equals("true")) {
            put(options, "columns", String.join(",",
                list("columns/manualFilter/manuallySelected").stream().map(c -> c.replace(",", "\\,")).toList()));
        } else if (!get("columns/mode").equals("MANUAL")) {
            throw Refusal.of("The node selects its columns by " + get("columns/mode").toLowerCase(Locale.ROOT)
                + ": name them by --columns, or select them manually in the node.");
        }
        if (get("numberOfComponents").equals("CHOSEN")) {
            options.put("components", get("minComponents") + "-" + get("maxComponents"));
        }
        options.remove("seed");
        if (get("random/useFixedSeed").equals("true")) {
            options.put("seed", get("random/seed"));
        }
        return options;
    }

    private static void put(final Map<String, String> options, final String name, final String value) {
        if (!value.isEmpty()) {
            options.put(name, value);
        }
    }

    /** {@code weight-column} is saved as {@code weightColumn}. */
    private static String camel(final String name) {
        final StringBuilder text = new StringBuilder();
        for (final String word : name.split("-")) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }
}
