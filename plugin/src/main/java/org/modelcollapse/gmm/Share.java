package org.modelcollapse.gmm;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The progress of many small tasks that are done in any order by any threads. */
final class Share {

    private final Monitor whole;

    private final int tasks;

    private final String name;

    private final AtomicInteger done = new AtomicInteger();

    Share(final Monitor whole, final int tasks, final String name) {
        this.whole = whole;
        this.tasks = tasks;
        this.name = name;
    }

    /** Listens to nothing and cancels a task where the whole is cancelled. */
    Monitor part() {
        return new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                // a task is too short to tell
            }

            @Override
            public void checkCanceled() {
                whole.checkCanceled();
            }
        };
    }

    /** Another task is done. */
    void done() {
        final int count = done.incrementAndGet();
        whole.progress((double)count / tasks, () -> name + count + " of " + tasks);
    }
}
