package org.modelcollapse.tests.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.RowContainer;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.RowWriteCursor;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.workflow.NodeID;
import org.modelcollapse.tests.standin.ScriptNode.Model;

@DisplayName("Tables")
class TableTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"d", "i", "s"},
        new DataType[]{DoubleCell.TYPE, IntCell.TYPE, StringCell.TYPE});

    private static final DataCell MISSING = DataType.getMissingCell();

    private interface Body {
        void run(ExecutionContext exec) throws Exception;
    }

    /** Runs where tables can be made: in a node. */
    private static void inNode(final Body body) {
        try (Flow flow = new Flow()) {
            final NodeID id = flow.add(new ScriptNode(NodeType.Source, new Model(0) {
                @Override
                BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) throws Exception {
                    try {
                        body.run(exec);
                    } catch (AssertionError e) {
                        throw new IllegalStateException("assertion: " + e.getMessage(), e);
                    }
                    return ScriptNode.table(exec, 1);
                }
            }));
            final boolean success = flow.execute();
            assertTrue(success, () -> flow.message(id));
        }
    }

    private static DefaultRow row(final String key, final double d, final int i, final String s) {
        return new DefaultRow(key, new DoubleCell(d), new IntCell(i), new StringCell(s));
    }

    private static BufferedDataTable table(final ExecutionContext exec, final DataRow... rows) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        Arrays.stream(rows).forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    @Test
    @DisplayName("give back the rows that were put in, missing cells and odd keys too")
    void rows() {
        inNode(exec -> {
            final DataRow[] rows = {row("Row0", -0.0, 1, "a"), row("Row1", Double.NaN, 2, ""),
                new DefaultRow("other", MISSING, MISSING, MISSING),
                row("Row3", Double.MIN_VALUE, Integer.MIN_VALUE, "\u00e4")};
            final BufferedDataTable table = table(exec, rows);
            assertEquals(rows.length, table.size());
            int i = 0;
            for (final DataRow row : table) {
                assertEquals(rows[i].getKey(), row.getKey());
                for (int c = 0; c < 3; c++) {
                    assertEquals(rows[i].getCell(c), row.getCell(c));
                    assertEquals(rows[i].getCell(c).toString(), row.getCell(c).toString());
                }
                i++;
            }
            assertEquals(rows.length, i);
        });
    }

    @Test
    @DisplayName("know the bounds of numbers, NaN passed over, and the distinct texts")
    void domains() {
        inNode(exec -> {
            final DataTableSpec spec = table(exec, row("Row0", 3, 5, "b"), row("Row1", Double.NaN, -5, "a"),
                row("Row2", -1.5, 0, "b")).getDataTableSpec();
            final DataColumnDomain d = spec.getColumnSpec("d").getDomain();
            assertEquals(new DoubleCell(-1.5), d.getLowerBound());
            assertEquals(new DoubleCell(3), d.getUpperBound());
            assertFalse(d.hasValues());
            final DataColumnDomain i = spec.getColumnSpec("i").getDomain();
            assertEquals(new IntCell(-5), i.getLowerBound());
            assertEquals(new IntCell(5), i.getUpperBound());
            final DataColumnDomain s = spec.getColumnSpec("s").getDomain();
            assertFalse(s.hasBounds());
            assertArrayEquals(new DataCell[]{new StringCell("b"), new StringCell("a")},
                s.getValues().toArray(DataCell[]::new));
            final DataRow[] many = new DataRow[61];
            for (int k = 0; k < many.length; k++) {
                many[k] = row("Row" + k, k, k, "text " + k);
            }
            assertEquals(60, table(exec, Arrays.copyOf(many, 60)).getDataTableSpec().getColumnSpec("s").getDomain()
                .getValues().size());
            assertNull(table(exec, many).getDataTableSpec().getColumnSpec("s").getDomain().getValues());
        });
    }

    @Test
    @DisplayName("refuse a key that is there already, a row of other length, and a cell of another type")
    void refusals() {
        inNode(exec -> {
            final Exception twice = assertThrows(RuntimeException.class,
                () -> table(exec, row("a", 1, 1, ""), row("a", 2, 2, "")));
            assertTrue(twice.getMessage().contains("\"a\""), twice.getMessage());
            assertThrows(RuntimeException.class, () -> table(exec, new DefaultRow("a", new DoubleCell(1))));
            assertThrows(RuntimeException.class, () -> table(exec,
                new DefaultRow("a", new StringCell("x"), new IntCell(1), new StringCell("y"))));
        });
    }

    @Test
    @DisplayName("are also written by cursors")
    void cursors() {
        inNode(exec -> {
            final BufferedDataTable table;
            try (RowContainer container = exec.createRowContainer(SPEC);
                    RowWriteCursor cursor = container.createCursor()) {
                cursor.commit(RowRead.from(row("Row0", 1.25, 7, "x")));
                cursor.commit(RowRead.from(new DefaultRow("Row1", MISSING, new IntCell(8), new StringCell("y"))));
                table = container.finish();
            }
            assertEquals(2, table.size());
            try (var rows = table.iterator()) {
                final DataRow first = rows.next();
                assertEquals(new DoubleCell(1.25), first.getCell(0));
                assertEquals("Row0", first.getKey().getString());
                final DataRow second = rows.next();
                assertTrue(second.getCell(0).isMissing());
                assertEquals(new StringCell("y"), second.getCell(2));
                assertFalse(rows.hasNext());
            }
            assertEquals(new DoubleCell(1.25),
                table.getDataTableSpec().getColumnSpec(0).getDomain().getUpperBound());
        });
    }

    @Test
    @DisplayName("are read in part by a filter")
    void filter() {
        inNode(exec -> {
            final BufferedDataTable table =
                table(exec, row("Row0", 0, 10, "a"), row("Row1", 1, 11, "b"), row("Row2", 2, 12, "c"));
            try (var rows = table.filter(TableFilter.materializeCols(1)).iterator()) {
                assertEquals(new IntCell(10), rows.next().getCell(1));
            }
        });
    }

    @Test
    @DisplayName("get new columns")
    void rearranged() {
        inNode(exec -> {
            final BufferedDataTable table = table(exec, row("k", 1.5, 10, "a"), row("l", 2.5, 20, "b"));
            final ColumnRearranger rearranger = new ColumnRearranger(SPEC);
            rearranger.append(new AbstractCellFactory(new DataColumnSpecCreator("sum", DoubleCell.TYPE).createSpec()) {
                @Override
                public DataCell[] getCells(final DataRow row) {
                    return new DataCell[]{new DoubleCell(((DoubleCell)row.getCell(0)).getDoubleValue()
                        + ((IntCell)row.getCell(1)).getIntValue())};
                }
            });
            final BufferedDataTable result = exec.createColumnRearrangeTable(table, rearranger, exec);
            assertArrayEquals(new String[]{"d", "i", "s", "sum"}, result.getDataTableSpec().getColumnNames());
            assertEquals(rearranger.createSpec().getColumnSpec("d").getType(), DoubleCell.TYPE);
            assertEquals(new DoubleCell(22.5),
                result.getDataTableSpec().getColumnSpec("sum").getDomain().getUpperBound());
            final DataRow first = result.iterator().next();
            assertEquals("k", first.getKey().getString());
            assertEquals(new DoubleCell(11.5), first.getCell(3));
            assertEquals(new IntCell(10), first.getCell(1));
        });
    }

    @Test
    @DisplayName("cannot be read after their node was reset")
    void cleared() {
        try (Flow flow = new Flow()) {
            final NodeID id = flow.add(ScriptNode.source(1, 2));
            assertTrue(flow.execute());
            final BufferedDataTable table = (BufferedDataTable)flow.node(id).getOutPort(1).getPortObject();
            assertEquals(2, ScriptNode.values(table).length);
            flow.manager.resetAndConfigureAll();
            final IllegalStateException gone =
                assertThrows(IllegalStateException.class, () -> table.iterator().next());
            assertTrue(gone.getMessage().contains("buffer has been cleared"), gone.getMessage());
        }
    }
}
