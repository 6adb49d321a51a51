package org.knime.core.node.workflow;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.property.hilite.HiLiteHandler;
import org.knime.core.node.workflow.execresult.NodeContainerExecutionStatus;
import org.w3c.dom.Element;

/** A node that looks like one. */
public abstract class SingleNodeContainer extends NodeContainer {

    SingleNodeContainer(final WorkflowManager parent, final NodeID id) {
        super(parent, id);
    }

    public abstract ExecutionContext createExecutionContext();

    public abstract FlowObjectStack getOutgoingFlowObjectStack();

    /** What successors get: what came in, without what only was for the loop that ends here, and the node's own. */
    public FlowObjectStack createOutFlowObjectStack() {
        final FlowObjectStack incoming = getFlowObjectStack();
        final FlowObjectStack out = incoming == null ? new FlowObjectStack(getID())
            : new FlowObjectStack(getID(), java.util.List.of(incoming));
        if (isModelCompatibleTo(ScopeEndNode.class)) {
            out.pop(FlowScopeContext.class);
        }
        if (getOutgoingFlowObjectStack() != null) {
            getOutgoingFlowObjectStack().getFlowObjectsOwnedBy(getID()).forEach(out::push);
        }
        return out;
    }

    public abstract HiLiteHandler getOutputHiLiteHandler(int portIndex);

    public abstract PortObject getOutputObject(int portIndex);

    public abstract String getOutputObjectSummary(int portIndex);

    public abstract PortObjectSpec getOutputSpec(int portIndex);

    public abstract PortType getOutputType(int portIndex);

    public abstract Element getXMLDescription();

    public abstract boolean isInactiveBranchConsumer();

    public abstract boolean isModelCompatibleTo(Class<?> nodeModelClass);

    public abstract NodeContainerExecutionStatus performExecuteNode(PortObject[] inObjects);

    @Override
    protected final boolean isLocalWFM() {
        return false;
    }
}
