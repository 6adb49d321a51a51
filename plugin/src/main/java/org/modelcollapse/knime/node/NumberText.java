package org.modelcollapse.knime.node;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in messages for people, the same in every language of the machine. */
public final class NumberText {

    private static final int DIGITS = 4;

    private NumberText() {
    }

    /**
     * @param value finite
     * @return four significant digits at most, such as 2.236, 0.01 or 1.5E-9
     */
    public static String of(final double value) {
        final BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        final double size = Math.abs(value);
        return size == 0 ? "0" : size >= 1e-5 && size < 1e9 ? rounded.toPlainString() : rounded.toString();
    }

    /**
     * @param value a count
     * @return the number with a comma between thousands, such as 10,000
     */
    public static String of(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * @param share of a whole, finite
     * @return percent with three significant digits at most, such as 81.9 %
     */
    public static String percent(final double share) {
        final double rounded = new BigDecimal(100 * share).round(new MathContext(DIGITS - 1)).doubleValue();
        return of(rounded) + " %";
    }
}
