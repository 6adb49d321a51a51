package org.knime.core.node.workflow;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.node.AbstractNodeView;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.workflow.action.InteractiveWebViewsResult;
import org.knime.core.node.workflow.execresult.NodeContainerExecutionResult;

/** A node or workflow in a workflow. */
public abstract class NodeContainer implements NodeProgressListener, NodeContainerStateObservable {

    private final WorkflowManager parent;

    private final NodeID id;

    private final List<NodeStateChangeListener> stateListeners = new CopyOnWriteArrayList<>();

    private final List<NodeProgressListener> progressListeners = new CopyOnWriteArrayList<>();

    private final List<NodeMessageListener> messageListeners = new CopyOnWriteArrayList<>();

    private final NodeProgressMonitor monitor = new DefaultNodeProgressMonitor(this);

    private volatile InternalNodeContainerState state = InternalNodeContainerState.IDLE;

    private volatile NodeMessage message = NodeMessage.NONE;

    NodeContainer(final WorkflowManager parent, final NodeID id) {
        this.parent = parent;
        this.id = id;
    }

    public final NodeID getID() {
        return id;
    }

    public final WorkflowManager getParent() {
        return parent;
    }

    public final String getNameWithID() {
        return getName() + " " + id;
    }

    // state

    final InternalNodeContainerState getInternalState() {
        return state;
    }

    final void setInternalState(final InternalNodeContainerState newState) {
        if (newState != state) {
            state = newState;
            notifyStateChangeListeners(new NodeStateEvent(id));
        }
    }

    @Override
    public NodeContainerState getNodeContainerState() {
        return state;
    }

    @Override
    public boolean addNodeStateChangeListener(final NodeStateChangeListener listener) {
        return stateListeners.add(Objects.requireNonNull(listener));
    }

    @Override
    public boolean removeNodeStateChangeListener(final NodeStateChangeListener listener) {
        return stateListeners.remove(listener);
    }

    protected void notifyStateChangeListeners(final NodeStateEvent e) {
        stateListeners.forEach(l -> l.stateChanged(e));
    }

    // message

    public final NodeMessage getNodeMessage() {
        return message;
    }

    public final void setNodeMessage(final NodeMessage newMessage) {
        message = newMessage == null ? NodeMessage.NONE : newMessage;
        notifyMessageListeners(new NodeMessageEvent(id, message));
    }

    protected final void notifyMessageListeners(final NodeMessageEvent e) {
        messageListeners.forEach(l -> l.messageChanged(e));
    }

    // progress

    public NodeProgressMonitor getProgressMonitor() {
        return monitor;
    }

    public boolean addProgressListener(final NodeProgressListener listener) {
        return progressListeners.add(Objects.requireNonNull(listener));
    }

    @Override
    public void progressChanged(final NodeProgressEvent event) {
        notifyProgressListeners(new NodeProgressEvent(id, event.getNodeProgress()));
    }

    protected void notifyProgressListeners(final NodeProgressEvent e) {
        for (final NodeProgressListener listener : progressListeners) {
            try {
                listener.progressChanged(e);
            } catch (RuntimeException ex) { // a listener must not stop the others
                NodeLogger.getLogger(NodeContainer.class).error("Exception while notifying listeners", ex);
            }
        }
    }

    // what the kinds of nodes have

    public abstract String getName();

    public abstract NodeType getType();

    public abstract URL getIcon();

    public abstract int getNrInPorts();

    public abstract NodeInPort getInPort(int index);

    public abstract int getNrOutPorts();

    public abstract NodeOutPort getOutPort(int index);

    public abstract FlowObjectStack getFlowObjectStack();

    public abstract boolean isInactive();

    public abstract boolean hasDialog();

    public abstract boolean areDialogAndNodeSettingsEqual();

    public abstract int getNrNodeViews();

    public abstract String getNodeViewName(int i);

    public abstract AbstractNodeView<NodeModel> getNodeView(int i);

    public abstract boolean hasInteractiveView();

    public abstract String getInteractiveViewName();

    public abstract <V extends AbstractNodeView<?>> V getInteractiveView();

    public abstract InteractiveWebViewsResult getInteractiveWebViews();

    public abstract NodeContainerExecutionResult createExecutionResult(ExecutionMonitor exec)
        throws CanceledExecutionException;

    protected abstract NodeContainerPersistor getCopyPersistor(boolean preserveDeletableFlags,
        boolean isUndoableDeleteCommand);

    protected abstract boolean isLocalWFM();

    static UnsupportedOperationException notInStandIn() {
        return new UnsupportedOperationException("Not part of the stand-in for KNIME");
    }

    @Override
    public String toString() {
        return getNameWithID() + " (" + state + ")";
    }
}
