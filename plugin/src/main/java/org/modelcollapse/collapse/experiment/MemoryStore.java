package org.modelcollapse.collapse.experiment;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs in memory. */
final class MemoryStore implements RunStore {

    private final Map<Long, RunResult> runs = new ConcurrentHashMap<>();

    private byte[] fingerprint;

    @Override
    public void open(final Experiment experiment) throws IOException {
        if (fingerprint != null && !Arrays.equals(fingerprint, experiment.fingerprint())) {
            throw new IOException("The store has runs of another experiment; use a new one");
        }
        fingerprint = experiment.fingerprint();
    }

    @Override
    public boolean has(final int scenario, final int replicate) {
        return runs.containsKey(key(scenario, replicate));
    }

    @Override
    public void add(final RunResult run) {
        runs.put(key(run.scenario(), run.replicate()), run);
    }

    @Override
    public RunResult get(final int scenario, final int replicate) throws IOException {
        final RunResult run = runs.get(key(scenario, replicate));
        if (run == null) {
            throw new IOException("Replicate " + (replicate + 1) + " of scenario " + (scenario + 1) + " is not here");
        }
        return run;
    }

    @Override
    public void close() {
        // nothing to release
    }

    static long key(final int scenario, final int replicate) {
        return (long)scenario << 32 | replicate;
    }
}
