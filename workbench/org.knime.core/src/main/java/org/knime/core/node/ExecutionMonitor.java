package org.knime.core.node;

import java.util.function.Supplier;

/** What a node uses while it executes: progress, messages, and the check for cancellation. */
public class ExecutionMonitor {

    private final NodeProgressMonitor monitor;

    public ExecutionMonitor() {
        this(null);
    }

    public ExecutionMonitor(final NodeProgressMonitor progress) {
        monitor = progress == null ? new DefaultNodeProgressMonitor() : progress;
    }

    /** @throws CanceledExecutionException if the node was cancelled */
    public void checkCanceled() throws CanceledExecutionException {
        monitor.checkCanceled();
    }

    public void setProgress(final double progress, final Supplier<String> messageSupplier) {
        monitor.setProgress(progress, messageSupplier);
    }

    public void setMessage(final String message) {
        monitor.setMessage(message);
    }

    public void setMessage(final Supplier<String> messageSupplier) {
        monitor.setMessage(messageSupplier);
    }

    final NodeProgressMonitor sub(final double share, final boolean silent) {
        return new SubProgressMonitor(monitor, share, silent, true);
    }

    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(sub(maxProg, false));
    }

    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(sub(maxProg, true));
    }
}
