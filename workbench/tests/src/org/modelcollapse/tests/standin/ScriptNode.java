package org.modelcollapse.tests.standin;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.RowKey;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.NodeView;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.impl.description.PortDescription;

/** A node whose model a test writes. */
final class ScriptNode extends NodeFactory<NodeModel> {

    /** The columns of all tables in these tests. */
    static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("x", DoubleCell.TYPE).createSpec());

    private final NodeType type;

    private final Model model;

    ScriptNode(final NodeType type, final Model model) {
        super(true);
        this.type = type;
        this.model = model;
        init();
    }

    /** A node that gives a table with the numbers. */
    static ScriptNode source(final double... values) {
        return new ScriptNode(NodeType.Source, new Model(0) {
            @Override
            BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) {
                return table(exec, values);
            }
        });
    }

    static BufferedDataTable table(final ExecutionContext exec, final double... values) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (int i = 0; i < values.length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), new DoubleCell(values[i])));
        }
        container.close();
        return container.getTable();
    }

    static double[] values(final BufferedDataTable table) {
        final double[] values = new double[Math.toIntExact(table.size())];
        try (var rows = table.iterator()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = ((DoubleCell)rows.next().getCell(0)).getDoubleValue();
            }
        }
        return values;
    }

    @Override
    protected NodeDescription createNodeDescription() {
        return DefaultNodeDescriptionUtil.createNodeDescription("Script", "none.png",
            IntStream.range(0, model.inputs).mapToObj(i -> PortDescription.fixedPort("In", "In")).toList(),
            List.of(PortDescription.fixedPort("Out", "Out")), "A script", "A script", List.of(), null, List.of(), type,
            List.of(), null);
    }

    @Override
    public NodeModel createNodeModel() {
        return model;
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

    /** A model with one table as its output, and a setting. */
    abstract static class Model extends NodeModel {

        private final int inputs;

        /** Stored under the keys "number" and "text". */
        int number = 1;

        String text = "one";

        int configured;

        int executed;

        int resets;

        Model(final int inputs) {
            super(inputs, 1);
            this.inputs = inputs;
        }

        /** Called by configure; variables can be pushed here. */
        void prepare(final DataTableSpec[] specs) throws InvalidSettingsException {
            // nothing by default
        }

        abstract BufferedDataTable run(BufferedDataTable[] in, ExecutionContext exec) throws Exception;

        @Override
        protected DataTableSpec[] configure(final DataTableSpec[] specs) throws InvalidSettingsException {
            configured++;
            prepare(specs);
            return new DataTableSpec[]{SPEC};
        }

        @Override
        protected BufferedDataTable[] execute(final BufferedDataTable[] in, final ExecutionContext exec)
            throws Exception {
            executed++;
            return new BufferedDataTable[]{run(in, exec)};
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
            settings.addInt("number", number);
            settings.addString("text", text);
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
            if (settings.getInt("number") < 0) {
                throw new InvalidSettingsException("number is negative: " + settings.getInt("number"));
            }
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
            number = settings.getInt("number");
            text = settings.getString("text");
        }

        @Override
        protected void reset() {
            resets++;
        }
    }

    /** Adds a number to every value of its input. */
    static class Plus extends Model {

        private final double added;

        Plus(final double added) {
            super(1);
            this.added = added;
        }

        @Override
        BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) throws Exception {
            return table(exec, Arrays.stream(values(in[0])).map(x -> x + added).toArray());
        }
    }
}
