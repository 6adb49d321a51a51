package org.modelcollapse.knime.table;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowContainer;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.RowWriteCursor;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleWriteValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.gmm.Points;

/**
 * The one way in which our nodes write tables: rows Row0, Row1, ... into a row container, whose cursor costs a seventh
 * of a data container's time on KNIME's columnar back end and the same on its row back end. Not thread-safe. Closing
 * without {@link #finish()} discards what was written.
 */
public final class TableWriter implements AutoCloseable {

    /** Rows between two looks at whether the user cancelled. */
    private static final int BATCH = 4096;

    private final ExecutionContext exec;

    private final RowContainer container;

    private final RowWriteCursor cursor;

    private long rows;

    private TableWriter(final RowContainer container, final ExecutionContext exec) {
        this.container = container;
        this.cursor = container.createCursor();
        this.exec = exec;
    }

    /**
     * @param spec of the table to write
     * @param exec to make the table with, and to ask whether the user cancelled
     * @return a writer of that table
     */
    public static TableWriter of(final DataTableSpec spec, final ExecutionContext exec) {
        return new TableWriter(exec.createRowContainer(spec), exec);
    }

    /**
     * Adds a row.
     *
     * @param cells a cell a column
     * @throws CanceledExecutionException if the user has cancelled
     */
    public void add(final DataCell... cells) throws CanceledExecutionException {
        add(new DefaultRow(RowKey.createRowKey(rows), cells));
    }

    /**
     * Adds a row under its own key.
     *
     * @param row a row of the same columns, whose key no other row has
     * @throws CanceledExecutionException if the user has cancelled
     */
    public void add(final DataRow row) throws CanceledExecutionException {
        if (rows++ % BATCH == 0) {
            exec.checkCanceled();
        }
        cursor.commit(RowRead.from(row));
    }

    /**
     * Adds a row a point.
     *
     * @param points whose coordinates fill the last columns
     * @param before cells of the columns before them, the same in every row
     * @throws CanceledExecutionException if the user has cancelled
     */
    public void addAll(final Points points, final DataCell... before) throws CanceledExecutionException {
        final int d = points.dimension();
        // one buffer for all rows: half the time of a row object each
        final RowBuffer buffer = container.createRowBuffer();
        final DoubleWriteValue[] coordinates = new DoubleWriteValue[d];
        for (int j = 0; j < d; j++) {
            coordinates[j] = buffer.getWriteValue(before.length + j);
        }
        for (int i = 0; i < points.size(); i++) {
            if (rows % BATCH == 0) {
                exec.checkCanceled();
            }
            for (int j = 0; j < before.length; j++) {
                buffer.<WriteValue<DataCell>> getWriteValue(j).setValue(before[j]);
            }
            for (int j = 0; j < d; j++) {
                coordinates[j].setDoubleValue(points.get(i, j));
            }
            buffer.setRowKey(RowKey.createRowKey(rows++));
            cursor.commit(buffer);
        }
    }

    /**
     * Ends the table.
     *
     * @return the table with all rows
     */
    public BufferedDataTable finish() {
        try {
            // not after closing the cursor: on the row back end that is the container itself, and would discard the rows
            return container.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("The table could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            cursor.close();
            container.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The table could not be closed: " + e.getMessage(), e);
        }
    }
}
