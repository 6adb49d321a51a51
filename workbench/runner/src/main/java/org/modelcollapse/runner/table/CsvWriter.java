package org.modelcollapse.runner.table;

import java.io.IOException;
import java.util.List;
import org.modelcollapse.picture.Table;

/**
 * Writes rows as CSV after RFC 4180 (DOI 10.17487/RFC4180), but with a single line feed at each line's end so that the bytes are the same everywhere: a header line
 * with the column names, doubles in the shortest decimal form that reads back to the same double ({@link Double#toString(double)}), a
 * missing cell as an empty field and an empty text as {@code ""}. Row keys are not written. Not safe for use by several threads.
 */
public final class CsvWriter implements Table.Visitor {

    private final Appendable out;
    private final List<Table.Column> columns;

    private CsvWriter(final Appendable out, final List<Table.Column> columns) {
        this.out = out;
        this.columns = columns;
    }

    /**
     * Writes the header line.
     *
     * @param out takes the text
     * @param columns of the table
     * @return a visitor that writes each row it is shown
     * @throws IOException if {@code out} throws it
     */
    public static CsvWriter of(final Appendable out, final List<Table.Column> columns) throws IOException {
        final CsvWriter writer = new CsvWriter(out, columns);
        for (int i = 0; i < columns.size(); i++) {
            writer.separate(i);
            out.append(quoted(columns.get(i).name()));
        }
        out.append('\n');
        return writer;
    }

    @Override
    public void visit(final Table.Row row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            separate(i);
            if (!row.isMissing(i)) {
                out.append(switch (columns.get(i).kind()) {
                    case REAL -> Double.toString(row.number(i));
                    case INTEGER, OTHER -> quoted(row.text(i));
                });
            }
        }
        out.append('\n');
    }

    private void separate(final int column) throws IOException {
        if (column > 0) {
            out.append(',');
        }
    }

    /**
     * @param text of a field
     * @return the field: in double quotes, with those inside doubled, where the text is empty or holds a comma, a quote or a line break
     */
    static String quoted(final String text) {
        final boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
