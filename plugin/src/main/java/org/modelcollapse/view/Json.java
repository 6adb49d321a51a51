package org.modelcollapse.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * Writes JSON text (RFC 8259) from maps, iterables, arrays of doubles or floats, texts, numbers, truth values and null.
 * Written by hand because no JSON library may be relied upon in every KNIME version that this extension runs in.
 */
final class Json {

    /** Digits of a number that is not whole: more than a screen can show, less than half of what a double prints. */
    private static final MathContext DIGITS = new MathContext(8);

    /** Whole numbers below this are doubles without a fraction and are written with all their digits. */
    private static final double EXACT = 1L << 53;

    private Json() {
    }

    /**
     * @param value what to write
     * @return the JSON text
     * @throws IllegalArgumentException if it holds an object of another kind
     */
    static String write(final Object value) {
        final StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    private static void append(final StringBuilder text, final Object value) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String s) {
            appendText(text, s);
        } else if (value instanceof Number n) {
            appendNumber(text, n.doubleValue());
        } else if (value instanceof Map<?, ?> map) {
            appendMap(text, map);
        } else if (value instanceof Iterable<?> items) {
            appendItems(text, items);
        } else if (value instanceof double[] numbers) {
            appendNumbers(text, numbers);
        } else if (value instanceof float[] numbers) {
            appendNumbers(text, numbers);
        } else {
            throw new IllegalArgumentException("JSON has no form for a " + value.getClass().getName() + ".");
        }
    }

    private static void appendMap(final StringBuilder text, final Map<?, ?> map) {
        text.append('{');
        String separator = "";
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator);
            appendText(text, entry.getKey().toString());
            text.append(':');
            append(text, entry.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private static void appendItems(final StringBuilder text, final Iterable<?> items) {
        text.append('[');
        for (final Iterator<?> i = items.iterator(); i.hasNext();) {
            append(text, i.next());
            text.append(i.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private static void appendNumbers(final StringBuilder text, final double[] numbers) {
        text.append('[');
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",");
            appendNumber(text, numbers[i]);
        }
        text.append(']');
    }

    /** Floats have about as many digits as are wanted, so that nothing is to be rounded. */
    private static void appendNumbers(final StringBuilder text, final float[] numbers) {
        text.append('[');
        for (int i = 0; i < numbers.length; i++) {
            final float number = numbers[i];
            text.append(i == 0 ? "" : ",");
            if (!Float.isFinite(number)) {
                text.append("null");
            } else if (number == (int)number) {
                text.append((int)number);
            } else {
                text.append(number);
            }
        }
        text.append(']');
    }

    /** What is not finite has no form in JSON and becomes null: a gap in a line. */
    private static void appendNumber(final StringBuilder text, final double number) {
        if (!Double.isFinite(number)) {
            text.append("null");
        } else if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            text.append((long)number);
        } else {
            text.append(new BigDecimal(number).round(DIGITS).stripTrailingZeros());
        }
    }

    private static void appendText(final StringBuilder text, final String s) {
        text.append('"');
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                // so that the text can stand inside a script element of a page, and on one line of JavaScript
                case '<', '\u2028', '\u2029' -> appendCode(text, c);
                default -> {
                    if (c < ' ') {
                        appendCode(text, c);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static void appendCode(final StringBuilder text, final char c) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int)c));
    }
}
