package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** E-steps over rows in memory, by any number of threads. */
final class MemoryPass implements DataPass {

    private final FitData data;

    private final Monitor monitor;

    private final int chunkRows;

    private final ExecutorService workers;

    /** Kernels that nobody works with, as many as there are threads. */
    private final Queue<Kernels> idle = new ConcurrentLinkedQueue<>();

    private MemoryPass(final FitData data, final int components, final Monitor monitor, final int chunkRows,
        final int threads) {
        this.data = data;
        this.monitor = monitor;
        this.chunkRows = chunkRows;
        for (int t = 0; t < threads; t++) {
            idle.add(new Kernels(data, components));
        }
        workers = threads == 1 ? null : Daemons.pool(threads, "EM worker");
    }

    static MemoryPass of(final FitData data, final int components, final int threads,
        final Monitor monitor) {
        final int chunkRows = RowBlock.rows(data.dimension());
        final int useful = Math.min(threads, (data.size() - 1) / chunkRows + 1);
        return new MemoryPass(data, components, monitor, chunkRows, useful);
    }

    @Override
    public Statistics sums(final Parameters parameters, final boolean entropy) {
        if (workers != null) {
            return sumsOfWorkers(parameters, entropy);
        }
        final Kernels kernels = idle.remove();
        final Statistics total;
        if (data.size() <= chunkRows) {
            monitor.checkCanceled();
            total = kernels.sums(parameters, entropy, 0, data.size());
        } else {
            final BlockSum<Statistics> sum = BlockSum.of(MemoryPass::sum);
            int block = 0;
            for (int from = 0; from < data.size(); from = end(from)) {
                monitor.checkCanceled();
                sum.add(block++, kernels.sums(parameters, entropy, from, end(from)));
            }
            total = sum.total();
        }
        idle.add(kernels);
        return total;
    }

    private int end(final int from) {
        return FitData.end(from, chunkRows, data.size());
    }

    private static Statistics sum(final Statistics total, final Statistics next) {
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
        final BlockSum<Statistics> sum = BlockSum.of(MemoryPass::sum);
        try {
            for (int block = 0; block < chunks.size(); block++) {
                monitor.checkCanceled();
                sum.add(block, chunks.get(block).get());
            }
            return sum.total();
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
