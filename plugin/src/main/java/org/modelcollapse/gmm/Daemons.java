package org.modelcollapse.gmm;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that end with the process, for work that a calling thread waits for. */
final class Daemons {

    private Daemons() {
    }

    static ExecutorService pool(final int count, final String name) {
        return Executors.newFixedThreadPool(count, run -> {
            final Thread thread = new Thread(run, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What the calling thread throws that was interrupted while it waited; the interrupt stays with the thread. */
    static CancellationException interrupted(final InterruptedException cause) {
        Thread.currentThread().interrupt();
        final CancellationException canceled = new CancellationException("The fit was interrupted.");
        canceled.initCause(cause);
        return canceled;
    }
}
