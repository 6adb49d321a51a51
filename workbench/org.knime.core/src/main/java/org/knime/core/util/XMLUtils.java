package org.knime.core.util;

/** Characters that XML cannot carry are written as two percent signs and five decimal digits. */
public final class XMLUtils {

    private XMLUtils() {
    }

    public static final String escape(final String s) {
        if (s == null) {
            return null;
        }
        final StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            final boolean percents = c == '%' && i + 1 < s.length() && s.charAt(i + 1) == '%';
            if (c < 32 || c > 0xd7ff || percents) {
                out.append("%%").append(Integer.toString(100_000 + c), 1, 6);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    public static final String unescape(final String s) {
        if (s == null) {
            return null;
        }
        final StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            if (isEscape(s, i)) {
                out.append((char)Integer.parseInt(s.substring(i + 2, i + 7)));
                i += 6;
            } else {
                out.append(s.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(final String s, final int at) {
        return s.startsWith("%%", at) && at + 7 <= s.length()
            && s.substring(at + 2, at + 7).chars().allMatch(Character::isDigit);
    }
}
