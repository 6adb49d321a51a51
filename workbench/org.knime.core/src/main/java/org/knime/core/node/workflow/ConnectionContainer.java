package org.knime.core.node.workflow;

/** A connection of an output to an input; ports count from 0, which is the one for flow variables. */
public class ConnectionContainer {

    /** Whether a connection stays inside its workflow. */
    public enum ConnectionType {
        STD, WFMIN, WFMOUT, WFMTHROUGH;
    }

    private final NodeID source;

    private final int sourcePort;

    private final NodeID dest;

    private final int destPort;

    private final ConnectionType type;

    public ConnectionContainer(final NodeID src, final int srcPort, final NodeID dest, final int destPort,
        final ConnectionType type, final boolean isFlowVariablePortConnection) {
        source = src;
        sourcePort = srcPort;
        this.dest = dest;
        this.destPort = destPort;
        this.type = type;
    }

    public NodeID getSource() {
        return source;
    }

    public int getSourcePort() {
        return sourcePort;
    }

    public NodeID getDest() {
        return dest;
    }

    public int getDestPort() {
        return destPort;
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof ConnectionContainer other && other.source.equals(source)
            && other.sourcePort == sourcePort && other.dest.equals(dest) && other.destPort == destPort;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * source.hashCode() + sourcePort) + 31 * dest.hashCode() + destPort;
    }

    @Override
    public String toString() {
        return type + "[" + source + "(" + sourcePort + ") -> " + dest + "(" + destPort + ")]";
    }
}
