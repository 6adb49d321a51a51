package org.modelcollapse.collapse;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the runs of one scenario came to. Immutable.
 *
 * @param runs number of runs
 * @param halfLife median half-life in generations; empty if half of the runs or more are censored: ended with more than
 *            half of the variance
 * @param halfLifeCensored how many runs never lost half of the variance
 * @param collapseTime median time of collapse in generations; empty if half of the runs or more are censored
 * @param collapseCensored how many runs did not collapse
 * @param widenedShare share of runs whose last fit was wider than the original
 * @param reasons how many runs ended why
 */
public record ScenarioSummary(int runs, OptionalDouble halfLife, int halfLifeCensored, OptionalDouble collapseTime,
    int collapseCensored, double widenedShare, Map<EndReason, Integer> reasons) {

    /**
     * @param experiment an experiment whose runs are all made
     * @param scenario number of the scenario, from 0
     * @param store where its runs are
     * @return the summary
     * @throws IOException if a run is not in the store or cannot be read
     */
    public static ScenarioSummary of(final Experiment experiment, final int scenario, final RunStore store)
        throws IOException {
        final int runs = experiment.replicates();
        final int[] halfLives = new int[runs];
        final int[] collapses = new int[runs];
        final Map<EndReason, Integer> reasons = new EnumMap<>(EndReason.class);
        int widened = 0;
        for (int r = 0; r < runs; r++) {
            final RunResult run = store.get(scenario, r);
            halfLives[r] = run.halfLife();
            collapses[r] = run.collapsedAt();
            widened += run.widened() ? 1 : 0;
            reasons.merge(run.reason(), 1, Integer::sum);
        }
        return new ScenarioSummary(runs, median(halfLives), censored(halfLives), median(collapses),
            censored(collapses), (double)widened / runs, reasons);
    }

    private static int censored(final int[] times) {
        return (int)Arrays.stream(times).filter(t -> t == 0).count();
    }

    /** The median of times of which those that were never reached, 0, are later than all others. */
    private static OptionalDouble median(final int[] times) {
        final double[] sorted = Arrays.stream(times).mapToDouble(t -> t == 0 ? Double.POSITIVE_INFINITY : t).sorted()
            .toArray();
        final double median = OrderStatistics.quantile(sorted, 0.5);
        return median < Double.POSITIVE_INFINITY ? OptionalDouble.of(median) : OptionalDouble.empty();
    }
}
