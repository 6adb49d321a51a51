package org.modelcollapse.runner.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes JSON text (RFC 8259) apart without taking it in: the parts are texts themselves, so that what only passes through
 * is not changed and large numbers of numbers become no objects. What it does not look into it does not check.
 */
public final class JsonText {

    private static final String SHORT_ESCAPES = "\"\\/bfnrt";

    private static final String SHORT_MEANINGS = "\"\\/\b\f\n\r\t";

    private final String json;

    private int at;

    private JsonText(final String json) {
        this.json = json;
    }

    /**
     * @param json the text of an object
     * @return the texts of its members by their names, in their order
     * @throws IllegalArgumentException if it is none
     */
    public static Map<String, String> members(final String json) {
        final JsonText text = new JsonText(json);
        final Map<String, String> members = new LinkedHashMap<>();
        text.read('{', '}', () -> {
            final String name = string(text.value());
            text.expect(':');
            members.put(name, text.value());
        });
        return members;
    }

    /**
     * @param json the text of an array
     * @return the texts of its elements
     * @throws IllegalArgumentException if it is none
     */
    public static List<String> elements(final String json) {
        final JsonText text = new JsonText(json);
        final List<String> elements = new ArrayList<>();
        text.read('[', ']', () -> elements.add(text.value()));
        return elements;
    }

    /**
     * @param json the text of a string
     * @return the string
     * @throws IllegalArgumentException if it is none
     */
    public static String string(final String json) {
        final int end = json.length() - 1;
        if (end < 1 || json.charAt(0) != '"' || json.charAt(end) != '"') {
            throw new IllegalArgumentException("A JSON string was expected, not: " + start(json));
        }
        final StringBuilder string = new StringBuilder();
        for (int i = 1; i < end; i++) {
            final char c = json.charAt(i);
            if (c != '\\') {
                string.append(c);
            } else if (json.charAt(++i) == 'u') {
                string.append((char)Integer.parseInt(json, i + 1, i + 5, 16));
                i += 4;
            } else {
                string.append(SHORT_MEANINGS.charAt(SHORT_ESCAPES.indexOf(json.charAt(i))));
            }
        }
        return string.toString();
    }

    /**
     * @param string any text
     * @return the string as JSON, as {@code JSON.stringify} writes it: escaped is only what must be
     */
    public static String quote(final String string) {
        final StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            final char c = string.charAt(i);
            final int meaning = c == '/' ? -1 : SHORT_MEANINGS.indexOf(c);
            if (meaning >= 0) {
                json.append('\\').append(SHORT_ESCAPES.charAt(meaning));
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int)c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /**
     * @param json the text of any value
     * @return the same value without blanks and with strings as {@link #quote} writes them; numbers as they are
     */
    public static String canonical(final String json) {
        return switch (json.charAt(0)) {
            case '"' -> quote(string(json));
            case '[' -> elements(json).stream().map(JsonText::canonical).collect(Collectors.joining(",", "[", "]"));
            case '{' -> members(json).entrySet().stream().map(e -> quote(e.getKey()) + ":" + canonical(e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
            default -> json;
        };
    }

    private void read(final char first, final char last, final Runnable item) {
        expect(first);
        if (peek() == last) {
            at++;
        } else {
            do {
                item.run();
            } while (expect(',', last) == ',');
        }
        skipBlanks();
        if (at < json.length()) {
            throw unexpected();
        }
    }

    /** Passes over a value. */
    private String value() {
        peek();
        final int begin = at;
        int depth = 0;
        do {
            final char c = peek();
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                depth++;
                at++;
            } else if (c == '}' || c == ']') {
                depth--;
                at++;
            } else if (depth > 0 && (c == ',' || c == ':')) {
                at++;
            } else {
                skipWord();
            }
        } while (depth > 0);
        return json.substring(begin, at);
    }

    private void skipString() {
        for (at++; json.charAt(at) != '"'; at++) {
            if (json.charAt(at) == '\\') {
                at++;
            }
            if (at + 1 >= json.length()) {
                throw unexpected();
            }
        }
        at++;
    }

    /** Passes over a number, true, false or null. */
    private void skipWord() {
        final int begin = at;
        while (at < json.length() && (Character.isLetterOrDigit(json.charAt(at)) || "+-.".indexOf(json.charAt(at)) >= 0)) {
            at++;
        }
        if (at == begin) {
            throw unexpected();
        }
    }

    private void skipBlanks() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        skipBlanks();
        if (at >= json.length()) {
            throw unexpected();
        }
        return json.charAt(at);
    }

    private void expect(final char c) {
        expect(c, c);
    }

    private char expect(final char one, final char other) {
        final char c = peek();
        if (c != one && c != other) {
            throw unexpected();
        }
        at++;
        return c;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("This is no JSON, or ends too early, at character " + at + ": " + start(json));
    }

    private static String start(final String json) {
        return json.length() > 80 ? json.substring(0, 80) + "..." : json;
    }
}
