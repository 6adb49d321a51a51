package org.modelcollapse.collapse.experiment;

import java.util.Locale;

/**
 * How much an experiment will give at most, known before it starts.
 *
 * @param runs number of runs
 * @param generations number of fits in all
 * @param trajectoryRows recorded generations in all
 * @param values recorded numbers in all
 * @param keptValues numbers of kept points in all
 * @param largestRun what the run holds while it is under way that holds most
 */
public record OutputSize(long runs, long generations, long trajectoryRows, long values, long keptValues,
    RunSize largestRun) {

    /** @return bytes that the runs take in memory or on disk, within a few per cent */
    public long bytes() {
        // a number has 8 bytes; a row has a header and a reference, a run some fields
        return 8 * (values + keptValues) + 24 * trajectoryRows + 256 * runs;
    }

    /**
     * @param memory bytes that all runs under way may hold together
     * @param threads how many runs are wanted at the same time, at least 1
     * @return how many of them fit, up to that; 0 if not even one does
     */
    public int threadsWithin(final long memory, final int threads) {
        return (int)Math.min(threads, memory / Math.max(1, largestRun.bytes()));
    }

    /** @return the size in words, for a person who decides whether to start */
    public String describe() {
        return String.format(Locale.ROOT,
            "%,d runs, %,d generations, %,d trajectory rows, %,d kept values: about %s, and up to %s for each run that is"
                + " under way",
            runs, generations, trajectoryRows, keptValues, inUnits(bytes()), inUnits(largestRun.bytes()));
    }

    /**
     * @param bytes a number of bytes
     * @return it in words
     */
    public static String inUnits(final long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%,d kB", Math.max(1, bytes / 1000));
        }
        return bytes < 10_000_000_000L ? String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000)
            : String.format(Locale.ROOT, "%,d GB", bytes / 1_000_000_000);
    }
}
