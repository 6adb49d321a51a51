package org.modelcollapse.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them. */
public final class Text {

    private static final int DIGITS = 4;
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z_]{2,}\\b");

    private Text() {
    }

    /**
     * @param count any whole number
     * @return it with a comma each three digits
     */
    public static String count(final long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * @param value any number
     * @return it with four significant digits, in plain notation where that is short
     */
    public static String number(final double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        final double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        final BigDecimal rounded = new BigDecimal(size).round(new MathContext(DIGITS));
        final int exponent = size == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        return String.format(Locale.ROOT, "%,." + Math.max(0, DIGITS - 1 - exponent) + "f", value);
    }

    /**
     * @param name such as "regime ACCUMULATE"
     * @return it with words of capitals in small letters
     */
    static String quiet(final String name) {
        return CAPITALS.matcher(name).replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
    }
}
