package org.knime.core.node;

import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** A part of another monitor's progress. */
final class SubProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor parent;

    private final double share;

    private final boolean silent;

    private final boolean cancelable;

    private double reported;

    private String message;

    SubProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent,
        final boolean cancelable) {
        this.parent = parent;
        this.share = share;
        this.silent = silent;
        this.cancelable = cancelable;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (cancelable) {
            parent.checkCanceled();
        }
    }

    @Override
    public void setProgress(final double progress) {
        final double bounded = Math.max(0, Math.min(progress, 1));
        if (share > 0 && bounded > reported) {
            final Double before = parent.getProgress();
            parent.setProgress(Math.min(1, (before == null ? 0 : before) + (bounded - reported) * share));
            reported = bounded;
        }
    }

    @Override
    public Double getProgress() {
        return reported;
    }

    @Override
    public void setProgress(final double progress, final String newMessage) {
        setMessage(newMessage);
        setProgress(progress);
    }

    @Override
    public void setProgress(final double progress, final Supplier<String> newMessage) {
        setMessage(newMessage);
        setProgress(progress);
    }

    @Override
    public void setProgress(final String newMessage) {
        setMessage(newMessage);
    }

    @Override
    public void setMessage(final String newMessage) {
        message = newMessage;
        if (!silent) {
            parent.setMessage(newMessage);
        }
    }

    @Override
    public void setMessage(final Supplier<String> newMessage) {
        if (!silent) {
            parent.setMessage(newMessage);
        }
    }

    @Override
    public String getMessage() {
        return message == null ? "" : message;
    }

    @Override
    public void setExecuteCanceled() {
        throw notHere();
    }

    @Override
    public void reset() {
        throw notHere();
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        throw notHere();
    }

    @Override
    public void removeProgressListener(final NodeProgressListener listener) {
        throw notHere();
    }

    @Override
    public void removeAllProgressListener() {
        throw notHere();
    }

    private static IllegalStateException notHere() {
        return new IllegalStateException("This method must not be called on a sub-progress.");
    }
}
