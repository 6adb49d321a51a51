package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds what the reader of a fit should be told. */
final class Diagnosis {

    /** Where a column's variance is less than so many times what is added, that is a matter of its units. */
    private static final double SMALL_COLUMN = 100;

    /** A variance of so many times what was added to it is no variance of the data. */
    private static final double COLLAPSED = 1.5;

    /** Tolerances from here on are called loose if parameters were still on the move. */
    private static final double LOOSE = 1e-6;

    /** On the move: by more than this share of a standard deviation, a variance or a weight in the last iteration. */
    private static final double MOVING = 1e-3;

    /** A gain of the log-likelihood that is worth to go on for. */
    private static final double PLATEAU = 1;

    /** The weight below which the moves of a component are of no interest. */
    private static final double NEGLIGIBLE = 1e-3;

    private final AllRows data;

    private final FitSettings settings;

    private final BitSet reseeded = new BitSet();

    Diagnosis(final AllRows data, final FitSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    void reseeded(final int k) {
        reseeded.set(k);
    }

    /** The components whose variance, in some direction, is little more than what was added to it. */
    BitSet collapsed(final Parameters parameters, final BitSet floored) {
        final BitSet collapsed = (BitSet)floored.clone();
        final double ridge = settings.ridge();
        if (ridge > 0 && smallColumn(parameters) < 0) {
            for (int k = 0; k < parameters.components(); k++) {
                // between the least variance of any direction and a d-th of it
                final double least = 1 / parameters.factors()[k].traceOfInverse();
                if (least <= COLLAPSED * ridge) {
                    collapsed.set(k);
                }
            }
        }
        return collapsed;
    }

    /** The first column whose variance regularisation dominates, or -1. */
    private int smallColumn(final Parameters parameters) {
        for (int j = 0; j < parameters.dimension(); j++) {
            if (totalVariance(parameters, j) <= SMALL_COLUMN * settings.ridge()) {
                return j;
            }
        }
        return -1;
    }

    /** The variance of a column under the mixture, less the regularisation: near enough that of the data. */
    private double totalVariance(final Parameters parameters, final int j) {
        double mean = 0;
        for (int k = 0; k < parameters.components(); k++) {
            mean += parameters.weights()[k] * parameters.means()[k][j];
        }
        double variance = 0;
        for (int k = 0; k < parameters.components(); k++) {
            final double distance = parameters.means()[k][j] - mean;
            variance += parameters.weights()[k]
                * (parameters.covariances()[k][j][j] - settings.ridge() + distance * distance);
        }
        return variance;
    }

    List<FitWarning> warnings(final Parameters before, final Parameters after, final StopReason reason,
        final Maximization maximization, final double[] trace, final Optional<SearchReport> search) {
        final List<FitWarning> warnings = new ArrayList<>();
        convergence(before, after, reason, trace).ifPresent(warnings::add);
        search.flatMap(Diagnosis::search).ifPresent(warnings::add);
        maximization.dead().stream().forEach(k -> warnings.add(new FitWarning(FitWarning.Kind.DEAD_COMPONENT, k,
            "has lost all rows: its weight is " + after.weights()[k] + ". Take fewer components or another start.")));
        final BitSet collapsed = collapsed(after, maximization.floored());
        if (settings.covarianceType().isShared()) {
            if (!collapsed.isEmpty()) {
                warnings.add(collapsed(-1, "The shared covariance has"));
            }
        } else {
            collapsed.stream().forEach(k -> warnings.add(collapsed(k, "has")));
        }
        reseeded.stream().forEach(k -> warnings.add(new FitWarning(FitWarning.Kind.RESEEDED_COMPONENT, k,
            "had died or collapsed on the way and was put to a random row.")));
        smallColumnWarning(after).ifPresent(warnings::add);
        return warnings;
    }

    private Optional<FitWarning> convergence(final Parameters before, final Parameters after,
        final StopReason reason, final double[] trace) {
        if (reason == StopReason.ROUNDING) {
            return Optional.of(new FitWarning(FitWarning.Kind.ROUNDING, -1, "EM stopped where its next step would have"
                + " lowered the log-likelihood, which only rounding does: a component is on its way onto a point or a line."
                + " Take fewer components, regularization, or another start."));
        }
        final double ahead = gainAhead(trace);
        final String more = ahead > PLATEAU
            ? " Going on would raise the log-likelihood by about " + Math.rint(10 * ahead) / 10 + "." : "";
        if (reason == StopReason.MAX_ITERATIONS) {
            return Optional.of(new FitWarning(FitWarning.Kind.NOT_CONVERGED, -1,
                "EM stopped at the limit of " + settings.maxIterations()
                    + " iterations before the log-likelihood settled: allow more, accelerate, or start elsewhere." + more));
        }
        final double move = settings.tolerance() >= LOOSE ? largestMove(before, after) : 0;
        if (move > MOVING) {
            return Optional.of(new FitWarning(FitWarning.Kind.LOOSE_TOLERANCE, -1, "EM stopped by the tolerance of "
                + settings.tolerance() + " while parameters still moved by up to "
                + Math.rint(1000 * move) / 10 + " % of their size in an iteration. Repeated fits then lose variance that the data have;"
                + " a smaller tolerance, say 1e-8, avoids it." + more));
        }
        if (!more.isEmpty()) {
            return Optional.of(new FitWarning(FitWarning.Kind.PLATEAU, -1, "EM stopped on a plateau, by the tolerance of "
                + settings.tolerance() + "." + more + " A smaller tolerance, say 1e-8, avoids it."));
        }
        return Optional.empty();
    }

    /**
     * What the log-likelihood of all rows would still gain if its changes went on in the proportion of the last two
     * (Aitken's extrapolation); 0 for accelerated steps, which follow no such rule.
     */
    private double gainAhead(final double[] trace) {
        if (settings.accelerated() || trace.length < 3) {
            return 0;
        }
        final double last = trace[trace.length - 1] - trace[trace.length - 2];
        final double ratio = last / (trace[trace.length - 2] - trace[trace.length - 3]);
        return last > 0 && ratio > 0 && ratio < 1 ? last * ratio / (1 - ratio) * data.size() : 0;
    }

    private static Optional<FitWarning> search(final SearchReport search) {
        if (search.maxima().get(0).spike()) {
            return Optional.of(new FitWarning(FitWarning.Kind.ONLY_SPIKES, -1, "All " + search.starts()
                + " starts ended in spikes, with a component on hardly more than a point or a line, whose likelihood says"
                + " nothing about the data. Take fewer components, more regularization or another covariance type."));
        }
        if (search.starts() > 1 && !search.isSure()) {
            return Optional.of(new FitWarning(FitWarning.Kind.UNSURE_MAXIMUM, -1, "The best maximum was found by "
                + search.timesFound() + " of " + search.starts() + " starts; the chance that one more start ends in another"
                + " maximum, perhaps a better one, is about " + Math.rint(100 * search.chanceOfBetter())
                + " %. A greater effort searches on; fewer components have fewer maxima."));
        }
        return Optional.empty();
    }

    private Optional<FitWarning> smallColumnWarning(final Parameters after) {
        final int column = settings.ridge() > 0 ? smallColumn(after) : -1;
        if (column < 0) {
            return Optional.empty();
        }
        return Optional.of(new FitWarning(FitWarning.Kind.REGULARIZATION_DOMINATES, -1, "The variance of column "
            + (column + 1) + (data.least(column) == data.greatest(column) ? " is zero" : " is small")
            + " compared to the regularization of " + settings.ridge()
            + ": the fitted variances are too large; rescale the column or regularize less."));
    }

    private FitWarning collapsed(final int component, final String beginning) {
        return new FitWarning(FitWarning.Kind.COLLAPSED_COMPONENT, component, beginning
            + " collapsed onto a point or a line: what variance is left there is set by "
            + (settings.ridge() > 0 ? "regularization" : "the numerical floor")
            + ". Take fewer components, more regularization or another start.");
    }

    /** The largest move from one iteration to the next, relative to sd, variance and weight. */
    private static double largestMove(final Parameters before, final Parameters after) {
        double largest = 0;
        for (int k = 0; k < after.components(); k++) {
            final double weight = after.weights()[k];
            if (weight > NEGLIGIBLE) {
                largest = Math.max(largest, Math.abs(before.weights()[k] / weight - 1));
                for (int j = 0; j < after.dimension(); j++) {
                    final double variance = after.covariances()[k][j][j];
                    final double move = before.means()[k][j] - after.means()[k][j];
                    largest = Math.max(largest, Math.abs(move) / Math.sqrt(variance));
                    largest = Math.max(largest, Math.abs(before.covariances()[k][j][j] / variance - 1));
                }
            }
        }
        return largest;
    }
}
