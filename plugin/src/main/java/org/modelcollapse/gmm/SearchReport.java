package org.modelcollapse.gmm;

import java.util.List;
import java.util.Objects;

/**
 * What a search for the best maximum found. Immutable.
 *
 * @param effort how long it was to go on
 * @param rowsSearched how many rows, or cells of a fine grid, the starts were compared on: all rows unless they are many
 * @param maxima the different maxima, at least one: healthy ones before spikes, then the highest first
 * @param endings for every start, in their order, where it ended
 */
public record SearchReport(Effort effort, int rowsSearched, List<Maximum> maxima, List<Ending> endings) {

    /**
     * A maximum of the likelihood.
     *
     * @param mixture its mixture, the components sorted by mean
     * @param logLikelihood of all rows; where a part of them was searched, estimated from that part
     * @param found how many starts ended there
     * @param spike whether it is no maximum that may win: a component sits on fewer distinct rows than columns + 1, or on
     *            a volume out of all proportion
     */
    public record Maximum(GaussianMixture mixture, double logLikelihood, int found, boolean spike) {
        /** Refuses {@code null}. */
        public Maximum {
            Objects.requireNonNull(mixture, "mixture");
        }
    }

    /**
     * Where a start ended.
     *
     * @param start what it was, in a few words
     * @param maximum index of the maximum
     */
    public record Ending(String start, int maximum) {
    }

    /** Copies the lists. */
    public SearchReport {
        maxima = List.copyOf(maxima);
        endings = List.copyOf(endings);
        Check.atLeast("number of maxima", maxima.size(), 1);
    }

    /** {@return how many starts were made} */
    public int starts() {
        return endings.size();
    }

    /** {@return how many starts ended in the best maximum} */
    public int timesFound() {
        return maxima.get(0).found();
    }

    /** {@return by how much the log-likelihood of the next best healthy maximum is lower; infinite if there is none} */
    public double nextBestBelow() {
        return maxima.size() > 1 && !maxima.get(1).spike()
            ? maxima.get(0).logLikelihood() - maxima.get(1).logLikelihood() : Double.POSITIVE_INFINITY;
    }

    /**
     * The chance that one more start ends in a maximum that has not been seen, which is the most that the chance of a
     * better one can be: the share of starts whose maximum was found once (Good 1953, doi:10.1093/biomet/40.3-4.237).
     *
     * @return from 0 to 1
     */
    public double chanceOfBetter() {
        return (double)maxima.stream().filter(m -> m.found() == 1).count() / starts();
    }

    /** {@return whether the best was found as often as the effort asks} */
    public boolean isSure() {
        return timesFound() >= effort.returns();
    }
}
