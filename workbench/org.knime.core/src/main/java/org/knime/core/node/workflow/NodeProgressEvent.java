package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node got on. */
public class NodeProgressEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    private final transient NodeProgress progress;

    public NodeProgressEvent(final NodeID source, final NodeProgress progress) {
        super(source == null ? NodeID.ROOTID : source);
        this.progress = progress;
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }

    public NodeProgress getNodeProgress() {
        return progress;
    }
}
