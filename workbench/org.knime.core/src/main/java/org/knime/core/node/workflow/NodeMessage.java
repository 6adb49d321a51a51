package org.knime.core.node.workflow;

import java.util.Objects;

/** What a node has to say of its state: nothing, a warning or an error. */
public final class NodeMessage {

    /** How bad it is. */
    public enum Type {
        RESET, WARNING, ERROR
    }

    /** Nothing to say. */
    public static final NodeMessage NONE = new NodeMessage(Type.RESET, "");

    private final Type type;

    private final String message;

    public NodeMessage(final Type type, final String message) {
        this.type = Objects.requireNonNull(type);
        this.message = message == null ? "" : message;
    }

    public static final NodeMessage newWarning(final String message) {
        return new NodeMessage(Type.WARNING, message);
    }

    public static final NodeMessage newError(final String message) {
        return new NodeMessage(Type.ERROR, message);
    }

    public Type getMessageType() {
        return type;
    }

    public String getMessage() {
        return message;
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof NodeMessage other && other.type == type && other.message.equals(message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, message);
    }

    @Override
    public String toString() {
        return type + ": " + message;
    }
}
