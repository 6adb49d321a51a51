package org.modelcollapse.picture;

/** What SVG and HTML have in common. */
public final class Markup {

    private Markup() {
    }

    /**
     * @param text any text
     * @return the text as content or attribute value of markup; characters that XML cannot hold become U+FFFD
     */
    public static String escape(final String text) {
        final StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                default -> result.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return result.toString();
    }

    private static boolean isAllowed(final int c) {
        final boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        final boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
