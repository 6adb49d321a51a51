package org.knime.core.node;

import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** Progress of a node between 0 and 1 with a message, and the wish to cancel it. */
public interface NodeProgressMonitor {

    void checkCanceled() throws CanceledExecutionException;

    void setProgress(double progress);

    /** The progress, or null when unknown. */
    Double getProgress();

    void setProgress(double progress, String message);

    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    void setMessage(String message);

    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    void setProgress(String message);

    String getMessage();

    void setExecuteCanceled();

    void reset();

    void addProgressListener(NodeProgressListener listener);

    void removeProgressListener(NodeProgressListener listener);

    void removeAllProgressListener();
}
