package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds what the reader of a fit should be told. */
final class Diagnosis {

    /** Regularisation is a matter of the units, not of a component, where a column's variance is less than this of it. */
    private static final double SMALL_COLUMN = 100;

    /** A variance of so many times what was added to it is no variance of the data. */
    private static final double COLLAPSED = 1.5;

    /** Tolerances from here on are called loose if parameters were still on the move. */
    private static final double LOOSE = 1e-6;

    /** On the move: by more than this share of a standard deviation, a variance or a weight in the last iteration. */
    private static final double MOVING = 1e-3;

    /** The weight below which the moves of a component are of no interest. */
    private static final double NEGLIGIBLE = 1e-3;

    private final FitData data;

    private final FitSettings settings;

    private final BitSet reseeded = new BitSet();

    Diagnosis(final FitData data, final FitSettings settings) {
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

    List<FitWarning> warnings(final Parameters before, final Parameters after, final boolean converged,
        final Maximization maximization) {
        final List<FitWarning> warnings = new ArrayList<>();
        if (!converged) {
            warnings.add(new FitWarning(FitWarning.Kind.NOT_CONVERGED, -1,
                "EM stopped at the limit of " + settings.maxIterations()
                    + " iterations before the log-likelihood settled: allow more, accelerate, or start elsewhere."));
        } else if (settings.tolerance() >= LOOSE) {
            final double move = largestMove(before, after);
            if (move > MOVING) {
                warnings.add(new FitWarning(FitWarning.Kind.LOOSE_TOLERANCE, -1, "EM stopped by the tolerance of "
                    + settings.tolerance() + " while parameters still moved by up to " + (float)move
                    + " of their size in an iteration. Repeated fits then lose variance that the data have;"
                    + " a smaller tolerance, say 1e-8, avoids it."));
            }
        }
        maximization.dead().stream().forEach(k -> warnings.add(new FitWarning(FitWarning.Kind.DEAD_COMPONENT, k,
            "has lost all rows: its weight is " + after.weights()[k] + ". Take fewer components or another start.")));
        collapsed(after, maximization.floored()).stream().filter(k -> k == 0 || !tied()).forEach(k -> warnings.add(
            new FitWarning(FitWarning.Kind.COLLAPSED_COMPONENT, tied() ? -1 : k, (tied()
                ? "The shared covariance" : "") + (tied() ? " has collapsed" : "has collapsed onto a point or a line")
                + ": what variance it has left is set by " + (settings.ridge() > 0 ? "regularization"
                    : "the numerical floor")
                + ". Take fewer components, more regularization or another start.")));
        reseeded.stream().forEach(k -> warnings.add(new FitWarning(FitWarning.Kind.RESEEDED_COMPONENT, k,
            "had died or collapsed on the way and was put to a random row.")));
        final int small = settings.ridge() > 0 ? smallColumn(after) : -1;
        if (small >= 0) {
            warnings.add(new FitWarning(FitWarning.Kind.REGULARIZATION_DOMINATES, -1, "The variance of column "
                + (small + 1) + (data.least(small) == data.greatest(small) ? " is zero" : " is small")
                + " compared to the regularization of " + settings.ridge()
                + ": the fitted variances are too large; rescale the column or regularize less."));
        }
        return warnings;
    }

    private boolean tied() {
        return settings.covarianceType() == CovarianceType.TIED;
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
