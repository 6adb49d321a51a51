package org.modelcollapse.tests.nodes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes the JSON that the tests exchange with a browser. */
final class JsonReader {

    private final String text;

    private int at;

    private JsonReader(final String text) {
        this.text = text;
    }

    /** @return maps, lists, texts, Doubles, Booleans and nulls */
    static Object read(final String text) {
        final JsonReader reader = new JsonReader(text);
        final Object value = reader.value();
        if (reader.peek() != '\0') {
            throw new AssertionError("text after the JSON at " + reader.at);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> readObject(final String text) {
        return (Map<String, Object>)read(text);
    }

    /** @return the JSON of maps, lists, texts, numbers and truth values */
    static String write(final Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(e -> write(e.getKey().toString()) + ":" + write(e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonReader::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof String s) {
            return s.chars().mapToObj(c -> c < ' ' || c == '"' || c == '\\' || c > '~' ? String.format("\\u%04x", c)
                : String.valueOf((char)c)).collect(Collectors.joining("", "\"", "\""));
        }
        return String.valueOf(value);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean take(final char expected) {
        if (peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void require(final char expected) {
        if (!take(expected)) {
            throw new AssertionError("no '" + expected + "' at " + at + " of the JSON");
        }
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        final Map<String, Object> map = new LinkedHashMap<>();
        require('{');
        if (take('}')) {
            return map;
        }
        do {
            peek();
            final String key = string();
            require(':');
            map.put(key, value());
        } while (take(','));
        require('}');
        return map;
    }

    private List<Object> list() {
        final List<Object> items = new ArrayList<>();
        require('[');
        if (take(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (take(','));
        require(']');
        return items;
    }

    private String string() {
        final StringBuilder content = new StringBuilder();
        require('"');
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                c = text.charAt(at++);
                if (c == 'u') {
                    c = (char)Integer.parseInt(text.substring(at, at + 4), 16);
                    at += 4;
                } else {
                    c = "bfnrt".indexOf(c) < 0 ? c : "\b\f\n\r\t".charAt("bfnrt".indexOf(c));
                }
            }
            content.append(c);
        }
        at++;
        return content.toString();
    }

    private Object word() {
        final int from = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        final String word = text.substring(from, at);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> Double.valueOf(word);
        };
    }
}
