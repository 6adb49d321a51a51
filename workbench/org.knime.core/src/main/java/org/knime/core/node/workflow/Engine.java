package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.Node;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * Configures and executes the nodes of a workflow one after the other, in an order that only depends on the
 * connections and the numbers of the nodes. One thread at a time; cancellation may come from any.
 */
final class Engine {

    private final WorkflowManager workflow;

    private final Graph graph;

    private final Set<NodeID> marked = new HashSet<>();

    private volatile boolean canceled;

    private volatile NativeNodeContainer executing;

    Engine(final WorkflowManager workflow, final Graph graph) {
        this.workflow = workflow;
        this.graph = graph;
    }

    // configuring

    /** Configures nodes, and those after them as far as something changes for them. */
    void configure(final Collection<NodeID> ids) {
        final Set<NodeID> changed = new HashSet<>();
        for (final NativeNodeContainer n : graph.sorted()) {
            final boolean affected = ids.contains(n.getID())
                || graph.incoming(n.getID()).stream().anyMatch(c -> changed.contains(c.getSource()));
            if (affected && configure(n)) {
                changed.add(n.getID());
            }
        }
    }

    /** Configures what directly depends on a node, and further as far as something changes. */
    private void configureAfter(final NodeID id) {
        final Set<NodeID> next = new LinkedHashSet<>();
        graph.outgoing(id).forEach(c -> next.add(c.getDest()));
        configure(next);
    }

    /** Whether something changes for the nodes after this one. */
    private boolean configure(final NativeNodeContainer n) {
        if (n.getInternalState() == InternalNodeContainerState.EXECUTED
            || n.getInternalState() == InternalNodeContainerState.EXECUTED_MARKEDFOREXEC) {
            return false;
        }
        final PortObjectSpec[] before = specs(n);
        final FlowObjectStack stackBefore = n.createOutFlowObjectStack();
        final PortObjectSpec[] in = new PortObjectSpec[n.getNrInPorts()];
        final List<FlowObjectStack> stacks = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < in.length; i++) {
            final ConnectionContainer c = graph.incoming(n.getID(), i);
            if (c != null) {
                final NodeOutPort port = graph.node(c.getSource()).getOutPort(c.getSourcePort());
                in[i] = port.getPortObjectSpec();
                stacks.add(port.getFlowObjectStack());
                complete &= in[i] != null;
            } else {
                stacks.add(null);
                complete &= n.getInPort(i).getPortType().isOptional();
            }
        }
        if (!complete) {
            n.getNode().cleanOutPorts(true);
            n.setInternalState(InternalNodeContainerState.IDLE);
        } else if (setStacks(n, stacks)) {
            final boolean configured = n.configure(in);
            n.setInternalState(configured ? InternalNodeContainerState.CONFIGURED : InternalNodeContainerState.IDLE);
        }
        return !same(before, specs(n)) || !stackBefore.equals(n.createOutFlowObjectStack());
    }

    private static PortObjectSpec[] specs(final NativeNodeContainer n) {
        final PortObjectSpec[] specs = new PortObjectSpec[n.getNrOutPorts()];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = n.getOutputSpec(i);
        }
        return specs;
    }

    private static boolean same(final PortObjectSpec[] a, final PortObjectSpec[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] == null ? b[i] != null : !a[i].equals(b[i])) {
                return false;
            }
        }
        return true;
    }

    /** Gives the node what flows in; false where that does not fit together. */
    private boolean setStacks(final NativeNodeContainer n, final List<FlowObjectStack> upstream) {
        final NodeID id = n.getID();
        final FlowObjectStack outgoing = new FlowObjectStack(id);
        final FlowObjectStack incoming;
        try {
            incoming = upstream.stream().allMatch(s -> s == null) ? workflow.variableStack(id)
                : new FlowObjectStack(id, upstream);
        } catch (IllegalFlowObjectStackException e) {
            NodeLogger.getLogger(Engine.class).debug("Unable to merge flow object stacks", e);
            n.reset();
            n.setNodeMessage(NodeMessage.newError("Can't merge FlowVariable Stacks! (likely a loop problem.)"));
            return false;
        }
        if (n.isModelCompatibleTo(ScopeStartNode.class)) {
            outgoing.push(n.getNode().getInitialScopeContext());
        }
        n.setFlowObjectStack(incoming, outgoing);
        if (n.isModelCompatibleTo(ScopeEndNode.class)) {
            final FlowScopeContext scope = incoming.peek(FlowScopeContext.class);
            final NativeNodeContainer head = scope == null ? null : graph.node(scope.getHeadNode());
            n.getNode().setScopeStartNode(
                head != null && head.getNodeModel() instanceof ScopeStartNode<?> start ? start : null);
        }
        return true;
    }

    /** Resets executed nodes, those that others depend on last, and configures them again. */
    void resetAndConfigure(final Collection<NodeID> ids) {
        final Set<NodeID> all = new LinkedHashSet<>(ids);
        ids.forEach(id -> all.addAll(graph.after(id)));
        reset(graph.sorted().stream().filter(n -> all.contains(n.getID())).toList());
        configure(all);
    }

    private static void reset(final List<NativeNodeContainer> sorted) {
        for (int i = sorted.size() - 1; i >= 0; i--) {
            sorted.get(i).reset();
        }
    }

    /** May be called by any thread. */
    void cancel() {
        canceled = true;
        final NativeNodeContainer running = executing;
        if (running != null) {
            running.getProgressMonitor().setExecuteCanceled();
        }
    }

    /** Executes nodes until all are executed, none can be, or the execution is cancelled. */
    void execute(final Collection<NativeNodeContainer> wanted) {
        canceled = false;
        wanted.stream().filter(n -> n.getInternalState() != InternalNodeContainerState.EXECUTED)
            .forEach(n -> marked.add(n.getID()));
        try {
            NativeNodeContainer next = next();
            while (next != null && !canceled) {
                execute(next);
                next = next();
            }
        } finally {
            marked.clear();
            for (final NativeNodeContainer n : graph.nodes()) {
                if (n.getInternalState() == InternalNodeContainerState.EXECUTED_MARKEDFOREXEC) {
                    n.setInternalState(InternalNodeContainerState.EXECUTED);
                }
            }
        }
    }

    private NativeNodeContainer next() {
        for (final NativeNodeContainer n : graph.sorted()) {
            if (marked.contains(n.getID()) && isReady(n)) {
                return n;
            }
        }
        return null;
    }

    private boolean isReady(final NativeNodeContainer n) {
        if (n.getInternalState() == InternalNodeContainerState.EXECUTED_MARKEDFOREXEC) {
            return true;
        }
        if (n.getInternalState() != InternalNodeContainerState.CONFIGURED) {
            return false;
        }
        for (final ConnectionContainer c : graph.incoming(n.getID())) {
            if (graph.node(c.getSource()).getInternalState() != InternalNodeContainerState.EXECUTED) {
                return false;
            }
        }
        return true;
    }

    private void execute(final NativeNodeContainer n) {
        n.setInternalState(InternalNodeContainerState.EXECUTING);
        // before others see that it executes: no wish to cancel it may get lost
        n.getProgressMonitor().reset();
        executing = n;
        boolean success = false;
        try {
            before(n);
            if (!canceled) {
                success = n.execute(inputs(n));
            }
        } catch (IllegalFlowObjectStackException e) {
            n.getNode().reset();
            n.setNodeMessage(NodeMessage.newError(e.getMessage()));
        } finally {
            executing = null;
        }
        if (success) {
            succeeded(n);
        } else {
            failed(n, n.getNodeMessage());
        }
    }

    private PortObject[] inputs(final NativeNodeContainer n) {
        final PortObject[] inputs = new PortObject[n.getNrInPorts()];
        for (int i = 0; i < inputs.length; i++) {
            final ConnectionContainer c = graph.incoming(n.getID(), i);
            inputs[i] = c == null ? null : graph.node(c.getSource()).getOutputObject(c.getSourcePort());
        }
        return inputs;
    }

    private void before(final NativeNodeContainer n) {
        if (n.isModelCompatibleTo(ScopeEndNode.class)) {
            final FlowScopeContext scope = n.getFlowObjectStack().peek(FlowScopeContext.class);
            if (scope == null) {
                throw new IllegalFlowObjectStackException("Encountered loop-end without corresponding head!");
            }
            if (n.isModelCompatibleTo(LoopEndNode.class) && !(scope instanceof FlowLoopContext)) {
                throw new IllegalFlowObjectStackException("Encountered loop-end without compatible head!");
            }
        } else if (n.isModelCompatibleTo(LoopStartNode.class)) {
            n.getOutgoingFlowObjectStack().push(new InnerFlowLoopExecuteMarker());
        }
    }

    private void failed(final NativeNodeContainer n, final NodeMessage message) {
        marked.remove(n.getID());
        marked.removeAll(graph.after(n.getID()));
        n.getNode().clearLoopContext();
        n.setInternalState(InternalNodeContainerState.CONFIGURED);
        configure(n);
        n.setNodeMessage(message);
    }

    private void succeeded(final NativeNodeContainer n) {
        final Node node = n.getNode();
        if (n.isModelCompatibleTo(LoopStartNode.class)) {
            node.setLoopEndNode(null);
        }
        final FlowLoopContext loop = node.getLoopContext();
        if (n.isModelCompatibleTo(LoopEndNode.class)) {
            try {
                final List<NativeNodeContainer> body =
                    graph.body(n.getFlowObjectStack().peek(FlowLoopContext.class).getHeadNode(), n.getID());
                if (loop != null) {
                    n.setInternalState(InternalNodeContainerState.CONFIGURED);
                    loop.setTailNode(n.getID());
                    restart(loop, body, n);
                    return;
                }
            } catch (IllegalLoopException e) {
                node.reset();
                failed(n, NodeMessage.newError("Loop Body wired incorrectly (" + e.getMessage() + ")."));
                return;
            }
        }
        marked.remove(n.getID());
        n.setInternalState(InternalNodeContainerState.EXECUTED);
        configureAfter(n.getID());
    }

    /** Another iteration: the body is reset, and the start will be executed again. */
    private void restart(final FlowLoopContext loop, final List<NativeNodeContainer> body,
        final NativeNodeContainer end) throws IllegalLoopException {
        finish(body);
        if (canceled) {
            return;
        }
        for (final NativeNodeContainer n : body) {
            if (n.getInternalState() != InternalNodeContainerState.EXECUTED) {
                marked.remove(end.getID());
                throw new IllegalLoopException("node " + n.getNameWithID() + " in the body was not executed");
            }
        }
        final NativeNodeContainer head = graph.node(loop.getHeadNode());
        head.getOutgoingFlowObjectStack().pop(InnerFlowLoopExecuteMarker.class);
        loop.incrementIterationIndex();
        reset(body);
        body.forEach(n -> marked.add(n.getID()));
        head.getNode().cleanOutPorts(true);
        head.getNode().setLoopEndNode(end.getNode());
        head.setInternalState(InternalNodeContainerState.EXECUTED_MARKEDFOREXEC);
        marked.add(head.getID());
    }

    /** Executes branches of the body that do not lead to its end. */
    private void finish(final List<NativeNodeContainer> body) {
        boolean again = true;
        while (again && !canceled) {
            again = false;
            for (final NativeNodeContainer n : body) {
                if (marked.contains(n.getID()) && isReady(n)) {
                    execute(n);
                    again = true;
                }
            }
        }
    }
}
