package org.knime.core.node.workflow;

import java.util.Collection;
import java.util.List;

/** The one thread that executes the nodes of a workflow; it lives as long as there is something to do. */
final class Worker {

    private final Engine engine;

    private Thread thread;

    Worker(final Engine engine) {
        this.engine = engine;
    }

    synchronized void start(final Collection<NativeNodeContainer> nodes) {
        if (isBusy()) {
            throw new IllegalStateException("The workflow is being executed already");
        }
        final List<NativeNodeContainer> wanted = List.copyOf(nodes);
        thread = new Thread(() -> engine.execute(wanted), "KNIME-Worker");
        thread.setDaemon(true);
        thread.setContextClassLoader(Worker.class.getClassLoader());
        thread.start();
    }

    synchronized boolean isBusy() {
        return thread != null && thread.isAlive();
    }

    private synchronized Thread present() {
        return thread;
    }

    void waitUntilDoneInterruptibly() throws InterruptedException {
        final Thread waitedFor = present();
        if (waitedFor != null) {
            waitedFor.join();
        }
    }

    void waitUntilDone() {
        boolean interrupted = false;
        while (isBusy()) {
            try {
                waitUntilDoneInterruptibly();
            } catch (InterruptedException e) { // NOSONAR: told to the caller below
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void cancel() {
        if (isBusy()) {
            engine.cancel();
            thread.interrupt();
        }
    }
}
