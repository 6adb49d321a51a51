package org.modelcollapse.knime.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the names of a table's columns into what the engine says. The engine knows no tables: it counts its columns from 1,
 * and its messages say "Column 2" or "column 2", outside of quotation marks. All methods are safe for use by several
 * threads.
 */
public final class ColumnNames {

    /** A quoted text, which is passed over, or the mention of a column. */
    private static final Pattern MENTION = Pattern.compile("\"[^\"]*\"|\\b([Cc]olumn) (\\d{1,9})\\b");

    private ColumnNames() {
    }

    /**
     * @param message of the engine; null for none
     * @param names of the columns that it was given, in their order
     * @return the message with names in place of numbers
     */
    public static String in(final String message, final List<String> names) {
        if (message == null) {
            return null;
        }
        final StringBuilder named = new StringBuilder();
        final Matcher mention = MENTION.matcher(message);
        while (mention.find()) {
            final int column = mention.group(2) == null ? 0 : Integer.parseInt(mention.group(2));
            mention.appendReplacement(named, Matcher.quoteReplacement(column < 1 || column > names.size() ? mention.group()
                : mention.group(1) + " \"" + names.get(column - 1) + "\""));
        }
        return mention.appendTail(named).toString();
    }

    /**
     * @param error of the engine
     * @param names of the columns that it was given
     * @return an error of the same cause that says the names
     */
    public static IllegalArgumentException in(final RuntimeException error, final List<String> names) {
        return new IllegalArgumentException(in(error.getMessage(), names), error);
    }
}
