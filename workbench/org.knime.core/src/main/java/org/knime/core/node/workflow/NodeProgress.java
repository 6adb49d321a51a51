package org.knime.core.node.workflow;

/** Progress with a message, each perhaps unknown (null). */
public final class NodeProgress {

    private final Double progress;

    private final String message;

    public NodeProgress(final Double progress, final String message) {
        this.progress = progress;
        this.message = message;
    }

    public Double getProgress() {
        return progress;
    }

    public String getMessage() {
        return message;
    }

    @Override
    public String toString() {
        return "Progress [" + progress + ", " + message + "]";
    }
}
