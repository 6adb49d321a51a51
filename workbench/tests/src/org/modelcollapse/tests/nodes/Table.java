package org.modelcollapse.tests.nodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** A table's content, read whole: for assertions. */
record Table(List<String> columns, List<String> keys, List<List<DataCell>> rows) {

    static Table of(final BufferedDataTable table) {
        final List<String> keys = new ArrayList<>();
        final List<List<DataCell>> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                keys.add(row.getKey().getString());
                rows.add(row.stream().toList());
            }
        }
        return new Table(Arrays.asList(table.getDataTableSpec().getColumnNames()), keys, rows);
    }

    int size() {
        return rows.size();
    }

    DataCell cell(final int row, final String column) {
        final int index = columns.indexOf(column);
        if (index < 0) {
            throw new AssertionError("no column " + column + " in " + columns);
        }
        return rows.get(row).get(index);
    }

    double number(final int row, final String column) {
        return ((DoubleValue)cell(row, column)).getDoubleValue();
    }

    double[] numbers(final String column) {
        final double[] numbers = new double[size()];
        Arrays.setAll(numbers, i -> number(i, column));
        return numbers;
    }

    /** @return every cell's text: equal if and only if the tables hold the same bytes */
    String text() {
        return columns + "\n" + String.join("\n", rows.stream().map(Object::toString).toList());
    }
}
