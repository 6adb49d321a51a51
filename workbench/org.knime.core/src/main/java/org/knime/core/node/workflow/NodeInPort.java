package org.knime.core.node.workflow;

import org.knime.core.node.port.PortType;

/** An input of a node. */
public class NodeInPort extends NodePortAdaptor implements NodePort {

    public NodeInPort(final int index, final PortType pType) {
        super(index, pType);
    }
}
