package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does the climbs of a search, several at a time, and gives their results in their order. */
final class SearchWorkers implements AutoCloseable {

    private final ExecutorService threads;

    /** @param count how many threads; of one, the calling thread does the work */
    SearchWorkers(final int count) {
        threads = count == 1 ? null : Daemons.pool(count, "EM search");
    }

    /** The results of all tasks; the first failure of a task is thrown, and ends the others. */
    <T> List<T> run(final List<Supplier<T>> tasks) {
        final List<T> results = new ArrayList<>();
        if (threads == null || tasks.size() == 1) {
            tasks.forEach(task -> results.add(task.get()));
            return results;
        }
        final List<Future<T>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(threads.submit(task::get)));
        try {
            for (final Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (final InterruptedException e) {
            throw Daemons.interrupted(e);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A start failed: " + e.getCause(), e.getCause());
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
