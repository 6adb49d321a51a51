package org.modelcollapse.collapse.experiment;

import org.modelcollapse.collapse.regime.Regime;

/**
 * What one run holds in memory while it is under way, at most: an estimate from above, known before it starts.
 *
 * @param scenario name of its scenario
 * @param points points that it holds of its last training sets and, where data accumulate, of all data so far
 * @param dataBytes bytes that these take, with the copies that are made of them while the pool grows and a model is
 *            fitted, and the curves of the laws
 * @param resultBytes bytes of what it has recorded and kept; three times as many while it is written to a file
 */
public record RunSize(String scenario, long points, long dataBytes, long resultBytes) {

    /** A finished run goes to a file as one piece, which an array has to hold. */
    private static final long LARGEST_RESULT = Integer.MAX_VALUE - 64;

    /**
     * @param scenario the settings
     * @param replicates how many runs there are to be, at least 1
     * @return the size of the first one, which keeps what is to be kept
     */
    public static RunSize of(final Scenario scenario, final int replicates) {
        final int n = scenario.n();
        final int d = scenario.original().dimension();
        final Regime.Holding holding = scenario.regime().holding(n, scenario.generations());
        // a fit centres a copy of the columns, and k-means keeps two numbers a point
        final long fit = (d + 2L) * holding.largest();
        final long names = scenario.measured().names().size();
        final long kept = Math.min(replicates, scenario.keptReplicates()) > 0 ? keptPoints(scenario) : 0;
        // the curve of the law, and that of the diversity of weights
        final long laws = 2L * scenario.generations();
        return new RunSize(scenario.name(), holding.points(), 8 * (d * holding.atMost() + fit + laws),
            scenario.recordedCount() * (8 * names + 24) + 8 * d * kept);
    }

    /** @return the points of all training sets that a run keeps */
    static long keptPoints(final Scenario scenario) {
        return scenario.keptGenerations().points(t -> scenario.regime().trainingSize(scenario.n(), t),
            scenario.generations());
    }

    /** @return bytes in all */
    public long bytes() {
        return dataBytes + 3 * resultBytes;
    }

    /** @return whether what it has recorded and kept is more than a run may give */
    public boolean givesTooMuch() {
        return resultBytes > LARGEST_RESULT;
    }
}
