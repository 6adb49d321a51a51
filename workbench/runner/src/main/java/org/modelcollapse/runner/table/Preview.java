package org.modelcollapse.runner.table;

import java.util.ArrayList;
import java.util.List;
import org.modelcollapse.picture.Table;

/** The first rows of a table as texts, for a page. Not safe for use by several threads. */
public final class Preview implements Table.Visitor {

    private static final int ROWS = 6;

    private final List<Table.Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns of the table */
    public Preview(final List<Table.Column> columns) {
        this.columns = columns;
    }

    @Override
    public void visit(final Table.Row row) {
        if (rows.size() == ROWS) {
            return;
        }
        final List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(row.isMissing(i) ? "?" : columns.get(i).kind() == Table.Kind.REAL ? Double.toString(row.number(i)) : row.text(i));
        }
        rows.add(cells);
    }

    /** @return the columns */
    public List<Table.Column> columns() {
        return columns;
    }

    /** @return the cells of the first rows; missing ones are shown as KNIME shows them, by a question mark */
    public List<List<String>> rows() {
        return rows;
    }
}
