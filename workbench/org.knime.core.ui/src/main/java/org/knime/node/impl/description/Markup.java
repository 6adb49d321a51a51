package org.knime.node.impl.description;

import java.io.IOException;
import java.io.StringReader;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.core.node.NodeDescription;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An element of an XML document that is being built.
 *
 * @param element the element
 * @param builder parses fragments
 */
record Markup(Element element, DocumentBuilder builder) {

    static Markup root(final String name) {
        try {
            final DocumentBuilder builder = NodeDescription.getDocumentBuilderFactory().newDocumentBuilder();
            builder.setErrorHandler(null);
            final Document document = builder.newDocument();
            final Element root = document.createElementNS(null, name);
            document.appendChild(root);
            return new Markup(root, builder);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Problem creating node description", e);
        }
    }

    Document document() {
        return element.getOwnerDocument();
    }

    Markup with(final String attribute, final String value) {
        element.setAttribute(attribute, value);
        return this;
    }

    Markup child(final String name) {
        final Element child = document().createElementNS(null, name);
        element.appendChild(child);
        return new Markup(child, builder);
    }

    void text(final String text) {
        element.setTextContent(text);
    }

    /** @throws IllegalStateException if the text is no well-formed XML, for instance because a &lt; is not escaped */
    void fragment(final String xml) {
        try {
            final Element parsed =
                builder.parse(new InputSource(new StringReader("<f>" + xml + "</f>"))).getDocumentElement();
            for (Node child = parsed.getFirstChild(); child != null; child = child.getNextSibling()) {
                element.appendChild(document().importNode(child, true));
            }
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(
                "Problem creating node description: " + e.getMessage() + " In: " + xml, e);
        }
    }
}
