package org.modelcollapse.knime.picture;

import java.io.IOException;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.modelcollapse.picture.Table;

/** A table of KNIME's as pictures and files are made of it. */
public final class KnimeTable implements Table {

    private final String title;
    private final BufferedDataTable table;
    private final List<Column> columns;

    /**
     * @param title what a reader would call it
     * @param table that can be read as long as this is used
     */
    public KnimeTable(final String title, final BufferedDataTable table) {
        this.title = title;
        this.table = table;
        this.columns = table.getDataTableSpec().stream().map(s -> new Column(s.getName(), kind(s))).toList();
    }

    private static Kind kind(final DataColumnSpec spec) {
        if (spec.getType().equals(DoubleCell.TYPE)) {
            return Kind.REAL;
        }
        return spec.getType().equals(IntCell.TYPE) ? Kind.INTEGER : Kind.OTHER;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long size() {
        return table.size();
    }

    @Override
    public void read(final Visitor visitor) throws IOException {
        final Cells cells = new Cells();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                cells.row = rows.next();
                visitor.visit(cells);
            }
        }
    }

    private static final class Cells implements Row {
        private DataRow row;

        @Override
        public boolean isMissing(final int column) {
            return row.getCell(column).isMissing();
        }

        @Override
        public double number(final int column) {
            // an IntCell is a DoubleValue as well
            return ((DoubleValue)row.getCell(column)).getDoubleValue();
        }

        @Override
        public String text(final int column) {
            final DataCell cell = row.getCell(column);
            return cell.toString();
        }
    }
}
