package org.knime.core.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.workflow.ExecutionEnvironment;
import org.knime.core.node.workflow.FlowLoopContext;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.node.workflow.FlowScopeContext;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeMessageEvent;
import org.knime.core.node.workflow.NodeMessageListener;
import org.knime.core.node.workflow.ScopeStartNode;
import org.knime.core.data.container.RowFlushable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;

/** A node as the workflow sees it: the model with its outputs. Port 0 is the flow-variable port. */
public final class Node {

    /** How the message of a failed execution begins. */
    public static final String EXECUTE_FAILED_PREFIX = "Execute failed: ";

    private final NodeFactory<NodeModel> factory;

    private final ModifiableNodeCreationConfiguration creationConfig;

    private final NodeModel model;

    private final PortObject[] objects;

    private final PortObjectSpec[] specs;

    private final List<BufferedDataTable> temporary = new ArrayList<>();

    private PortObject[] held;

    private NodeMessageListener messages = event -> { };

    /** @param creationConfig the ports chosen, or null for the factory's own */
    public Node(final NodeFactory<NodeModel> nodeFactory, final ModifiableNodeCreationConfiguration creationConfig) {
        factory = nodeFactory;
        factory.init();
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            this.creationConfig = creationConfig == null ? configurable.createNodeCreationConfig() : creationConfig;
            model = factory.createNodeModel(this.creationConfig);
        } else {
            this.creationConfig = creationConfig;
            model = factory.createNodeModel();
        }
        objects = new PortObject[getNrOutPorts()];
        specs = new PortObjectSpec[getNrOutPorts()];
    }

    public NodeFactory<NodeModel> getFactory() {
        return factory;
    }

    public NodeModel getNodeModel() {
        return model;
    }

    public int getNrViews() {
        return factory.getNrNodeViews();
    }

    public String getName() {
        return factory.getNodeName();
    }

    public NodeType getType() {
        return factory.getType();
    }

    public int getNrInPorts() {
        return model.inTypes().length + 1;
    }

    public int getNrOutPorts() {
        return model.outTypes().length + 1;
    }

    public PortType getInputType(final int index) {
        return index == 0 ? FlowVariablePortObject.TYPE_OPTIONAL : model.inTypes()[index - 1];
    }

    public PortType getOutputType(final int index) {
        return index == 0 ? FlowVariablePortObject.TYPE : model.outTypes()[index - 1];
    }

    public String getInportName(final int index) {
        return index == 0 ? "Variable Inport" : named(factory.getInportName(index - 1));
    }

    public String getOutportName(final int index) {
        return index == 0 ? "Variable Outport" : named(factory.getOutportName(index - 1));
    }

    private static String named(final String name) {
        return name == null ? "No name available" : name;
    }

    public PortObject getOutputObject(final int index) {
        return objects[index];
    }

    public PortObjectSpec getOutputSpec(final int index) {
        return specs[index];
    }

    public String getOutputObjectSummary(final int index) {
        return objects[index] == null ? null : objects[index].getSummary();
    }

    public boolean isModelCompatibleTo(final Class<?> nodeModelClass) {
        return nodeModelClass.isInstance(model);
    }

    public void setFlowObjectStack(final FlowObjectStack incoming, final FlowObjectStack outgoing) {
        model.setFlowObjectStack(incoming, outgoing);
    }

    public FlowObjectStack getFlowObjectStack() {
        return model.incoming();
    }

    public FlowObjectStack getOutgoingFlowObjectStack() {
        return model.outgoing();
    }

    /** The loop that the model asked to continue, or null. */
    public FlowLoopContext getLoopContext() {
        return model.continued();
    }

    public void clearLoopContext() {
        model.clearContinued();
    }

    /** The mark of the loop that the model starts, or null when it starts none. */
    public FlowScopeContext getInitialScopeContext() {
        return model.opened();
    }

    public void setLoopEndNode(final Node end) {
        model.setLoopEnd(end == null ? null : (LoopEndNode)end.model);
    }

    public void setScopeStartNode(final ScopeStartNode<?> start) {
        model.setScopeStart(start);
    }

    public void addMessageListener(final NodeMessageListener listener) {
        messages = listener;
    }

    private void notifyOf(final NodeMessage message) {
        messages.messageChanged(new NodeMessageEvent(null, message));
    }

    private void notifyOfWarning() {
        if (model.warning() != null) {
            notifyOf(NodeMessage.newWarning(model.warning()));
        }
    }

    public void loadModelSettingsFrom(final NodeSettingsRO modelSettings) throws InvalidSettingsException {
        model.validateSettings(modelSettings);
        model.loadValidatedSettingsFrom(modelSettings);
    }

    public void saveModelSettingsTo(final NodeSettingsWO modelSettings) {
        model.saveSettingsTo(modelSettings);
    }

    public void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        model.validateViewSettings(viewSettings);
    }

    public void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        model.saveDefaultViewSettingsTo(viewSettings);
    }

    // life

    /** Whether the model could tell what it will give; a message says why not. */
    public boolean configure(final PortObjectSpec[] rawInSpecs) {
        notifyOf(NodeMessage.NONE);
        Arrays.fill(specs, null);
        final PortObjectSpec[] inSpecs = Arrays.copyOfRange(rawInSpecs, 1, rawInSpecs.length);
        for (int i = 0; i < inSpecs.length; i++) {
            if (inSpecs[i] == null && !model.inTypes()[i].isOptional()) {
                return false;
            }
        }
        try {
            final PortObjectSpec[] out = model.configureModel(inSpecs);
            final boolean inLoop = model.continued() != null && model.continued().getIterationIndex() > 0;
            for (int i = 0; i < out.length; i++) {
                specs[i + 1] = inLoop && out[i] instanceof DataTableSpec table
                    ? new DataTableSpecCreator(table).dropAllDomains().createSpec() : out[i];
            }
            specs[0] = FlowVariablePortObjectSpec.INSTANCE;
            notifyOfWarning();
            return true;
        } catch (InvalidSettingsException e) {
            notifyOf(NodeMessage.newWarning(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            NodeLogger.getLogger(getClass()).error(getName() + ": configure failed", e);
            notifyOf(NodeMessage.newError(
                "Configure failed (" + e.getClass().getSimpleName() + "): " + e.getMessage()));
        }
        return false;
    }

    /** Whether the model gave what it promised; a message says why not. */
    public boolean execute(final PortObject[] rawInData, final ExecutionEnvironment env, final ExecutionContext exec) {
        notifyOf(NodeMessage.NONE);
        final PortObject[] out;
        try {
            final PortObject[] in = checkedInput(rawInData);
            exec.setMessage("Performing node execution...");
            exec.checkCanceled();
            out = model.executeModel(in, exec);
            if (model instanceof RowFlushable flushable) {
                flushable.flushRows();
            }
        } catch (Throwable t) { // NOSONAR: whatever a node throws becomes its message
            failed(t, exec);
            return false;
        }
        final boolean continues = model.continued() != null;
        for (int i = 0; i < out.length; i++) {
            if (!model.outTypes()[i].acceptsPortObject(out[i])) {
                final String message = "Output port " + (i + 1) + " holds a wrong type of object: "
                    + out[i].getClass().getSimpleName();
                reset();
                notifyOf(NodeMessage.newError(message));
                return false;
            }
            if (specs[i + 1] instanceof DataTableSpec promised && out[i] instanceof BufferedDataTable table
                && !continues && !promised.equalStructure(table.getDataTableSpec())) {
                NodeLogger.getLogger(getClass()).coding("DataSpec generated by configure does not match spec after "
                    + "execution at port " + (i + 1) + " of " + getName() + ": " + promised + " vs. "
                    + table.getDataTableSpec());
            }
            if (out[i] instanceof BufferedDataTable table) {
                table.setOwnerRecursively(this);
            }
            objects[i + 1] = out[i];
            if (out[i] != null || !continues) {
                specs[i + 1] = out[i].getSpec();
            }
        }
        objects[0] = FlowVariablePortObject.INSTANCE;
        specs[0] = FlowVariablePortObjectSpec.INSTANCE;
        assignHeld(exec, rawInData);
        keepTemporary(exec);
        notifyOfWarning();
        return true;
    }

    private PortObject[] checkedInput(final PortObject[] rawInData) {
        final PortObject[] in = Arrays.copyOfRange(rawInData, 1, rawInData.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == null && !model.inTypes()[i].isOptional()) {
                throw new IllegalStateException("Couldn't get data from predecessor (Port No." + (i + 1) + ").");
            }
        }
        return in;
    }

    private void failed(final Throwable t, final ExecutionContext exec) {
        boolean canceled = t instanceof CanceledExecutionException;
        if (!canceled) {
            try {
                exec.checkCanceled();
            } catch (CanceledExecutionException e) { // NOSONAR: what was thrown comes from the cancellation
                canceled = true;
            }
        }
        exec.created().forEach(BufferedDataTable::clear);
        reset();
        if (canceled) {
            notifyOf(NodeMessage.newWarning("Execution canceled"));
            return;
        }
        final String text = t.getMessage();
        notifyOf(NodeMessage.newError(EXECUTE_FAILED_PREFIX
            + (text != null && text.length() >= 5 ? text : "(\"" + t.getClass().getSimpleName() + "\"): " + text)));
        NodeLogger.getLogger(getClass()).debug(getName() + ": execution failed", t);
    }

    private void assignHeld(final ExecutionContext exec, final PortObject[] rawInData) {
        PortObject[] now = null;
        if (model instanceof PortObjectHolder holder) {
            now = holder.getInternalPortObjects();
        } else if (model instanceof BufferedDataTableHolder holder) {
            now = holder.getInternalTables();
        }
        final PortObject[] before = held;
        held = now == null ? null : Stream.of(now)
            .map(o -> o instanceof BufferedDataTable t && List.of(nonNull(rawInData)).contains(t)
                ? exec.createWrappedTable(t) : o)
            .toArray(PortObject[]::new);
        for (final BufferedDataTable table : tables(held)) {
            table.setOwnerRecursively(this);
        }
        if (before != null) {
            final Set<BufferedDataTable> old = ownedIn(before);
            old.removeAll(ownedIn(held));
            old.removeAll(ownedIn(objects));
            old.forEach(BufferedDataTable::clear);
        }
    }

    private static PortObject[] nonNull(final PortObject[] all) {
        return Stream.of(all).filter(o -> o != null).toArray(PortObject[]::new);
    }

    private static List<BufferedDataTable> tables(final PortObject[] all) {
        return all == null ? List.of() : Stream.of(all).filter(BufferedDataTable.class::isInstance)
            .map(BufferedDataTable.class::cast).toList();
    }

    private Set<BufferedDataTable> ownedIn(final PortObject[] all) {
        final Set<BufferedDataTable> owned = new LinkedHashSet<>();
        tables(all).forEach(t -> owned.addAll(t.ownedBy(this)));
        return owned;
    }

    /** What execution made beside its results lives until the outputs are cleaned. */
    private void keepTemporary(final ExecutionContext exec) {
        final Set<BufferedDataTable> results = ownedIn(objects);
        results.addAll(ownedIn(held));
        exec.created().stream().filter(t -> !results.contains(t)).forEach(temporary::add);
    }

    public void reset() {
        model.resetModel();
        cleanOutPorts(false);
    }

    /** @param isLoopRestart whether tables that the model holds stay for the next iteration */
    public void cleanOutPorts(final boolean isLoopRestart) {
        final Set<BufferedDataTable> disposable = ownedIn(objects);
        if (isLoopRestart) {
            disposable.removeAll(ownedIn(held));
        } else {
            disposable.addAll(ownedIn(held));
            held = null;
        }
        disposable.forEach(BufferedDataTable::clear);
        temporary.forEach(BufferedDataTable::clear);
        temporary.clear();
        Arrays.fill(objects, null);
        Arrays.fill(specs, null);
    }

    public void cleanup() {
        model.onDispose();
        cleanOutPorts(false);
    }
}
