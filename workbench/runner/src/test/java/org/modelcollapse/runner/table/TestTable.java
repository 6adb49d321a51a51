package org.modelcollapse.runner.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.modelcollapse.picture.Table;

/** A table of plain values: Integer, Double, String, or null for a missing cell. */
public final class TestTable implements Table {

    private final List<Column> columns;
    private final List<Object[]> rows;

    private TestTable(final List<Column> columns, final List<Object[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** @param header such as "Generation:int, Value:real, Name" */
    public static TestTable of(final String header, final Object[]... rows) {
        final List<Column> columns = Arrays.stream(header.split(", ")).map(TestTable::column).toList();
        return new TestTable(columns, List.of(rows));
    }

    private static Column column(final String text) {
        if (text.endsWith(":int")) {
            return new Column(text.replace(":int", ""), Kind.INTEGER);
        }
        return text.endsWith(":real") ? new Column(text.replace(":real", ""), Kind.REAL) : new Column(text, Kind.OTHER);
    }

    public static Object[] row(final Object... cells) {
        return cells;
    }

    @Override
    public String title() {
        return "Node (node 1): Port";
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public void read(final Visitor visitor) throws IOException {
        for (final Object[] cells : rows) {
            visitor.visit(new Row() {
                @Override
                public boolean isMissing(final int column) {
                    return cells[column] == null;
                }

                @Override
                public double number(final int column) {
                    return ((Number)cells[column]).doubleValue();
                }

                @Override
                public String text(final int column) {
                    return cells[column].toString();
                }
            });
        }
    }
}
