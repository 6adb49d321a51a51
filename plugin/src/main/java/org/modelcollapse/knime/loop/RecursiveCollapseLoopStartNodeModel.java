package org.modelcollapse.knime.loop;

import java.util.List;
import java.util.Set;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.LoopStartNode;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.OutputSize;
import org.modelcollapse.collapse.experiment.RunSize;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.StepTest;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.recursion.OriginalInput;

/** Holds the state of the recursion: the loop end tells it the fitted mixture by being asked for it. */
final class RecursiveCollapseLoopStartNodeModel
    extends ParametersNodeModel<RecursiveCollapseLoopStartParameters> implements LoopStartNode {

    /** Bytes that are worth a warning. */
    private static final long LARGE = 1_000_000_000;

    private final boolean hasRows;

    private List<String> variables;

    private Plan plan;

    private Recursion recursion;

    RecursiveCollapseLoopStartNodeModel(final PortsConfiguration ports) {
        super(ports, RecursiveCollapseLoopStartParameters.class);
        hasRows = ports.getInputPorts().length > 1;
    }

    @Override
    protected void validate(final RecursiveCollapseLoopStartParameters settings) throws InvalidSettingsException {
        super.validate(settings);
        if (!hasRows) {
            settings.validateRows();
        }
    }

    @Override
    protected PortObjectSpec[] configure(final RecursiveCollapseLoopStartParameters settings,
        final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final OriginalInput input = originalInput(inSpecs[0], hasRows ? inSpecs[1] : null);
        variables = input.variables();
        pushVariables(1, settings.m_generations);
        pushFixedSeed(settings.m_random);
        if (!hasRows) {
            // how many own rows there are is known when they are read
            warnOfMemory(settings, input.standIn());
        }
        return new PortObjectSpec[]{TrainingSet.spec(variables)};
    }

    private static Scenario run(final RecursiveCollapseLoopStartParameters settings, final Original original,
        final int n) {
        return Scenario.of("loop", original, n, settings.m_next.regime(), new GaussianLearner(0),
            settings.m_generations).withMetrics(Set.of(), settings.m_generations)
            .withKept(settings.m_kept.generations(settings.m_generations), 1);
    }

    private static void requireMemory(final Scenario run) throws InvalidSettingsException {
        final long bytes = RunSize.of(run, 1).dataBytes();
        final long memory = Runtime.getRuntime().maxMemory();
        if (bytes > memory) {
            throw new InvalidSettingsException("This loop needs about " + OutputSize.inUnits(bytes)
                + " of memory for its training sets, but this process may use " + OutputSize.inUnits(memory)
                + ". Lower \"Rows in a training set\" or \"Generations\", or give KNIME more memory (-Xmx in knime.ini).");
        }
    }

    private static OriginalInput originalInput(final PortObjectSpec mixture, final PortObjectSpec rows)
        throws InvalidSettingsException {
        return OriginalInput.of((DataTableSpec)mixture, (DataTableSpec)rows);
    }

    private void warnOfMemory(final RecursiveCollapseLoopStartParameters settings, final Original original) {
        final RunSize size = RunSize.of(run(settings, original, settings.m_rows), 1);
        final long bytes = size.dataBytes() + size.resultBytes();
        if (bytes > LARGE) {
            warn("This loop will take about " + OutputSize.inUnits(bytes) + " of memory. "
                + (size.resultBytes() > size.dataBytes() ? "Keep fewer training sets."
                    : "Lower \"Rows in a training set\" or \"Generations\"."));
        }
    }

    @Override
    protected PortObject[] execute(final RecursiveCollapseLoopStartParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        // there is no loop end yet in the first iteration; what a failed or cancelled run left behind is replaced
        final Points training = getLoopEndNode() == null ? first(settings, inObjects, exec) : next();
        final int generation = recursion.generation();
        exec.setProgress((double)(generation - 1) / settings.m_generations,
            () -> "Generation " + generation + " of " + settings.m_generations);
        pushVariables(generation, settings.m_generations);
        return new PortObject[]{TrainingSet.write(training, variables, exec)};
    }

    private Points first(final RecursiveCollapseLoopStartParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws InvalidSettingsException, CanceledExecutionException {
        final var mixture = (BufferedDataTable)inObjects[0];
        final BufferedDataTable rows = hasRows ? (BufferedDataTable)inObjects[1] : null;
        final Original original = originalInput(mixture.getSpec(), hasRows ? rows.getSpec() : null).read(mixture, rows,
            this::warn, exec);
        // the stream of an experiment's first run, so that loop and experiment give the same numbers
        final RandomStream random = Experiment.stream(drawSeed(settings.m_random), 0, 0);
        final int n = original.rows().map(Points::size).orElse(settings.m_rows);
        settings.m_next.validate(n, settings.m_generations);
        requireMemory(run(settings, original, n));
        recursion = Recursion.of(original, n, settings.m_next.regime(), settings.m_next.sampling(), random);
        plan = new Plan(variables, original, n, settings);
        return recursion.first();
    }

    /** The loop end has drawn it already, so that a draw which fails ends the loop with what there is. */
    private Points next() {
        if (getLoopEndNode() instanceof RecursiveCollapseLoopEndNodeModel) {
            return recursion.current();
        }
        throw new IllegalStateException("The loop is closed by another kind of loop end. Close it with "
            + "\"Recursive Collapse Loop End\".");
    }

    private void pushVariables(final int generation, final int generations) {
        pushFlowVariableInt("currentIteration", generation - 1);
        pushFlowVariableInt("maxIterations", generations);
        pushFlowVariableInt("generation", generation);
    }

    /** @return a name a dimension, known once configured */
    List<String> variables() {
        return variables;
    }

    /** @return what the loop end needs to know of the run; null before the first iteration */
    Plan plan() {
        return plan;
    }

    /** @return the number of this generation, from 1 */
    int generation() {
        return recursion.generation();
    }

    /**
     * Draws the next training set.
     *
     * @param fitted the fit to this one
     * @param generated rows of another generator, which stand for points of the fit; null if there are none
     * @return why no numbers can hold it; empty if it was drawn
     */
    String draw(final GaussianMixture fitted, final Points generated) {
        if (generated != null) {
            recursion.next(generated);
            return "";
        }
        if (!recursion.holds(fitted.totalVariance())) {
            return Recursion.unheld(fitted.totalVariance());
        }
        recursion.next(fitted);
        return "";
    }

    /** @return this generation's training set */
    Points trainingSet() {
        return recursion.current();
    }

    /** Lets a test of the law see the fit to this generation's training set. */
    void addTo(final StepTest test, final GaussianMixture fitted) {
        test.add(fitted, recursion);
    }

    /** @return the first training set */
    Points originalSet() {
        return recursion.original();
    }

    @Override
    protected void reset() {
        super.reset();
        recursion = null;
        plan = null;
    }

    @Override
    protected void onDispose() {
        reset();
    }
}
