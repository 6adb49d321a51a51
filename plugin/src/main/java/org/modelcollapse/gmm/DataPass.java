package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * E-steps over all rows. The rows are cut into chunks of a fixed size and the sums of the chunks added in their order,
 * so that the number of threads makes no difference to the bits.
 */
final class DataPass implements AutoCloseable {

    /**
     * Rows times columns of a chunk: a fraction of a millisecond for the quick kernels, so that threads that wait for the
     * last chunk of a pass do not wait long.
     */
    private static final int CHUNK = 1 << 15;

    private final FitData data;

    private final Monitor monitor;

    private final int chunkRows;

    private final ExecutorService workers;

    /** Kernels that nobody works with, as many as there are threads. */
    private final Queue<Kernels> idle = new ConcurrentLinkedQueue<>();

    private DataPass(final FitData data, final int components, final Monitor monitor, final int chunkRows,
        final int threads) {
        this.data = data;
        this.monitor = monitor;
        this.chunkRows = chunkRows;
        for (int t = 0; t < threads; t++) {
            idle.add(new Kernels(data, components));
        }
        workers = threads == 1 ? null : Daemons.pool(threads, "EM worker");
    }

    static DataPass of(final FitData data, final int components, final int threads,
         final Monitor monitor) {
        final int chunkRows = Math.max(1024, CHUNK / data.dimension());
        final int useful = Math.min(threads, (data.size() - 1) / chunkRows + 1);
        return new DataPass(data, components, monitor, chunkRows, useful);
    }

    /** The sums over all rows at the given parameters. */
    Statistics sums(final Parameters parameters, final boolean entropy) {
        if (workers != null) {
            return sumsOfWorkers(parameters, entropy);
        }
        final Kernels kernels = idle.remove();
        Statistics total = null;
        for (int from = 0; from < data.size(); from = end(from)) {
            monitor.checkCanceled();
            total = sum(total, kernels.sums(parameters, entropy, from, end(from)));
        }
        idle.add(kernels);
        return total;
    }

    /** The responsibilities of all rows, K x n; by the calling thread alone. */
    double[][] responsibilities(final Parameters parameters) {
        final double[][] result = Zeros.of(parameters.components(), data.size());
        new Kernels(data, parameters.components()).responsibilities(parameters, 0, data.size(), result);
        return result;
    }

    private int end(final int from) {
        return (int)Math.min((long)from + chunkRows, data.size());
    }

    private static Statistics sum(final Statistics total, final Statistics next) {
        if (total == null) {
            return next;
        }
        total.add(next);
        return total;
    }

    private Statistics sumsOfWorkers(final Parameters parameters, final boolean entropy) {
        final List<Future<Statistics>> chunks = new ArrayList<>();
        for (int from = 0; from < data.size(); from = end(from)) {
            final int first = from;
            chunks.add(workers.submit(() -> {
                final Kernels kernels = idle.remove();
                try {
                    return kernels.sums(parameters, entropy, first, end(first));
                } finally {
                    idle.add(kernels);
                }
            }));
        }
        Statistics total = null;
        try {
            for (final Future<Statistics> chunk : chunks) {
                monitor.checkCanceled();
                total = sum(total, chunk.get());
            }
            return total;
        } catch (final InterruptedException e) {
            throw Daemons.interrupted(e);
        } catch (final ExecutionException e) {
            throw new IllegalStateException("The E-step failed: " + e.getCause(), e.getCause());
        } finally {
            chunks.forEach(chunk -> chunk.cancel(false));
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
