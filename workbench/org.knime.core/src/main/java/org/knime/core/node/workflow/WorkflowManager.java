package org.knime.core.node.workflow;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.knime.core.node.AbstractNodeView;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.workflow.ConnectionContainer.ConnectionType;
import org.knime.core.node.workflow.WorkflowPersistor.WorkflowLoadResult;
import org.knime.core.node.workflow.action.InteractiveWebViewsResult;
import org.knime.core.node.workflow.execresult.NodeContainerExecutionResult;

/** A workflow, or {@link #ROOT}, which holds all workflows. Metanodes and components are not part of the stand-in. */
public final class WorkflowManager extends NodeContainer {

    /** Holds all workflows. */
    public static final WorkflowManager ROOT = new WorkflowManager(null, NodeID.ROOTID, "ROOT");

    private final Graph graph = new Graph();

    private final Engine engine = new Engine(this, graph);

    private final Worker worker = new Worker(engine);

    private final Map<NodeID, WorkflowManager> projects = new TreeMap<>();

    private final List<FlowVariable> variables = new ArrayList<>();

    private String name;

    private WorkflowManager(final WorkflowManager parent, final NodeID id, final String name) {
        super(parent, id);
        this.name = name;
    }

    // projects

    public WorkflowManager createAndAddProject(final String projectName, final WorkflowCreationHelper creationHelper) {
        synchronized (projects) {
            int index = 1;
            while (projects.containsKey(getID().createChild(index))) {
                index++;
            }
            final WorkflowManager project = new WorkflowManager(this, getID().createChild(index), projectName);
            projects.put(project.getID(), project);
            return project;
        }
    }

    /** Takes a workflow out and lets go of all it holds. */
    public void removeProject(final NodeID id) {
        final WorkflowManager project;
        synchronized (projects) {
            project = projects.remove(id);
        }
        if (project == null) {
            throw new IllegalArgumentException("There is no workflow " + id);
        }
        project.shutdown();
    }

    public void shutdown() {
        cancelExecution();
        worker.waitUntilDone();
        graph.nodes().forEach(n -> n.getNode().cleanup());
    }

    /**
     * Reads a workflow.
     *
     * @param directory that holds the file workflow.knime
     * @return the workflow, and what of it could not be read
     * @throws IOException if there is no workflow that can be read
     */
    public static WorkflowLoadResult loadProject(final File directory, final ExecutionMonitor exec,
        final WorkflowLoadHelper loadHelper) throws IOException, InvalidSettingsException, CanceledExecutionException {
        return new WorkflowReader(directory.toPath()).read(ROOT);
    }

    public NodeID createAndAddNode(final NodeFactory<?> factory) {
        return addNodeAndApplyContext(factory, null, -1);
    }

    /**
     * @param creationConfig the ports chosen, or null for the factory's own
     * @param suffix the number wanted, or -1
     */
    public NodeID addNodeAndApplyContext(final NodeFactory<?> factory,
        final ModifiableNodeCreationConfiguration creationConfig, final int suffix) {
        final NativeNodeContainer node = add(factory, creationConfig, suffix);
        engine.configure(Set.of(node.getID()));
        return node.getID();
    }

    @SuppressWarnings("unchecked")
    NativeNodeContainer add(final NodeFactory<?> factory, final ModifiableNodeCreationConfiguration creationConfig,
        final int suffix) {
        int index = Math.max(suffix, 1);
        while (graph.node(getID().createChild(index)) != null) {
            index++;
        }
        final NativeNodeContainer node = new NativeNodeContainer(this,
            new Node((NodeFactory<NodeModel>)factory, creationConfig), getID().createChild(index));
        graph.add(node);
        return node;
    }

    public void removeNode(final NodeID id) {
        final NativeNodeContainer node = existing(id);
        final Set<NodeID> after = graph.after(id);
        graph.remove(node);
        node.getNode().cleanup();
        engine.resetAndConfigure(after);
    }

    private NativeNodeContainer existing(final NodeID id) {
        final NativeNodeContainer node = graph.node(id);
        if (node == null) {
            throw new IllegalArgumentException("No such node ID: " + id + " in workflow \"" + name + "\"");
        }
        return node;
    }

    /** Why a connection cannot be made, or null where it can. */
    String objection(final NodeID source, final int sourcePort, final NodeID dest, final int destPort) {
        final NativeNodeContainer from = graph.node(source);
        final NativeNodeContainer to = graph.node(dest);
        if (from == null || to == null) {
            return "there is no node " + (from == null ? source : dest).getIndex();
        }
        if (sourcePort < 0 || sourcePort >= from.getNrOutPorts()) {
            return "node " + from.getNameWithID() + " has no output port " + sourcePort;
        }
        if (destPort < 0 || destPort >= to.getNrInPorts()) {
            return "node " + to.getNameWithID() + " has no input port " + destPort;
        }
        if (source.equals(dest) || graph.after(dest).contains(source)) {
            return "it would make a circle";
        }
        if (!to.getInPort(destPort).getPortType().isSuperTypeOf(from.getOutPort(sourcePort).getPortType())) {
            return "output port " + sourcePort + " of node " + from.getNameWithID() + " gives "
                + from.getOutPort(sourcePort).getPortType().getName() + ", input port " + destPort + " of node "
                + to.getNameWithID() + " takes " + to.getInPort(destPort).getPortType().getName();
        }
        return null;
    }

    /** Makes a connection, instead of one that the input has already. */
    public ConnectionContainer addConnection(final NodeID source, final int sourcePort, final NodeID dest,
        final int destPort) {
        final ConnectionContainer connection = connect(source, sourcePort, dest, destPort);
        engine.resetAndConfigure(Set.of(dest));
        return connection;
    }

    ConnectionContainer connect(final NodeID source, final int sourcePort, final NodeID dest, final int destPort) {
        final String objection = objection(source, sourcePort, dest, destPort);
        if (objection != null) {
            throw new IllegalArgumentException("Cannot add connection: " + objection);
        }
        final ConnectionContainer before = graph.incoming(dest, destPort);
        if (before != null) {
            graph.remove(before);
        }
        final ConnectionContainer connection = new ConnectionContainer(source, sourcePort, dest, destPort,
            ConnectionType.STD, sourcePort == 0 && destPort == 0);
        graph.add(connection);
        return connection;
    }

    public Collection<NodeContainer> getNodeContainers() {
        return this == ROOT ? List.copyOf(projects.values()) : List.copyOf(graph.nodes());
    }

    /** @throws IllegalArgumentException if there is no such node */
    public NodeContainer getNodeContainer(final NodeID id) {
        return this == ROOT && projects.containsKey(id) ? projects.get(id) : existing(id);
    }

    public boolean containsNodeContainer(final NodeID id) {
        return this == ROOT ? projects.containsKey(id) : graph.node(id) != null;
    }

    /** The connection of an input, or null. */
    public ConnectionContainer getIncomingConnectionFor(final NodeID id, final int portIdx) {
        return graph.incoming(id, portIdx);
    }

    public Set<ConnectionContainer> getOutgoingConnectionsFor(final NodeID id, final int portIdx) {
        return graph.outgoing(id).stream().filter(c -> c.getSourcePort() == portIdx)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // settings and variables

    public void loadNodeSettings(final NodeID id, final NodeSettingsRO settings) throws InvalidSettingsException {
        final NativeNodeContainer node = existing(id);
        node.loadSettings(settings);
        engine.resetAndConfigure(Set.of(id));
    }

    public void saveNodeSettings(final NodeID id, final NodeSettingsWO settings) {
        existing(id).saveSettings(settings);
    }

    /** Makes the settings that the node's model has at present those of the node. */
    public void saveNodeSettingsToDefault(final NodeID id) {
        existing(id).saveModelSettingsToDefault();
    }

    public List<FlowVariable> getWorkflowVariables() {
        return List.copyOf(variables);
    }

    /** Variables of a name that is there already replace it. */
    public void addWorkflowVariables(final boolean skipReset, final FlowVariable... newVars) {
        putVariables(newVars);
        final List<NodeID> all = graph.nodes().stream().map(NodeContainer::getID).toList();
        if (skipReset) {
            engine.configure(all);
        } else {
            engine.resetAndConfigure(all);
        }
    }

    void putVariables(final FlowVariable... newVars) {
        for (final FlowVariable variable : newVars) {
            variables.removeIf(v -> v.getName().equals(variable.getName()));
            variables.add(variable);
        }
    }

    /** What flows into a node that nothing is connected to. */
    FlowObjectStack variableStack(final NodeID node) {
        final FlowObjectStack stack = new FlowObjectStack(getID());
        variables.forEach(stack::push);
        return new FlowObjectStack(node, List.of(stack));
    }

    // execution

    void configureAll() {
        engine.configure(graph.nodes().stream().map(NodeContainer::getID).toList());
    }

    public void resetAndConfigureAll() {
        engine.resetAndConfigure(graph.nodes().stream().map(NodeContainer::getID).toList());
    }

    /** Starts the execution of all nodes. */
    public void executeAll() {
        worker.start(graph.nodes());
    }

    /** Whether all nodes were executed. */
    public boolean executeAllAndWaitUntilDone() {
        executeAll();
        worker.waitUntilDone();
        return isExecuted();
    }

    /** Whether all nodes were executed; the execution goes on when the waiting is interrupted. */
    public boolean executeAllAndWaitUntilDoneInterruptibly() throws InterruptedException {
        executeAll();
        worker.waitUntilDoneInterruptibly();
        return isExecuted();
    }

    private boolean isExecuted() {
        return graph.nodes().stream().allMatch(n -> n.getNodeContainerState().isExecuted());
    }

    /** Stops the execution; returns at once. */
    public void cancelExecution() {
        worker.cancel();
    }

    @Override
    public NodeContainerState getNodeContainerState() {
        if (worker.isBusy()) {
            return InternalNodeContainerState.EXECUTING;
        }
        final Collection<NativeNodeContainer> nodes = graph.nodes();
        if (nodes.stream().anyMatch(n -> n.getNodeContainerState().isIdle())) {
            return InternalNodeContainerState.IDLE;
        }
        return isExecuted() ? InternalNodeContainerState.EXECUTED : InternalNodeContainerState.CONFIGURED;
    }

    // what a workflow has as a node

    @Override
    public String getName() {
        return name;
    }

    @Override
    public NodeType getType() {
        return NodeType.Meta;
    }

    @Override
    public URL getIcon() {
        return null;
    }

    @Override
    public int getNrInPorts() {
        return 0;
    }

    @Override
    public NodeInPort getInPort(final int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int getNrOutPorts() {
        return 0;
    }

    @Override
    public NodeOutPort getOutPort(final int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public FlowObjectStack getFlowObjectStack() {
        throw notInStandIn();
    }

    @Override
    public boolean isInactive() {
        return false;
    }

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
        return 0;
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
        return null;
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

    @Override
    protected boolean isLocalWFM() {
        return true;
    }
}
