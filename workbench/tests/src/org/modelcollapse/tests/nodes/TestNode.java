package org.modelcollapse.tests.nodes;

import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.NodeView;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.LoopStartNodeTerminator;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.impl.description.PortDescription;

/** Small nodes that stand in for any of KNIME's own around ours. */
final class TestNode extends NodeFactory<NodeModel> {

    private final String name;

    private final NodeType type;

    private final int inputs;

    private final Supplier<Model> model;

    private TestNode(final String name, final NodeType type, final int inputs, final Supplier<Model> model) {
        super(true);
        this.name = name;
        this.type = type;
        this.inputs = inputs;
        this.model = model;
        init();
    }

    /**
     * A source: the stand-in for any reader or table creator.
     *
     * @param columns names; those with a leading apostrophe become columns of texts
     * @param rows a row each; null is a missing cell
     * @return a node that gives out the table
     */
    static TestNode table(final List<String> columns, final Object[]... rows) {
        final DataTableSpec spec = new DataTableSpec(
            columns.stream().map(c -> c.replace("'", "")).toArray(String[]::new),
            columns.stream().map(c -> c.startsWith("'") ? StringCell.TYPE : DoubleCell.TYPE).toArray(DataType[]::new));
        return new TestNode("Table", NodeType.Source, 0, () -> new Model(0) {
            @Override
            protected DataTableSpec[] configure(final DataTableSpec[] specs) {
                return new DataTableSpec[]{spec};
            }

            @Override
            protected BufferedDataTable[] execute(final BufferedDataTable[] in, final ExecutionContext exec) {
                final BufferedDataContainer container = exec.createDataContainer(spec);
                for (int i = 0; i < rows.length; i++) {
                    container.addRowToTable(new DefaultRow("Row" + i,
                        Arrays.stream(rows[i]).map(TestNode::cell).toArray(DataCell[]::new)));
                }
                container.close();
                return new BufferedDataTable[]{container.getTable()};
            }
        });
    }

    /** @return a source of one column, Value */
    static TestNode values(final double... values) {
        return table(List.of("Value"),
            Arrays.stream(values).mapToObj(v -> new Object[]{v}).toArray(Object[][]::new));
    }

    private static DataCell cell(final Object value) {
        if (value == null) {
            return DataType.getMissingCell();
        }
        return value instanceof Number n ? new DoubleCell(n.doubleValue()) : new StringCell(value.toString());
    }

    /** @return a node that keeps the rows whose first cell is between two numbers: curation, as by a row filter */
    static TestNode between(final double least, final double most) {
        return new TestNode("Between", NodeType.Manipulator, 1, () -> new Model(1) {
            @Override
            protected DataTableSpec[] configure(final DataTableSpec[] specs) {
                return specs;
            }

            @Override
            protected BufferedDataTable[] execute(final BufferedDataTable[] in, final ExecutionContext exec) {
                final BufferedDataContainer container = exec.createDataContainer(in[0].getDataTableSpec());
                try (var rows = in[0].iterator()) {
                    while (rows.hasNext()) {
                        final var row = rows.next();
                        final double value = ((DoubleCell)row.getCell(0)).getDoubleValue();
                        if (value >= least && value <= most) {
                            container.addRowToTable(row);
                        }
                    }
                }
                container.close();
                return new BufferedDataTable[]{container.getTable()};
            }
        });
    }

    /** @return a node that multiplies a column: what a "Math Formula" does */
    static TestNode scaled(final String column, final double factor) {
        return new TestNode("Scaled", NodeType.Manipulator, 1, () -> new Model(1) {
            @Override
            protected DataTableSpec[] configure(final DataTableSpec[] specs) {
                return specs;
            }

            @Override
            protected BufferedDataTable[] execute(final BufferedDataTable[] in, final ExecutionContext exec) {
                final DataTableSpec spec = in[0].getDataTableSpec();
                final BufferedDataContainer container = exec.createDataContainer(spec);
                final int place = spec.findColumnIndex(column);
                try (var rows = in[0].iterator()) {
                    while (rows.hasNext()) {
                        final var row = rows.next();
                        final DataCell[] cells = row.stream().toArray(DataCell[]::new);
                        cells[place] = new DoubleCell(factor * ((DoubleCell)cells[place]).getDoubleValue());
                        container.addRowToTable(new DefaultRow(row.getKey(), cells));
                    }
                }
                container.close();
                return new BufferedDataTable[]{container.getTable()};
            }
        });
    }

    /** @return a loop start that knows nothing of ours */
    static TestNode foreignLoopStart() {
        return new TestNode("Foreign Loop Start", NodeType.LoopStart, 1, ForeignLoopStart::new);
    }

    private static final class ForeignLoopStart extends Model implements LoopStartNodeTerminator {

        ForeignLoopStart() {
            super(1);
        }

        @Override
        protected DataTableSpec[] configure(final DataTableSpec[] specs) {
            return specs;
        }

        @Override
        protected BufferedDataTable[] execute(final BufferedDataTable[] in, final ExecutionContext exec) {
            return in;
        }

        @Override
        public boolean terminateLoop() {
            return true;
        }
    }

    @Override
    protected NodeDescription createNodeDescription() {
        return DefaultNodeDescriptionUtil.createNodeDescription(name, "none.png",
            IntStream.range(0, inputs).mapToObj(i -> PortDescription.fixedPort("In", "In")).toList(),
            List.of(PortDescription.fixedPort("Out", "Out")), name, name, List.of(), null, List.of(), type, List.of(),
            null);
    }

    @Override
    public NodeModel createNodeModel() {
        return model.get();
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<NodeModel> createNodeView(final int viewIndex, final NodeModel nodeModel) {
        throw new IndexOutOfBoundsException(viewIndex);
    }

    @Override
    protected boolean hasDialog() {
        return false;
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        throw new IllegalStateException("no dialog");
    }

    /** A model without settings or internals and with one output. */
    private abstract static class Model extends NodeModel {

        Model(final int inputs) {
            super(Collections.nCopies(inputs, BufferedDataTable.TYPE).toArray(PortType[]::new),
                new PortType[]{BufferedDataTable.TYPE});
        }

        @Override
        protected void loadInternals(final File folder, final ExecutionMonitor exec) {
            // none
        }

        @Override
        protected void saveInternals(final File folder, final ExecutionMonitor exec) {
            // none
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            // none
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) {
            // none
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
            // none
        }

        @Override
        protected void reset() {
            // nothing to forget
        }
    }
}
