package org.modelcollapse.collapse.experiment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.ModelShape;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.collapse.regime.Regime;

/**
 * All settings of a run but its random numbers. Immutable; begin with {@link #of} and change what is to differ.
 *
 * @param name for people; not empty
 * @param original where training set 1 comes from
 * @param n points of training set 1, at least 2
 * @param regime how each later training set comes about
 * @param learner what is fitted
 * @param sampling what is done to the fitted model before it generates
 * @param generations number of fits, at least 1
 * @param stop when to end before that
 * @param metrics what is measured; those that have no exact way here are left out, see {@link #measured}
 * @param recordEvery metrics are recorded at generations 1, then every multiple of this, and the last one; at least 1
 * @param collapseShare a run has collapsed when its total variance is below this share of the original's; above 0,
 *            below 1
 * @param keptGenerations numbers of the training sets that are kept as points
 * @param keptReplicates of how many replicates they are kept, from 0
 */
public record Scenario(String name, Original original, int n, Regime regime, Learner learner, Sampling sampling,
    int generations, StopRule stop, Set<Metric> metrics, int recordEvery, double collapseShare,
    Generations keptGenerations, int keptReplicates) {

    /** Checks the ranges above, and that original, regime, learner and sampling suit each other. */
    public Scenario {
        requirePositive("name's length", name.length());
        Objects.requireNonNull(stop, "stop");
        requirePositive("number of generations", generations);
        requirePositive("number of generations between records", recordEvery);
        if (!(collapseShare > 0 && collapseShare < 1)) {
            throw new IllegalArgumentException(
                "The share of variance that counts as collapse must be above 0 and below 1, but is " + collapseShare);
        }
        if (keptReplicates < 0) {
            throw new IllegalArgumentException(
                "The number of replicates of which points are kept must not be negative, but is " + keptReplicates);
        }
        metrics = metrics.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(metrics));
        Recursion.requireSuited(original, n, regime, sampling);
        regime.holding(n, generations);
        if (!learner.shape(original.dimension()).mixture() && !sampling.isPlain()) {
            throw new IllegalArgumentException("Temperature and central fraction are defined for mixtures and one"
                + " Gaussian; set both to 1 for " + learner.label());
        }
        learner.requireSuited(original.dimension(), n);
    }

    /**
     * A scenario with plain sampling, no stop rule, the quick metrics at every generation, a collapse at a tenth of the
     * variance, and no points kept.
     *
     * @param name for people
     * @param original where training set 1 comes from
     * @param n points of training set 1
     * @param regime how each later training set comes about
     * @param learner what is fitted
     * @param generations number of fits
     * @return the scenario
     * @throws IllegalArgumentException if a setting is out of its range or does not suit the others
     */
    public static Scenario of(final String name, final Original original, final int n, final Regime regime,
        final Learner learner, final int generations) {
        return new Scenario(name, original, n, regime, learner, Sampling.PLAIN, generations, StopRule.NEVER,
            GenerationMetrics.QUICK, 1, 0.1, Generations.none(), 0);
    }

    /**
     * @param value what is done to the fitted model before it generates
     * @return the scenario with that
     */
    public Scenario withSampling(final Sampling value) {
        return new Scenario(name, original, n, regime, learner, value, generations, stop, metrics, recordEvery,
            collapseShare, keptGenerations, keptReplicates);
    }

    /**
     * @param value when to end
     * @return the scenario with that
     */
    public Scenario withStop(final StopRule value) {
        return new Scenario(name, original, n, regime, learner, sampling, generations, value, metrics, recordEvery,
            collapseShare, keptGenerations, keptReplicates);
    }

    /**
     * @param value what is measured
     * @param every at every which generation, at least 1
     * @return the scenario with that
     */
    public Scenario withMetrics(final Set<Metric> value, final int every) {
        return new Scenario(name, original, n, regime, learner, sampling, generations, stop, value, every,
            collapseShare, keptGenerations, keptReplicates);
    }

    /**
     * @param value share of the original's total variance below which a run has collapsed, above 0, below 1
     * @return the scenario with that
     */
    public Scenario withCollapseShare(final double value) {
        return new Scenario(name, original, n, regime, learner, sampling, generations, stop, metrics, recordEvery,
            value, keptGenerations, keptReplicates);
    }

    /**
     * @param kept numbers of the training sets that are kept as points, from 1
     * @param replicates of how many replicates, from 0
     * @return the scenario with that
     */
    public Scenario withKept(final List<Integer> kept, final int replicates) {
        return withKept(Generations.of(kept), replicates);
    }

    /**
     * @param kept numbers of the training sets that are kept as points
     * @param replicates of how many replicates, from 0
     * @return the scenario with that
     */
    public Scenario withKept(final Generations kept, final int replicates) {
        return new Scenario(name, original, n, regime, learner, sampling, generations, stop, metrics, recordEvery,
            collapseShare, kept, replicates);
    }

    /** @return the metrics that are measured: those asked for that have an exact way here, with their names */
    public GenerationMetrics measured() {
        return GenerationMetrics.of(original, n, shape(), metrics);
    }

    /** @return total variance of the original: of the mixture, or of the rows with divisor n */
    public double originalVariance() {
        return original.spread().variance();
    }

    /** @return which numbers the fitted models have */
    ModelShape shape() {
        return learner.shape(original.dimension());
    }

    /** @return the generations whose metrics are recorded, ascending, if the run gets so far */
    public int[] recordedGenerations() {
        final int[] recorded = new int[recordedCount()];
        int at = 0;
        for (int t = 1; at < recorded.length; t++) {
            if (isRecorded(t)) {
                recorded[at++] = t;
            }
        }
        return recorded;
    }

    int recordedCount() {
        final int multiples = generations / recordEvery;
        final int first = recordEvery == 1 ? 0 : 1;
        final int last = generations % recordEvery == 0 || generations == 1 ? 0 : 1;
        return multiples + first + last;
    }

    boolean isRecorded(final int generation) {
        return generation == 1 || generation % recordEvery == 0 || generation == generations;
    }

    private static void requirePositive(final String what, final int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + what + " must be at least 1, but is " + value);
        }
    }
}
