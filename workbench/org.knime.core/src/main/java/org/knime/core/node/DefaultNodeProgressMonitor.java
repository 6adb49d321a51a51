package org.knime.core.node;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/** Keeps the latest progress and tells listeners of it four times a second at most. Thread-safe. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private static final long PERIOD_MILLIS = 250;

    private static final Set<DefaultNodeProgressMonitor> WATCHED =
        Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    static {
        Executors.newSingleThreadScheduledExecutor(r -> {
            final Thread thread = new Thread(r, "KNIME Progress Updater");
            thread.setDaemon(true);
            return thread;
        }).scheduleWithFixedDelay(DefaultNodeProgressMonitor::fireAll, PERIOD_MILLIS, PERIOD_MILLIS,
            TimeUnit.MILLISECONDS);
    }

    private final List<NodeProgressListener> listeners = new CopyOnWriteArrayList<>();

    private volatile boolean canceled;

    private volatile boolean changed;

    private volatile Double progress;

    private volatile Supplier<String> message = () -> null;

    public DefaultNodeProgressMonitor() {
        // nobody listens yet
    }

    public DefaultNodeProgressMonitor(final NodeProgressListener listener) {
        addProgressListener(listener);
    }

    private static void fireAll() {
        final List<DefaultNodeProgressMonitor> monitors;
        synchronized (WATCHED) {
            monitors = List.copyOf(WATCHED);
        }
        for (final DefaultNodeProgressMonitor monitor : monitors) {
            if (monitor.changed) {
                monitor.fire();
            }
        }
    }

    private void fire() {
        changed = false;
        for (final NodeProgressListener listener : listeners) {
            try {
                listener.progressChanged(
                    new NodeProgressEvent(NodeID.ROOTID, new NodeProgress(progress, message.get())));
            } catch (RuntimeException e) { // a listener must not stop the others
                NodeLogger.getLogger(DefaultNodeProgressMonitor.class)
                    .error("Exception while notifying listeners", e);
            }
        }
    }

    protected boolean isCanceled() {
        return canceled || Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (isCanceled()) {
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        canceled = true;
    }

    @Override
    public synchronized void reset() {
        canceled = false;
        progress = null;
        message = () -> null;
        changed = true;
    }

    @Override
    public void setProgress(final double newProgress) {
        if (newProgress >= 0 && newProgress <= 1) {
            progress = newProgress;
        }
        changed = true;
    }

    @Override
    public void setProgress(final double newProgress, final String newMessage) {
        setMessage(newMessage);
        setProgress(newProgress);
    }

    @Override
    public void setProgress(final double newProgress, final Supplier<String> newMessage) {
        setMessage(newMessage);
        setProgress(newProgress);
    }

    @Override
    public void setProgress(final String newMessage) {
        setMessage(newMessage);
    }

    @Override
    public void setMessage(final String newMessage) {
        setMessage(() -> newMessage);
    }

    @Override
    public void setMessage(final Supplier<String> newMessage) {
        message = newMessage;
        changed = true;
    }

    @Override
    public Double getProgress() {
        return progress;
    }

    @Override
    public String getMessage() {
        return message.get();
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        if (listener != null && !listeners.contains(listener)) {
            listeners.add(listener);
            WATCHED.add(this);
        }
    }

    @Override
    public void removeProgressListener(final NodeProgressListener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            WATCHED.remove(this);
        }
    }

    @Override
    public void removeAllProgressListener() {
        listeners.clear();
        WATCHED.remove(this);
    }
}
