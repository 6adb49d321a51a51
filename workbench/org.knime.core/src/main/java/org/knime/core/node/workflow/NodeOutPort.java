package org.knime.core.node.workflow;

import java.awt.Rectangle;
import java.util.OptionalInt;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.property.hilite.HiLiteHandler;

/** An output of a node. */
public interface NodeOutPort extends NodePort, NodeStateChangeListener, NodeContainerStateObservable {

    /** What the node will give, or null while unknown. */
    PortObjectSpec getPortObjectSpec();

    /** What the node gave, or null when it was not executed. */
    PortObject getPortObject();

    String getPortSummary();

    boolean isInactive();

    HiLiteHandler getHiLiteHandler();

    FlowObjectStack getFlowObjectStack();

    SingleNodeContainer getConnectedNodeContainer();

    OptionalInt getConnectedOutport();

    InternalNodeContainerState getNodeState();

    void notifyNodeStateChangeListener(NodeStateEvent e);

    void openPortView(String name);

    void openPortView(String name, Rectangle knimeWindowBounds);

    void disposePortView();
}
