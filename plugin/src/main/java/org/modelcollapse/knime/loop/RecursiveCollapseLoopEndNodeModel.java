package org.modelcollapse.knime.loop;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNode;
import org.knime.core.node.workflow.VariableType;
import org.modelcollapse.collapse.experiment.StepTest;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.knime.node.Interruption;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.picture.PicturePort;
import org.modelcollapse.knime.picture.TablePictures;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.TableWriter;
import org.modelcollapse.knime.table.UnusableCells;
import org.modelcollapse.view.RowsSummary;
import org.modelcollapse.view.TrajectorySummary;

/**
 * Keeps the fits of all generations as plain values, never the tables of the loop's body, which KNIME clears.
 */
final class RecursiveCollapseLoopEndNodeModel extends ParametersNodeModel<RecursiveCollapseLoopEndParameters>
    implements LoopEndNode {

    private static final String WRONG_START =
        "This loop was not started by \"Recursive Collapse Loop Start\". Put that node at its beginning.";

    /** The flow variable that tells why the run ended. */
    private static final String END_REASON = "endReason";

    /** The flow variable that tells how many generations were fitted. */
    private static final String FITTED_GENERATIONS = "fittedGenerations";

    private final boolean hasGenerated;

    private final PicturePort picture;

    private GaussianMixture fitted;

    private Points generated;

    private Trajectory trajectory;

    private StepTest stepTest;

    private final SortedMap<Integer, Points> kept = new TreeMap<>();

    RecursiveCollapseLoopEndNodeModel(final PortsConfiguration ports) {
        super(ports, RecursiveCollapseLoopEndParameters.class, RecursiveCollapseLoopEndViewParameters.class);
        hasGenerated = ports.getInputPorts().length > 1;
        picture = PicturePort.of(ports);
    }

    @Override
    protected PortObjectSpec[] configure(final RecursiveCollapseLoopEndParameters settings,
        final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        MixtureTable.of((DataTableSpec)inSpecs[0]);
        final LoopStartNode start = getLoopStartNode();
        if (start == null) {
            return picture.specs(new PortObjectSpec[3]);
        }
        if (!(start instanceof RecursiveCollapseLoopStartNodeModel recursion)) {
            throw new InvalidSettingsException(WRONG_START);
        }
        final List<String> variables = recursion.variables();
        if (variables == null) {
            return picture.specs(new PortObjectSpec[3]);
        }
        if (hasGenerated) {
            NumericColumns.of((DataTableSpec)inSpecs[1], variables.toArray(String[]::new));
        }
        return picture.specs(null, TrainingSet.spec(variables), TrainingSet.keptSpec(variables));
    }

    @Override
    protected PortObject[] execute(final RecursiveCollapseLoopEndParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        if (!(getLoopStartNode() instanceof RecursiveCollapseLoopStartNodeModel start)) {
            throw new IllegalStateException(WRONG_START);
        }
        final Plan plan = start.plan();
        final int generation = start.generation();
        if (generation == 1) {
            // what a failed or cancelled run left behind is replaced
            reset();
            trajectory = new Trajectory(plan.variables(), RowsSummary.of(start.trainingSet(), null));
        }
        final Points training = start.trainingSet();
        String reason;
        if (((BufferedDataTable)inObjects[0]).size() == 0) {
            reason = unfit(generation, training);
        } else {
            take(settings, inObjects, plan.variables(), exec);
            if (generation == 1) {
                stepTest = plan.stepTest(fitted.components());
            }
            start.addTo(stepTest, fitted);
            trajectory.add(fitted, stepTest.z());
            reason = plan.endsWith(generation, fitted).map(EndReason::label)
                .orElseGet(() -> settings.stops(getAvailableFlowVariables(RecursiveCollapseLoopEndParameters.STOP_TYPES))
                    ? "stop variable \"" + settings.m_stopVariable + "\"" : "");
        }
        if (reason.isEmpty()) {
            reason = drawNext(start, generation);
        }
        final boolean isLast = !reason.isEmpty();
        if (plan.keeps(generation, isLast)) {
            kept.put(generation, training);
        }
        if (!isLast) {
            continueLoop();
            return picture.withoutPicture(new PortObject[3]);
        }
        pushFlowVariableString(END_REASON, reason);
        pushFlowVariableInt(FITTED_GENERATIONS, trajectory.generations());
        final Distances distances =
            settings.m_distances ? Distances.to(plan.original(), start.originalSet()) : Distances.none();
        final BufferedDataTable table = trajectory.write(plan, distances, exec);
        final TrajectorySummary summary = Interruption.run(exec.createSilentSubProgress(0),
            monitor -> trajectory.summary(plan, kept, !hasGenerated, monitor));
        setViewData(summary::toJson);
        final BufferedDataTable keptSets = writeKept(plan.variables(), exec);
        return picture.objects(() -> TablePictures.of(table, keptSets), this::warn, table,
            TrainingSet.write(training, plan.variables(), exec), keptSets);
    }

    /** @return why there is no next training set; empty if there is one */
    private String drawNext(final RecursiveCollapseLoopStartNodeModel start, final int generation) {
        final String because = start.draw(fitted, generated);
        if (because.isEmpty()) {
            return "";
        }
        warn("The loop has ended at generation " + generation + ": " + because);
        return EndReason.EXPLODED.label() + " (" + because + ")";
    }

    /**
     * @param generation of which no mixture could be fitted
     * @param training its training set
     * @return the reason why the run ends, with what the node that fits says of it
     * @throws InvalidSettingsException if there was no fit at all
     */
    private String unfit(final int generation, final Points training) throws InvalidSettingsException {
        final FlowVariable said = getAvailableFlowVariables(VariableType.StringType.INSTANCE).get(MixtureTable.NO_FIT);
        final String because = said == null ? "the mixture table is empty" : said.getStringValue();
        if (generation == 1) {
            throw new InvalidSettingsException("The first training set cannot be fitted: " + because);
        }
        warn("The loop has ended at generation " + generation + ", of which no mixture could be fitted: " + because);
        return EndReason.ofUnfit(training).label() + " (" + because + ")";
    }

    private void take(final RecursiveCollapseLoopEndParameters settings, final PortObject[] inObjects,
        final List<String> variables, final ExecutionContext exec)
        throws InvalidSettingsException, CanceledExecutionException {
        final var table = (BufferedDataTable)inObjects[0];
        final MixtureTable columns = MixtureTable.of(table.getDataTableSpec());
        columns.checkDescribes(variables);
        final GaussianMixture mixture = columns.read(table);
        fitted = settings.m_sortByMean ? mixture.sortedByMean() : mixture;
        if (hasGenerated) {
            final var rows = (BufferedDataTable)inObjects[1];
            generated = NumericColumns.of(rows.getDataTableSpec(), variables.toArray(String[]::new))
                .read(rows, UnusableCells.FAIL, exec.createSilentSubProgress(1)).points();
        }
    }

    private BufferedDataTable writeKept(final List<String> variables, final ExecutionContext exec)
        throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(TrainingSet.keptSpec(variables), exec)) {
            for (final var entry : kept.entrySet()) {
                writer.addAll(entry.getValue(), new IntCell(entry.getKey()));
            }
            return writer.finish();
        }
    }

    @Override
    protected void reset() {
        super.reset();
        fitted = null;
        generated = null;
        trajectory = null;
        stepTest = null;
        kept.clear();
    }

    @Override
    protected void onDispose() {
        reset();
    }
}
