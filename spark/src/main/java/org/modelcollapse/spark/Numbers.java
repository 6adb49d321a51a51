package org.modelcollapse.spark;

/** Numbers as CSV has them. */
final class Numbers {

    private Numbers() {
    }

    /** The number that a text means, NaN for a missing one; null if it means none. */
    static Double of(final String text) {
        final String number = text.strip();
        if (number.isEmpty()) {
            return Double.NaN;
        }
        final char last = number.charAt(number.length() - 1);
        // Java takes 1d, 1f and 0x1p3 for numbers, too
        if (!Character.isDigit(last) && last != '.' && last != 'N' && last != 'y'
            || number.indexOf('x') >= 0 || number.indexOf('X') >= 0) {
            return null;
        }
        try {
            return Double.valueOf(number);
        } catch (final NumberFormatException e) {
            return null;
        }
    }

    static boolean isNumber(final String text) {
        return of(text) != null;
    }
}
