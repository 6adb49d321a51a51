package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.knime.core.util.XMLUtils;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Configuration trees as XML files, byte for byte of the form that KNIME writes. */
public final class XMLConfig {

    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private XMLConfig() {
    }

    /** Reads a tree; external entities are never resolved. */
    public static void load(final ConfigBase config, final InputStream in)
        throws SAXException, IOException, ParserConfigurationException {
        final SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try {
            factory.newSAXParser().parse(new InputSource(in), new Reader(config));
        } catch (SAXParseException e) {
            throw new IOException("line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException e) {
            throw new IOException("Unable to parse xml: " + e.getMessage(), e);
        }
    }

    /** Writes a tree and closes the stream. */
    public static void save(final ConfigBase config, final OutputStream output) throws IOException {
        try (Writer out = new OutputStreamWriter(output, StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            final StringBuilder text = new StringBuilder();
            append(text, config, 0);
            out.write(text.toString());
        }
    }

    private static void append(final StringBuilder text, final ConfigBase config, final int depth) {
        indent(text, depth).append("<config");
        if (depth == 0) {
            attribute(text, "xmlns", NAMESPACE);
            attribute(text, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
            attribute(text, "xsi:schemaLocation", NAMESPACE + " http://www.knime.org/XMLConfig_2008_09.xsd");
        }
        attribute(text, "key", config.getKey());
        final int start = text.length();
        text.append(">\n");
        final int empty = text.length();
        for (final String key : config) {
            final AbstractConfigEntry entry = config.getEntry(key);
            if (entry instanceof ConfigBase child) {
                append(text, child, depth + 1);
            } else if (entry.getType() != ConfigEntries.xtransientstring) {
                indent(text, depth + 1).append("<entry");
                attribute(text, "key", key);
                attribute(text, "type", entry.getType().name());
                final String value = entry.toStringValue();
                if (value == null) {
                    attribute(text, "isnull", "true");
                }
                attribute(text, "value", value == null ? "" : XMLUtils.escape(value));
                text.append("/>\n");
            }
        }
        if (text.length() == empty) {
            text.setLength(start);
            text.append("/>\n");
        } else {
            indent(text, depth).append("</config>\n");
        }
    }

    private static StringBuilder indent(final StringBuilder text, final int depth) {
        return text.append("    ".repeat(depth));
    }

    private static void attribute(final StringBuilder text, final String name, final String value) {
        text.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            final char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\t', '\n', '\r' -> text.append("&#").append((int)c).append(';');
                default -> text.append(c);
            }
        }
        text.append('"');
    }

    private static final class Reader extends DefaultHandler {

        private final Deque<ConfigBase> stack = new ArrayDeque<>();

        private ConfigBase root;

        Reader(final ConfigBase root) {
            this.root = root;
        }

        @Override
        public InputSource resolveEntity(final String publicId, final String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void error(final SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void startElement(final String uri, final String local, final String name, final Attributes attributes)
            throws SAXException {
            final String key = attributes.getValue("key");
            switch (name) {
                case "config" -> {
                    if (root != null) {
                        root.setKey(key);
                        stack.push(root);
                        root = null;
                    } else {
                        stack.push(stack.element().addConfigBase(key));
                    }
                }
                case "entry" -> {
                    final String type = attributes.getValue("type");
                    final String value = "true".equals(attributes.getValue("isnull")) ? null
                        : XMLUtils.unescape(attributes.getValue("value"));
                    try {
                        stack.element().addEntry(ConfigEntries.valueOf(type).createEntry(key, value));
                    } catch (IllegalArgumentException | UnsupportedOperationException e) {
                        throw new SAXException("Invalid entry with key \"" + key + "\", type \"" + type + "\", value \""
                            + value + "\": " + e.getMessage(), e);
                    }
                }
                default -> throw new SAXException("\"" + name + "\" is not a valid tag name.");
            }
        }

        @Override
        public void endElement(final String uri, final String local, final String name) {
            if (name.equals("config")) {
                stack.pop();
            }
        }
    }
}
