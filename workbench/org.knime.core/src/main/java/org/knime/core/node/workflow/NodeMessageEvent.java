package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node has something new to say. */
public class NodeMessageEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    private final transient NodeMessage message;

    public NodeMessageEvent(final NodeID source, final NodeMessage message) {
        super(source == null ? NodeID.ROOTID : source);
        this.message = message;
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }

    public NodeMessage getMessage() {
        return message;
    }
}
