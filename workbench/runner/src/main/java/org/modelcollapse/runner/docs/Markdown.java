package org.modelcollapse.runner.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Turns the markup of node descriptions into Markdown. What Markdown has no sign for stays as it is: Markdown takes it. */
final class Markdown {

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Markdown() {
    }

    /**
     * @param element with text and markup
     * @return what is in it, paragraphs with an empty line between
     */
    static String of(final Element element) {
        final Markdown markdown = new Markdown();
        markdown.addChildren(element);
        markdown.endBlock();
        return String.join("\n\n", markdown.blocks);
    }

    /**
     * @param text in one or several blocks
     * @param indent before each line but the first
     * @return the text as part of a list
     */
    static String indented(final String text, final String indent) {
        return text.replace("\n", "\n" + indent).replaceAll("(?m)^ +$", "");
    }

    /** @return the text so that Markdown takes no character of it for a sign */
    static String escape(final String text) {
        return text.replaceAll("([\\\\*_`<>\\[\\]])", "\\\\$1");
    }

    private void endBlock() {
        final String block = line.toString().strip();
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        line.setLength(0);
    }

    private void addChildren(final Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                addText(escape(child.getTextContent()));
            } else if (child instanceof Element element) {
                addElement(element, name(element));
            }
        }
    }

    private static String name(final Element element) {
        return (element.getLocalName() == null ? element.getNodeName() : element.getLocalName()).toLowerCase(Locale.ROOT);
    }

    private void addText(final String text) {
        final String words = text.replaceAll("\\s+", " ");
        line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? words.stripLeading() : words);
    }

    private void addElement(final Element element, final String name) {
        switch (name) {
            case "p" -> {
                endBlock();
                addChildren(element);
                endBlock();
            }
            case "ul", "ol" -> addList(element);
            case "b", "strong" -> addMarked(element, "**");
            case "i", "em" -> addMarked(element, "*");
            case "tt", "code" -> line.append('`').append(element.getTextContent().strip()).append('`');
            case "a" -> {
                line.append('[');
                addChildren(element);
                line.append("](").append(element.getAttribute("href").strip()).append(')');
            }
            case "br" -> line.append("<br>");
            default -> {
                line.append('<').append(name).append('>');
                addChildren(element);
                line.append("</").append(name).append('>');
            }
        }
    }

    private void addMarked(final Element element, final String mark) {
        final int begin = line.length();
        addChildren(element);
        final String inner = line.substring(begin);
        line.setLength(begin);
        // a mark beside a space is none
        line.append(inner.startsWith(" ") ? " " : "").append(mark).append(inner.strip()).append(mark).append(inner.endsWith(" ") ? " " : "");
    }

    private void addList(final Element list) {
        endBlock();
        final List<String> items = new ArrayList<>();
        for (Node child = list.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element item) {
                items.add("- " + indented(of(item), "  "));
            }
        }
        blocks.add(String.join("\n", items));
    }
}
