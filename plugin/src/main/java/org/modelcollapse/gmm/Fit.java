package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a fit by EM gives. Immutable.
 *
 * @param mixture the fitted mixture, components in the order of the start
 * @param lowerBound mean log-likelihood per row at the parameters before the last step, as scikit-learn's
 *            {@code lower_bound_}
 * @param score mean log-likelihood per row at the parameters returned (see {@link FitSettings#scored()})
 * @param iterations number of passes over the data that moved the parameters
 * @param stopReason why it ended
 * @param trace the lower bound of every iteration; where the accelerated mode dropped what it had tried, that of the
 *            parameters kept
 * @param aic Akaike's criterion, {@code -2 n score + 2 p}
 * @param bic Schwarz's criterion, {@code -2 n score + p ln n}; with row weights, {@code n} is their sum
 * @param icl {@code bic} plus twice the entropy of the responsibilities (the latter only if scored)
 * @param warnings what the reader should know, in the order of their kinds; empty if all is well
 * @param search how the maximum was found, if a search was made
 */
public record Fit(GaussianMixture mixture, double lowerBound, double score, int iterations, StopReason stopReason,
    double[] trace, double aic, double bic, double icl, List<FitWarning> warnings,
    Optional<SearchReport> search) {

    /** Copies what could be changed. */
    public Fit {
        trace = trace.clone();
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(search, "search");
    }

    /** {@return whether it ended because the log-likelihood no longer changed} */
    public boolean converged() {
        return stopReason == StopReason.CONVERGED;
    }

    /** {@return a copy of the lower bounds of the iterations} */
    @Override
    public double[] trace() {
        return trace.clone();
    }

    /** {@return the same fit with the components of the mixture in the order of their means} */
    public Fit sorted() {
        final int[] order = mixture.orderByMean();
        final int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        final List<FitWarning> renamed = warnings.stream()
            .map(w -> w.component() < 0 ? w : w.withComponent(place[w.component()])).toList();
        return new Fit(mixture.permuted(order), lowerBound, score, iterations, stopReason, trace, aic, bic, icl,
            renamed, search);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Fit that && mixture.equals(that.mixture) && lowerBound == that.lowerBound
            && score == that.score && stopReason == that.stopReason && Arrays.equals(trace, that.trace)
            && aic == that.aic && bic == that.bic && icl == that.icl && warnings.equals(that.warnings)
            && search.equals(that.search);
    }

    @Override
    public int hashCode() {
        return 31 * mixture.hashCode() + Arrays.hashCode(trace);
    }

    @Override
    public String toString() {
        return "Fit[" + mixture + ", score " + score + ", " + stopReason + " after " + iterations + " iterations, "
            + warnings + "]";
    }
}
