package org.modelcollapse.collapse.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import org.modelcollapse.gmm.Monitor;

/**
 * Threads that make the runs of an experiment. The calling thread tells the monitor of progress and asks it whether to
 * go on; the others look at a flag in every generation, and within fits as often as the fitter asks.
 */
final class Workers {

    private static final long POLL_MILLISECONDS = 100;

    private final Experiment experiment;
    private final RunStore store;
    private final Monitor monitor;
    private final List<int[]> missing = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final LongAdder generations = new LongAdder();
    private volatile boolean stopped;

    Workers(final Experiment experiment, final RunStore store, final Monitor monitor) {
        this.experiment = experiment;
        this.store = store;
        this.monitor = monitor;
        for (int s = 0; s < experiment.scenarios().size(); s++) {
            runs.add(new Run(experiment.scenarios().get(s)));
            for (int r = 0; r < experiment.replicates(); r++) {
                if (!store.has(s, r)) {
                    missing.add(new int[] {s, r});
                }
            }
        }
    }

    void run(final int threads) throws IOException {
        monitor.checkCanceled();
        final Progress progress = new Progress(experiment, missing);
        final int count = Math.min(threads, missing.size());
        final CountDownLatch running = new CountDownLatch(count);
        final List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final Thread worker = new Thread(() -> work(running), "collapse-experiment-" + (i + 1));
            worker.setDaemon(true);
            workers.add(worker);
        }
        try {
            workers.forEach(Thread::start);
            while (!running.await(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                monitor.checkCanceled();
                progress.report(monitor, generations.sum(), Math.min(next.get(), missing.size()) - 1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The experiment was interrupted");
        } finally {
            stopped = true;
            join(workers);
        }
        rethrow();
        monitor.progress(1, () -> "All runs are made");
    }

    private void work(final CountDownLatch running) {
        try {
            for (int i = next.getAndIncrement(); i < missing.size(); i = next.getAndIncrement()) {
                final int scenario = missing.get(i)[0];
                final int replicate = missing.get(i)[1];
                store.add(runs.get(scenario).make(scenario, replicate,
                    Experiment.stream(experiment.seed(), scenario, replicate), new Flag(), generations::increment));
            }
        } catch (CancellationException canceled) {
            // the calling thread knows
        } catch (Throwable thrown) { // handed to the calling thread, errors too
            failure.compareAndSet(null, thrown);
            stopped = true;
        } finally {
            running.countDown();
        }
    }

    /** Workers end within one step of their fit after the flag; an interrupt of the caller must not cut this short. */
    private static void join(final List<Thread> workers) {
        boolean interrupted = false;
        for (final Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws IOException {
        final Throwable thrown = failure.get();
        if (thrown instanceof IOException problem) {
            throw problem;
        }
        if (thrown instanceof UncheckedIOException problem) {
            throw problem.getCause();
        }
        if (thrown instanceof RuntimeException problem) {
            throw problem;
        }
        if (thrown instanceof Error problem) {
            throw problem;
        }
    }

    /** What a worker hands to its fits. */
    private final class Flag implements Monitor {

        @Override
        public void progress(final double fraction, final Supplier<String> message) {
            // the calling thread tells of generations
        }

        @Override
        public void checkCanceled() {
            if (stopped) {
                throw new CancellationException("The experiment was stopped");
            }
        }
    }
}
