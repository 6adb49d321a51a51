package org.modelcollapse.runner.docs;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.NodeFactory;
import org.modelcollapse.runner.examples.ExampleCatalog;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The page about one node: its description, as KNIME shows it, with the dialog's sections, the defaults, and the examples that use it. */
final class NodePage {

    /** From the folder of the pages to that of the plugin's resources, where the icons are. */
    private static final String SOURCES = "../../plugin/src/main/resources/";

    private final NodeFactory<?> factory;
    private final Element root;
    private final StringBuilder page = new StringBuilder();

    NodePage(final NodeFactory<?> factory) {
        this.factory = factory;
        root = factory.getXMLDescription();
    }

    /** @return name of the file */
    String file() {
        return root.getAttribute("icon").replaceAll("\\.png$", ".md");
    }

    /** @return the node's name */
    String name() {
        return factory.getNodeName();
    }

    /** @return the sentence below the name */
    String summary() {
        return Markdown.of(children(root, "shortDescription").get(0));
    }

    /** @return path of the icon's drawing from the folder of the pages */
    String icon() {
        return SOURCES + factory.getClass().getPackageName().replace('.', '/') + "/" + root.getAttribute("icon").replaceAll("\\.png$", ".svg");
    }

    /** @return the page */
    String text() {
        page.append("# <img src=\"").append(icon()).append("\" width=\"32\" height=\"32\" alt=\"\"> ").append(name()).append("\n\n");
        block("*" + summary() + "*");
        final Element full = children(root, "fullDescription").get(0);
        block(Markdown.of(children(full, "intro").get(0)));
        final Element ports = children(root, "ports").get(0);
        addPorts("Input", children(ports, "inPort", "dynInPort"));
        addPorts("Output", children(ports, "outPort", "dynOutPort"));
        addOptions(children(full, "tab").stream().flatMap(t -> children(t, "option").stream()).toList());
        addViews();
        addLinks(children(full, "link"));
        addExamples();
        block("---");
        block("[All nodes](../README.md) · written by `workbench/tools/write-docs` from what the node says about itself; change it there");
        return page.toString().stripTrailing() + "\n";
    }

    private void block(final String text) {
        page.append(text).append("\n\n");
    }

    private static List<Element> children(final Element parent, final String... names) {
        final List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && Stream.of(names).anyMatch(n -> n.equals(element.getLocalName()) || n.equals(element.getNodeName()))) {
                found.add(element);
            }
        }
        return found;
    }

    private static boolean isDynamic(final Element port) {
        return port.getNodeName().contains("dyn");
    }

    private void addPorts(final String kind, final List<Element> ports) {
        if (ports.isEmpty()) {
            return;
        }
        block("## " + kind);
        int number = 1;
        for (final Element port : ports) {
            // a port that a person may add has no number before that
            final String mark = isDynamic(port) ? "- " : number++ + ". ";
            block(mark + "**" + Markdown.escape(port.getAttribute("name")) + "**" + (isDynamic(port) ? " (added by the + on the node)" : "") + ": "
                + Markdown.indented(Markdown.of(port), "   "));
        }
    }

    private void addOptions(final List<Element> options) {
        if (options.isEmpty()) {
            return;
        }
        block("## Options");
        final List<Setting> settings = new ArrayList<>();
        classes().forEach(c -> settings.addAll(Setting.of(c)));
        String section = "";
        for (final Element option : options) {
            final Setting setting = settings.stream().filter(s -> s.title().equals(option.getAttribute("name")) && begins(option, s)).findFirst()
                .orElseThrow(() -> new IllegalStateException(name() + ": no setting is called " + option.getAttribute("name")));
            // of two settings of the same name and text the first comes first
            settings.remove(setting);
            if (!setting.section().equals(section)) {
                section = setting.section();
                block("### " + section);
            }
            final String after = Stream.of(setting.defaultValue().map(v -> "default: " + Markdown.escape(v)), Optional.of("advanced").filter(a -> setting.advanced()))
                .flatMap(Optional::stream).reduce((a, b) -> a + "; " + b).map(t -> " (" + t + ")").orElse("");
            block("- **" + Markdown.escape(setting.title()) + "**" + after + "\n\n  " + Markdown.indented(Markdown.of(option), "  "));
        }
    }

    private static boolean begins(final Element option, final Setting setting) {
        final String start = setting.description().replaceAll("(?s)[<&].*", "").replaceAll("\\s+", " ").strip();
        return option.getTextContent().replaceAll("\\s+", " ").strip().startsWith(start);
    }

    /** @return the classes of the settings, which the factory keeps to itself */
    private List<Class<?>> classes() {
        final List<Class<?>> classes = new ArrayList<>();
        Stream.of("text", "view").forEach(m -> ask(factory, m).flatMap(t -> ask(t, "parameters")).ifPresent(c -> classes.add((Class<?>)c)));
        return classes;
    }

    private static Optional<Object> ask(final Object object, final String method) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            try {
                final Method found = type.getDeclaredMethod(method);
                found.setAccessible(true); // NOSONAR see above
                return Optional.ofNullable(found.invoke(object));
            } catch (final NoSuchMethodException e) { // NOSONAR then perhaps in the class above
                continue;
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException(object.getClass() + "." + method + " cannot be asked", e);
            }
        }
        return Optional.empty();
    }

    private void addViews() {
        final List<Element> views = children(root, "views").stream().flatMap(v -> children(v, "view").stream()).toList();
        if (!views.isEmpty()) {
            block("## View");
            views.forEach(v -> block("**" + Markdown.escape(v.getAttribute("name")) + "**: " + Markdown.of(v)));
            block("![The view](../pictures/views/" + file().replaceAll("\\.md$", ".png") + ")");
        }
    }

    private void addLinks(final List<Element> links) {
        if (!links.isEmpty()) {
            block("## Literature");
            links.forEach(l -> block("- [" + Markdown.of(l) + "](" + l.getAttribute("href") + ")"));
        }
    }

    private void addExamples() {
        final List<ExampleCatalog.Entry> examples = ExampleCatalog.entries().stream().filter(e -> e.factories().contains(factory.getClass().getName())).toList();
        if (!examples.isEmpty()) {
            block("## Examples");
            examples.forEach(e -> page.append("- [").append(e.title()).append("](../../examples/").append(e.name()).append("/EXPECTED.md): ").append(e.description()).append('\n'));
            page.append('\n');
        }
    }
}
