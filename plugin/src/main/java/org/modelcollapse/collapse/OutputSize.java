package org.modelcollapse.collapse;

import java.util.Locale;

/**
 * How much an experiment will give at most, known before it starts.
 *
 * @param runs number of runs
 * @param generations number of fits in all
 * @param trajectoryRows recorded generations in all
 * @param values recorded numbers in all
 * @param keptValues numbers of kept points in all
 */
public record OutputSize(long runs, long generations, long trajectoryRows, long values, long keptValues) {

    /** @return bytes that the runs take in memory or on disk, within a few per cent */
    public long bytes() {
        // a number has 8 bytes; a row has a header and a reference, a run some fields
        return 8 * (values + keptValues) + 24 * trajectoryRows + 256 * runs;
    }

    /** @return the size in words, for a person who decides whether to start */
    public String describe() {
        return String.format(Locale.ROOT, "%,d runs, %,d generations, %,d trajectory rows, %,d kept values: about %s",
            runs, generations, trajectoryRows, keptValues, inUnits(bytes()));
    }

    private static String inUnits(final long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%,d kB", Math.max(1, bytes / 1000));
        }
        return bytes < 10_000_000_000L ? String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000)
            : String.format(Locale.ROOT, "%,d GB", bytes / 1_000_000_000);
    }
}
