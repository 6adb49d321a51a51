package org.modelcollapse.knime.node;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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
import org.modelcollapse.collapse.experiment.OutputSize;
import org.modelcollapse.knime.view.ViewParameters;
import org.modelcollapse.view.PageData;
import org.modelcollapse.view.PageFiles;

/**
 * A model whose settings are one parameters object: made from the input when there is none yet, validated before every
 * use (flow variables can bypass the dialog), loaded and saved as a whole. What its view shows lives as long as the
 * output does: it is saved with the workflow and forgotten at a reset.
 *
 * @param <P> the parameters class
 */
public abstract class ParametersNodeModel<P extends NodeParameters> extends NodeModel {

    private final Class<P> parametersClass;

    private final Class<? extends ViewParameters> viewParametersClass;

    private P parameters;

    private final Set<String> warnings = new LinkedHashSet<>();

    private PageData viewData;

    /**
     * @param ports the ports as the user has them
     * @param parametersClass the class of the settings
     */
    protected ParametersNodeModel(final PortsConfiguration ports, final Class<P> parametersClass) {
        this(ports, parametersClass, null);
    }

    /**
     * @param ports the ports as the user has them
     * @param parametersClass the class of the settings
     * @param viewParametersClass the class of the settings of the view; null if there is no view
     */
    protected ParametersNodeModel(final PortsConfiguration ports, final Class<P> parametersClass,
        final Class<? extends ViewParameters> viewParametersClass) {
        super(ports.getInputPorts(), ports.getOutputPorts());
        this.parametersClass = parametersClass;
        this.viewParametersClass = viewParametersClass;
    }

    /**
     * Validates settings. A node with optional ports validates here what is shown only where a port is not there.
     *
     * @param settings any
     * @throws InvalidSettingsException if one is not valid
     */
    protected void validate(final P settings) throws InvalidSettingsException {
        settings.validate();
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
     * Warns of something beside what was warned of before, where KNIME's own method would let the last one win.
     *
     * @param warning a sentence; empty for none
     */
    protected final void warn(final String warning) {
        if (!warning.isEmpty() && warnings.add(warning)) {
            setWarningMessage(String.join("\n", warnings));
        }
    }

    /** @return what a person can do if the memory is too small for this node, in a sentence */
    protected String adviceForMemory() {
        return "Give the node fewer rows, columns or generations, or give KNIME more memory (-Xmx in knime.ini).";
    }

    /**
     * Remembers what the view shows. Not a table: in a loop of thousands of iterations each table costs time, and this
     * costs nothing until someone looks or saves.
     *
     * @param data of the view's page; asked whenever it is opened
     */
    protected final void setViewData(final PageData data) {
        viewData = data;
    }

    /** @return what the view shows, or nothing before execution */
    final Optional<PageData> viewData() {
        return Optional.ofNullable(viewData);
    }

    /** KNIME's own nodes with generated dialogs do so too: without it the dialog would have no defaults to show. */
    @Override
    protected final void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        if (viewParametersClass != null) {
            NodeParametersUtil.saveSettings(viewParametersClass, NodeParametersUtil.createSettings(viewParametersClass),
                viewSettings);
        }
    }

    @Override
    protected final void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        if (viewParametersClass != null) {
            NodeParametersUtil.loadSettings(viewSettings, viewParametersClass).validate();
        }
    }

    @Override
    protected final PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (parameters == null) {
            parameters = NodeParametersUtil.createSettings(parametersClass, inSpecs);
        }
        warnings.clear();
        validate(parameters);
        return configure(parameters, inSpecs);
    }

    @Override
    protected final PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        viewData = null;
        warnings.clear();
        try {
            return execute(parameters, inObjects, exec);
        } catch (OutOfMemoryError e) { // of this node's own arrays, which are free again here; its message says nothing
            throw new IOException("The memory is too small: this process may use "
                + OutputSize.inUnits(Runtime.getRuntime().maxMemory()) + ". " + adviceForMemory(), e);
        }
    }

    @Override
    protected final void saveSettingsTo(final NodeSettingsWO settings) {
        // a node that has never had an input shows its defaults in the dialog
        NodeParametersUtil.saveSettings(parametersClass,
            parameters == null ? NodeParametersUtil.createSettings(parametersClass) : parameters, settings);
    }

    @Override
    protected final void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        validate(NodeParametersUtil.loadSettings(settings, parametersClass));
    }

    @Override
    protected final void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        parameters = NodeParametersUtil.loadSettings(settings, parametersClass);
    }

    @Override
    protected final void loadInternals(final File folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        viewData = PageFiles.load(folder.toPath()).orElse(null);
    }

    @Override
    protected final void saveInternals(final File folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        if (viewData != null) {
            PageFiles.save(viewData, folder.toPath());
        }
    }

    /** Forgets what the view shows; whoever overrides this calls it. */
    @Override
    protected void reset() {
        viewData = null;
    }
}
