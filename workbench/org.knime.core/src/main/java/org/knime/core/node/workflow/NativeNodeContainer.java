package org.knime.core.node.workflow;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.AbstractNodeView;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.property.hilite.HiLiteHandler;
import org.knime.core.node.workflow.action.InteractiveWebViewsResult;
import org.knime.core.node.workflow.execresult.NodeContainerExecutionResult;
import org.knime.core.node.workflow.execresult.NodeContainerExecutionStatus;
import org.modelcollapse.standin.Contexts;
import org.w3c.dom.Element;

/** A node of an extension in a workflow, with its settings. */
public class NativeNodeContainer extends SingleNodeContainer {

    private static final String MODEL = "model";

    private static final String VARIABLES = "variables";

    private static final String VIEW = "view";

    private static final String VIEW_VARIABLES = "view_variables";

    private static final String MISC = "internal_node_subsettings";

    private final Node node;

    private final NodeInPort[] inPorts;

    private final NativeOutPort[] outPorts;

    private final HiLiteHandler hiLite = new HiLiteHandler();

    private NodeSettings modelSettings;

    private NodeSettings variableSettings;

    private NodeSettings viewSettings;

    private NodeSettings viewVariableSettings;

    NativeNodeContainer(final WorkflowManager parent, final Node node, final NodeID id) {
        super(parent, id);
        this.node = node;
        node.addMessageListener(event -> setNodeMessage(event.getMessage()));
        inPorts = new NodeInPort[node.getNrInPorts()];
        for (int i = 0; i < inPorts.length; i++) {
            inPorts[i] = new NodeInPort(i, node.getInputType(i));
            inPorts[i].setPortName(node.getInportName(i));
        }
        outPorts = new NativeOutPort[node.getNrOutPorts()];
        for (int i = 0; i < outPorts.length; i++) {
            outPorts[i] = new NativeOutPort(this, i);
        }
        setFlowObjectStack(new FlowObjectStack(id), new FlowObjectStack(id));
    }

    public Node getNode() {
        return node;
    }

    public NodeModel getNodeModel() {
        return node.getNodeModel();
    }

    @Override
    public String getName() {
        return node.getName();
    }

    @Override
    public NodeType getType() {
        return node.getType();
    }

    @Override
    public URL getIcon() {
        return node.getFactory().getIcon();
    }

    @Override
    public Element getXMLDescription() {
        return node.getFactory().getXMLDescription();
    }

    // settings

    final void loadSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        settings.getNodeSettings(MISC);
        if (settings.containsKey(MODEL)) {
            node.loadModelSettingsFrom(settings.getNodeSettings(MODEL));
        }
        takeSettings(settings);
    }

    /** Keeps settings without handing them to the model, which a variable may still change. */
    final void takeSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        modelSettings = copy(MODEL, settings);
        variableSettings = copy(VARIABLES, settings);
        viewSettings = copy(VIEW, settings);
        viewVariableSettings = copy(VIEW_VARIABLES, settings);
    }

    /** A copy of a group of settings, or null if there is none of that name. */
    private static NodeSettings copy(final String key, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        if (!settings.containsKey(key)) {
            return null;
        }
        final NodeSettings copy = new NodeSettings(key);
        settings.getNodeSettings(key).copyTo(copy);
        return copy;
    }

    final void saveSettings(final NodeSettingsWO settings) {
        settings.addNodeSettings(MISC).addString("memory_policy", "CacheSmallInMemory");
        for (final NodeSettings group : Arrays.asList(modelSettings, variableSettings, viewSettings,
            viewVariableSettings)) {
            if (group != null) {
                group.copyTo(settings.addNodeSettings(group.getKey()));
            }
        }
    }

    final void saveModelSettingsToDefault() {
        modelSettings = new NodeSettings(MODEL);
        node.saveModelSettingsTo(modelSettings);
    }

    private void saveViewSettingsToDefault() {
        final NodeSettings settings = new NodeSettings(VIEW);
        node.saveDefaultViewSettingsTo(settings);
        viewSettings = settings.keySet().isEmpty() ? null : settings;
    }

    /** What the view is to be given: its settings, with those that variables set; empty if it has none. */
    public Optional<NodeSettings> getViewSettingsUsingFlowObjectStack() throws InvalidSettingsException {
        if (viewSettings == null) {
            saveViewSettingsToDefault();
        }
        return viewSettings == null ? Optional.empty()
            : Optional.of(withVariables(VIEW, viewSettings, viewVariableSettings, new ArrayList<>()));
    }

    /** A copy of settings in which variables have set theirs; collects the variables that settings become. */
    private NodeSettings withVariables(final String key, final NodeSettings settings, final NodeSettings variables,
        final List<FlowVariable> exposed) throws InvalidSettingsException {
        final NodeSettings copy = new NodeSettings(key);
        if (settings != null) {
            settings.copyTo(copy);
        }
        if (variables != null) {
            exposed.addAll(
                VariableSettings.apply(variables, copy, getFlowObjectStack().getAllAvailableFlowVariables()));
        }
        return copy;
    }

    /** Before configuring: lets flow variables set settings. Returns the variables that settings become. */
    private List<FlowVariable> applyVariables() throws InvalidSettingsException {
        try {
            final List<FlowVariable> exposed = new ArrayList<>();
            if (viewVariableSettings != null) {
                node.validateViewSettings(withVariables(VIEW, viewSettings, viewVariableSettings, exposed));
            }
            if (variableSettings != null) {
                node.loadModelSettingsFrom(withVariables(MODEL, modelSettings, variableSettings, exposed));
            }
            return exposed;
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException(
                "Errors loading flow variables into node : Errors overwriting node settings with flow variables: "
                    + e.getMessage(),
                e);
        }
    }

    // life

    /** Whether the node can be executed; it says why not. */
    final boolean configure(final PortObjectSpec[] specs) {
        final boolean complete = requiredAreThere(specs);
        final List<FlowVariable> exposed;
        try {
            exposed = complete ? applyVariables() : List.of();
        } catch (InvalidSettingsException e) {
            node.cleanOutPorts(false);
            setNodeMessage(NodeMessage.newWarning(e.getMessage()));
            return false;
        }
        final boolean configured = node.configure(specs);
        if (configured) {
            for (int i = exposed.size() - 1; i >= 0; i--) {
                getOutgoingFlowObjectStack().push(exposed.get(i));
            }
        }
        return configured;
    }

    private boolean requiredAreThere(final PortObjectSpec[] specs) {
        for (int i = 1; i < specs.length; i++) {
            if (specs[i] == null && !inPorts[i].getPortType().isOptional()) {
                return false;
            }
        }
        return true;
    }

    final void setFlowObjectStack(final FlowObjectStack incoming, final FlowObjectStack outgoing) {
        node.setFlowObjectStack(incoming, outgoing);
    }

    @Override
    public FlowObjectStack getFlowObjectStack() {
        return node.getFlowObjectStack();
    }

    @Override
    public FlowObjectStack getOutgoingFlowObjectStack() {
        return node.getOutgoingFlowObjectStack();
    }

    final boolean execute(final PortObject[] inObjects) {
        node.clearLoopContext();
        return node.execute(inObjects, ExecutionEnvironment.DEFAULT, createExecutionContext());
    }

    final void reset() {
        node.reset();
        node.clearLoopContext();
        setNodeMessage(NodeMessage.NONE);
        setFlowObjectStack(new FlowObjectStack(getID()), new FlowObjectStack(getID()));
        if (isModelCompatibleTo(LoopStartNode.class)) {
            node.setLoopEndNode(null);
        }
        if (isModelCompatibleTo(ScopeEndNode.class)) {
            node.setScopeStartNode(null);
        }
        setInternalState(InternalNodeContainerState.IDLE);
    }

    @Override
    public NodeContainerExecutionStatus performExecuteNode(final PortObject[] inObjects) {
        final boolean success = execute(inObjects);
        return new NodeContainerExecutionStatus() {
        };
    }

    @Override
    public ExecutionContext createExecutionContext() {
        return Contexts.create(getProgressMonitor());
    }

    // ports

    @Override
    public int getNrInPorts() {
        return inPorts.length;
    }

    @Override
    public NodeInPort getInPort(final int index) {
        return inPorts[index];
    }

    @Override
    public int getNrOutPorts() {
        return outPorts.length;
    }

    @Override
    public NodeOutPort getOutPort(final int index) {
        return outPorts[index];
    }

    @Override
    public PortType getOutputType(final int portIndex) {
        return node.getOutputType(portIndex);
    }

    @Override
    public PortObject getOutputObject(final int portIndex) {
        return node.getOutputObject(portIndex);
    }

    @Override
    public PortObjectSpec getOutputSpec(final int portIndex) {
        return node.getOutputSpec(portIndex);
    }

    @Override
    public String getOutputObjectSummary(final int portIndex) {
        return node.getOutputObjectSummary(portIndex);
    }

    @Override
    public HiLiteHandler getOutputHiLiteHandler(final int portIndex) {
        return hiLite;
    }

    @Override
    public boolean isModelCompatibleTo(final Class<?> nodeModelClass) {
        return node.isModelCompatibleTo(nodeModelClass);
    }

    @Override
    public boolean isInactive() {
        return false;
    }

    @Override
    public boolean isInactiveBranchConsumer() {
        return false;
    }

    // windows, of which there are none

    @Override
    public boolean hasDialog() {
        return false;
    }

    @Override
    public boolean areDialogAndNodeSettingsEqual() {
        return true;
    }

    @Override
    public int getNrNodeViews() {
        return node.getNrViews();
    }

    @Override
    public String getNodeViewName(final int i) {
        throw notInStandIn();
    }

    @Override
    public AbstractNodeView<NodeModel> getNodeView(final int i) {
        throw notInStandIn();
    }

    @Override
    public boolean hasInteractiveView() {
        return false;
    }

    @Override
    public String getInteractiveViewName() {
        return node.getFactory().getInteractiveViewName();
    }

    @Override
    public <V extends AbstractNodeView<?>> V getInteractiveView() {
        throw notInStandIn();
    }

    @Override
    public InteractiveWebViewsResult getInteractiveWebViews() {
        throw notInStandIn();
    }

    @Override
    public NodeContainerExecutionResult createExecutionResult(final ExecutionMonitor exec) {
        throw notInStandIn();
    }

    @Override
    protected NodeContainerPersistor getCopyPersistor(final boolean preserveDeletableFlags,
        final boolean isUndoableDeleteCommand) {
        throw notInStandIn();
    }
}
