package org.modelcollapse.knime.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.VariableType;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

/**
 * A model whose settings are one parameters object: made from the input when there is none yet, validated before every
 * use (flow variables can bypass the dialog), loaded and saved as a whole. What its view shows is one text, which lives
 * as long as the output does: it is saved with the workflow and forgotten at a reset.
 *
 * @param <P> the parameters class
 */
public abstract class ParametersNodeModel<P extends NodeParameters> extends NodeModel {

    /** The file in the node's folder of internals. */
    private static final String VIEW_FILE = "view.json";

    private final Class<P> parametersClass;

    private P parameters;

    private Supplier<String> viewData;

    /**
     * @param ports the ports as the user has them
     * @param parametersClass the class of the settings
     */
    protected ParametersNodeModel(final PortsConfiguration ports, final Class<P> parametersClass) {
        super(ports.getInputPorts(), ports.getOutputPorts());
        this.parametersClass = parametersClass;
    }

    /**
     * Says what the output will look like.
     *
     * @param settings validated settings
     * @param inSpecs specs of the input ports
     * @return specs of the output ports; null where they are known only after execution
     * @throws InvalidSettingsException if settings and specs tell already that execution would fail
     */
    protected abstract PortObjectSpec[] configure(P settings, PortObjectSpec[] inSpecs)
        throws InvalidSettingsException;

    /**
     * Does the work.
     *
     * @param settings validated settings
     * @param inObjects the input
     * @param exec for tables, progress and cancellation
     * @return the output
     * @throws Exception if the work fails; its message is shown on the node
     */
    protected abstract PortObject[] execute(P settings, PortObject[] inObjects, ExecutionContext exec)
        throws Exception;

    /**
     * Tells the nodes that follow a seed that is known before execution, as the flow variable "seed".
     *
     * @param random the seed's settings
     */
    protected final void pushFixedSeed(final SeedParameters random) {
        if (random.isFixed()) {
            drawSeed(random);
        }
    }

    /**
     * Gets the seed for an execution and tells it the nodes that follow, as the flow variable "seed".
     *
     * @param random the seed's settings
     * @return the fixed seed, or one drawn now
     */
    protected final long drawSeed(final SeedParameters random) {
        final long seed = random.seed();
        pushFlowVariable("seed", VariableType.LongType.INSTANCE, seed);
        return seed;
    }

    /**
     * Remembers what the view shows. Not a table: in a loop of thousands of iterations each table costs time, and this
     * costs nothing until someone looks or saves.
     *
     * @param json gives the data of the view's page; asked whenever it is opened
     */
    protected final void setViewData(final Supplier<String> json) {
        viewData = json;
    }

    /** @return what the view shows, or nothing before execution */
    final Optional<String> viewData() {
        return Optional.ofNullable(viewData).map(Supplier::get);
    }

    @Override
    protected final PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (parameters == null) {
            parameters = NodeParametersUtil.createSettings(parametersClass, inSpecs);
        }
        parameters.validate();
        return configure(parameters, inSpecs);
    }

    @Override
    protected final PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        viewData = null;
        return execute(parameters, inObjects, exec);
    }

    @Override
    protected final void saveSettingsTo(final NodeSettingsWO settings) {
        // a node that has never had an input shows its defaults in the dialog
        NodeParametersUtil.saveSettings(parametersClass,
            parameters == null ? NodeParametersUtil.createSettings(parametersClass) : parameters, settings);
    }

    @Override
    protected final void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        NodeParametersUtil.loadSettings(settings, parametersClass).validate();
    }

    @Override
    protected final void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        parameters = NodeParametersUtil.loadSettings(settings, parametersClass);
    }

    @Override
    protected final void loadInternals(final File folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final Path file = folder.toPath().resolve(VIEW_FILE);
        if (Files.exists(file)) {
            final String json = Files.readString(file);
            viewData = () -> json;
        }
    }

    @Override
    protected final void saveInternals(final File folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        if (viewData != null) {
            Files.writeString(folder.toPath().resolve(VIEW_FILE), viewData.get());
        }
    }

    /** Forgets what the view shows; whoever overrides this calls it. */
    @Override
    protected void reset() {
        viewData = null;
    }
}
