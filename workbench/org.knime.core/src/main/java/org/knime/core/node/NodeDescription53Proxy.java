package org.knime.core.node;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A description read from an XML document of KNIME's node schema. */
public final class NodeDescription53Proxy extends NodeDescription {

    private static final String NAMESPACE = "http://knime.org/node/v5.3";

    private final Element root;

    public NodeDescription53Proxy(final Document doc) {
        root = inNamespace(doc);
    }

    private static Element inNamespace(final Document doc) {
        rename(doc, doc.getDocumentElement());
        return doc.getDocumentElement();
    }

    private static void rename(final Document doc, final Node node) {
        final Node renamed =
            node.getNodeType() == Node.ELEMENT_NODE ? doc.renameNode(node, NAMESPACE, name(node)) : node;
        for (Node child = renamed.getFirstChild(); child != null; child = child.getNextSibling()) {
            rename(doc, child);
        }
    }

    private static String name(final Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    private static List<Element> children(final Element parent, final String... names) {
        final List<Element> found = new ArrayList<>();
        if (parent != null) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element e && List.of(names).contains(name(e))) {
                    found.add(e);
                }
            }
        }
        return found;
    }

    private static Element child(final Element parent, final String name) {
        final List<Element> all = children(parent, name);
        return all.isEmpty() ? null : all.get(0);
    }

    /** The markup inside an element. */
    private static String content(final Element element) {
        if (element == null) {
            return null;
        }
        try {
            final Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            final StringWriter text = new StringWriter();
            for (Node c = element.getFirstChild(); c != null; c = c.getNextSibling()) {
                transformer.transform(new DOMSource(c), new StreamResult(text));
            }
            return text.toString().replace(" xmlns=\"" + NAMESPACE + "\"", "").strip();
        } catch (TransformerException e) {
            throw new IllegalStateException("Problem reading a node description", e);
        }
    }

    private static String attribute(final Element element, final String name) {
        return element == null || !element.hasAttribute(name) ? null : element.getAttribute(name);
    }

    private Element port(final int index, final String fixed, final String dynamic) {
        int next = 0;
        for (final Element port : children(child(root, "ports"), fixed, dynamic)) {
            final String given = attribute(port, "index");
            if (given != null ? Integer.parseInt(given) == index : next == index) {
                return port;
            }
            next++;
        }
        return null;
    }

    @Override
    public String getIconPath() {
        return attribute(root, "icon");
    }

    @Override
    public String getNodeName() {
        final Element name = child(root, "name");
        return name == null ? null : name.getTextContent();
    }

    @Override
    public NodeType getType() {
        final String type = attribute(root, "type");
        for (final NodeType t : NodeType.values()) {
            if (t.name().equals(type)) {
                return t;
            }
        }
        return NodeType.Unknown;
    }

    @Override
    public String getInportName(final int index) {
        return attribute(port(index, "inPort", "dynInPort"), "name");
    }

    @Override
    public String getInportDescription(final int index) {
        return content(port(index, "inPort", "dynInPort"));
    }

    @Override
    public String getOutportName(final int index) {
        return attribute(port(index, "outPort", "dynOutPort"), "name");
    }

    @Override
    public String getOutportDescription(final int index) {
        return content(port(index, "outPort", "dynOutPort"));
    }

    @Override
    public String getInteractiveViewName() {
        return attribute(child(root, "interactiveView"), "name");
    }

    @Override
    public int getViewCount() {
        return children(child(root, "views"), "view").size();
    }

    @Override
    public String getViewName(final int index) {
        return attribute(view(index), "name");
    }

    @Override
    public String getViewDescription(final int index) {
        return content(view(index));
    }

    private Element view(final int index) {
        return children(child(root, "views"), "view").stream()
            .filter(v -> String.valueOf(index).equals(attribute(v, "index"))).findFirst().orElse(null);
    }

    @Override
    public Element getXMLDescription() {
        return root;
    }
}
