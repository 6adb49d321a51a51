package org.knime.node.impl.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDescription53Proxy;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.parameters.NodeParameters;
import org.modelcollapse.standin.parameters.Options;

/** Makes node descriptions from texts and from the annotations of parameters classes. */
public final class DefaultNodeDescriptionUtil {

    private DefaultNodeDescriptionUtil() {
    }

    /**
     * @param name of the node, plain text
     * @param icon file name beside the factory class
     * @param inPortDescriptions in the order of the ports
     * @param outPortDescriptions likewise
     * @param shortDescription an XML fragment, as all longer texts
     * @param fullDescription what the node does
     * @param externalResources not null
     * @param modelSettingsClass whose options are described, or null
     * @param viewDescriptions the first one's settings are described too; null for none
     * @param type of the node; null to guess it from the ports
     * @param keywords not null
     * @param sinceVersion the version that first had the node, or null
     * @return the description
     */
    public static NodeDescription createNodeDescription(final String name, final String icon,
        final Collection<PortDescription> inPortDescriptions, final Collection<PortDescription> outPortDescriptions,
        final String shortDescription, final String fullDescription,
        final Collection<ExternalResource> externalResources,
        final Class<? extends NodeParameters> modelSettingsClass, final Collection<ViewDescription> viewDescriptions,
        final NodeType type, final Collection<String> keywords, final Version sinceVersion) {
        final Collection<ViewDescription> views = viewDescriptions == null ? List.of() : viewDescriptions;
        final Markup root = Markup.root("knimeNode").with("icon", icon)
            .with("type", (type == null ? guess(inPortDescriptions, outPortDescriptions) : type).toString());
        root.child("name").text(name);
        root.child("shortDescription").fragment(shortDescription);
        final Markup full = root.child("fullDescription");
        full.child("intro").fragment(fullDescription);
        addOptions(full, modelSettingsClass,
            views.stream().findFirst().map(ViewDescription::viewSettingsClass).orElse(null));
        externalResources
            .forEach(link -> full.child("link").with("href", link.href()).fragment(link.description()));
        final Markup ports = root.child("ports");
        addPorts(ports, inPortDescriptions, "inPort", "dynInPort");
        addPorts(ports, outPortDescriptions, "outPort", "dynOutPort");
        if (!views.isEmpty()) {
            addViews(root.child("views"), views);
        }
        if (!keywords.isEmpty()) {
            final Markup list = root.child("keywords");
            keywords.forEach(keyword -> list.child("keyword").text(keyword));
        }
        return new NodeDescription53Proxy(root.document());
    }

    private static NodeType guess(final Collection<PortDescription> in, final Collection<PortDescription> out) {
        if (in.isEmpty()) {
            return NodeType.Source;
        }
        return out.isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }

    private static void addOptions(final Markup full, final Class<?> model, final Class<?> view) {
        final List<Class<?>> classes = new ArrayList<>();
        Stream.of(model, view).filter(Objects::nonNull).forEach(classes::add);
        if (classes.isEmpty()) {
            return;
        }
        final Markup tab = full.child("tab").with("name", "Options");
        for (final Options.Option option : Options.of(classes)) {
            tab.child("option").with("name", option.title()).fragment(option.description());
        }
    }

    private static void addPorts(final Markup ports, final Collection<PortDescription> descriptions,
        final String fixed, final String dynamic) {
        int index = 0;
        for (final PortDescription port : descriptions) {
            final Markup element = ports.child(port.configurable() ? dynamic : fixed).with("name", port.name());
            if (port.configurable()) {
                element.with("insert-before", Integer.toString(index)).with("group-identifier", port.id())
                    .with("configurable-via-menu", "false");
            } else {
                element.with("index", Integer.toString(index++));
            }
            element.fragment(port.description());
        }
    }

    private static void addViews(final Markup list, final Collection<ViewDescription> views) {
        int index = 0;
        for (final ViewDescription view : views) {
            list.child("view").with("index", Integer.toString(index++)).with("name", view.name())
                .fragment(view.description());
        }
    }
}
