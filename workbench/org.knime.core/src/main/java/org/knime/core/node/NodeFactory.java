package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Makes the parts of a node: model, dialog, description. */
public abstract class NodeFactory<T extends NodeModel> {

    /** The kind of a node, which decides about its colour and shape. */
    public enum NodeType {
        Source, Sink, Learner, Predictor, Manipulator, Visualizer, Widget, Configuration, Meta, LoopStart, LoopEnd,
        ScopeStart, ScopeEnd, @Deprecated
        QuickForm, Container, Subnode, VirtualIn, VirtualOut, Other, Missing, Unknown
    }

    private final boolean lazy;

    private NodeDescription description;

    protected NodeFactory() {
        this(false);
    }

    protected NodeFactory(final boolean lazyInitialization) {
        lazy = lazyInitialization;
        if (!lazy) {
            init();
        }
    }

    /** Reads the description; called once. */
    public void init() {
        if (description == null) {
            try {
                description = createNodeDescription();
            } catch (SAXException | IOException e) {
                throw new IllegalStateException("Problem creating the description of " + getClass().getName(), e);
            }
        }
    }

    final NodeDescription description() {
        init();
        return description;
    }

    /** By default read from the XML file beside the class. */
    protected NodeDescription createNodeDescription() throws SAXException, IOException {
        for (Class<?> c = getClass(); c != NodeFactory.class; c = c.getSuperclass()) {
            try (InputStream in = c.getResourceAsStream(c.getSimpleName() + ".xml")) {
                if (in != null) {
                    return new NodeDescription53Proxy(
                        NodeDescription.getDocumentBuilderFactory().newDocumentBuilder().parse(in));
                }
            } catch (javax.xml.parsers.ParserConfigurationException e) {
                throw new IOException(e);
            }
        }
        throw new IOException("No description of " + getClass().getName() + ": neither createNodeDescription() nor "
            + getClass().getSimpleName() + ".xml");
    }

    public final String getNodeName() {
        return description().getNodeName();
    }

    public NodeType getType() {
        return description().getType();
    }

    public String getInportName(final int index) {
        return description().getInportName(index);
    }

    public String getOutportName(final int index) {
        return description().getOutportName(index);
    }

    public String getInteractiveViewName() {
        return description().getInteractiveViewName();
    }

    public Element getXMLDescription() {
        return description().getXMLDescription();
    }

    /** The icon named by the description, relative to the class; null when there is none. */
    public URL getIcon() {
        final String path = description().getIconPath();
        return path == null ? null : getClass().getResource(path);
    }

    public void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {
        init();
    }

    public abstract T createNodeModel();

    protected T createNodeModel(final NodeCreationConfiguration creationConfig) {
        return createNodeModel();
    }

    protected abstract int getNrNodeViews();

    public abstract NodeView<T> createNodeView(int viewIndex, T nodeModel);

    protected abstract boolean hasDialog();

    protected abstract NodeDialogPane createNodeDialogPane();

    protected NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return createNodeDialogPane();
    }
}
