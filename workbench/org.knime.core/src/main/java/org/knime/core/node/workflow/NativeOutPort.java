package org.knime.core.node.workflow;

import java.awt.Rectangle;
import java.util.OptionalInt;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.property.hilite.HiLiteHandler;

/** An output of a node that is no metanode. */
final class NativeOutPort extends NodePortAdaptor implements NodeOutPort {

    private final NativeNodeContainer node;

    NativeOutPort(final NativeNodeContainer node, final int index) {
        super(index, node.getOutputType(index));
        this.node = node;
        setPortName(node.getNode().getOutportName(index));
    }

    @Override
    public PortObjectSpec getPortObjectSpec() {
        return node.getOutputSpec(getPortIndex());
    }

    @Override
    public PortObject getPortObject() {
        return node.getInternalState() == InternalNodeContainerState.EXECUTED
            ? node.getOutputObject(getPortIndex()) : null;
    }

    @Override
    public String getPortSummary() {
        return node.getOutputObjectSummary(getPortIndex());
    }

    @Override
    public boolean isInactive() {
        return false;
    }

    @Override
    public HiLiteHandler getHiLiteHandler() {
        return node.getOutputHiLiteHandler(getPortIndex());
    }

    @Override
    public FlowObjectStack getFlowObjectStack() {
        return node.createOutFlowObjectStack();
    }

    @Override
    public SingleNodeContainer getConnectedNodeContainer() {
        return node;
    }

    @Override
    public OptionalInt getConnectedOutport() {
        return OptionalInt.of(getPortIndex());
    }

    @Override
    public InternalNodeContainerState getNodeState() {
        return node.getInternalState();
    }

    @Override
    public NodeContainerState getNodeContainerState() {
        return node.getNodeContainerState();
    }

    @Override
    public boolean addNodeStateChangeListener(final NodeStateChangeListener listener) {
        return node.addNodeStateChangeListener(listener);
    }

    @Override
    public boolean removeNodeStateChangeListener(final NodeStateChangeListener listener) {
        return node.removeNodeStateChangeListener(listener);
    }

    @Override
    public void stateChanged(final NodeStateEvent state) {
        // listeners hear of it from the node
    }

    @Override
    public void notifyNodeStateChangeListener(final NodeStateEvent e) {
        // listeners hear of it from the node
    }

    @Override
    public void openPortView(final String name) {
        throw new UnsupportedOperationException("The stand-in for KNIME has no windows");
    }

    @Override
    public void openPortView(final String name, final Rectangle knimeWindowBounds) {
        openPortView(name);
    }

    @Override
    public void disposePortView() {
        // no windows
    }
}
