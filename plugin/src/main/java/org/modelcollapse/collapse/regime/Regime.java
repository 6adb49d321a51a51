package org.modelcollapse.collapse.regime;

import java.util.Optional;

import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.original.Origin;
import org.modelcollapse.collapse.original.Original;

/**
 * How the next training set comes about from the original, the fitted model and what there is already. A kind of regime
 * is one class that holds all that is known of it: its parameters and their checks, how it makes a training set, what
 * that takes, and its law. Immutable.
 */
public interface Regime {

    /** @return the fitted-only recursion ("replace"): each training set comes from the last fit alone */
    static Regime replace() {
        return new MixRegime(GenerationMix.FITTED_ONLY, OriginalSource.FRESH);
    }

    /**
     * @param n size of training set 1
     * @param generation number of the training set, from 1
     * @return the number of points in that training set
     * @throws IllegalArgumentException if an array cannot hold as many points, or the regime does not suit n
     */
    int trainingSize(int n, int generation);

    /**
     * @param n size of training set 1
     * @param generation number of the training set, from 2
     * @return how many generated points it needs
     */
    int generated(int n, int generation);

    /**
     * @param n size of training set 1
     * @param generations how many there are
     * @return points that a run holds at most
     * @throws IllegalArgumentException if an array cannot hold as many points
     */
    Holding holding(int n, int generations);

    /** @return whether all data so far are kept */
    default boolean pools() {
        return false;
    }

    /**
     * Begins a run.
     *
     * @param first training set 1; nobody writes to it
     * @param origin where original points are drawn anew
     * @return what makes the later training sets of this run
     */
    TrainingSets begin(double[][] first, Origin origin);

    /**
     * @param original what a run starts from
     * @param variance its total variance, or that of what a model of bins makes of it
     * @param n size of training set 1
     * @param fits how many fits, at least 1
     * @param change what the models do to the variance
     * @return the exact expected total variance of fit 1, 2, ... in the places 0, 1, ...
     */
    double[] expectedVariances(Original original, double variance, int n, int fits, ModelVariance change);

    /**
     * @param n size of training set 1
     * @return the law of one step
     */
    StepLaw step(int n);

    /**
     * @param n size of training set 1
     * @return whether every training set is n points of the last fit and nothing else
     */
    default boolean replaces(final int n) {
        return false;
    }

    /**
     * @param n size of training set 1
     * @return where the variance goes in the long run, of an original that is a distribution and models that keep the
     *         variance; empty where there is not more to say than the law does
     */
    default Optional<LongRun> longRun(final int n) {
        return Optional.empty();
    }

    /**
     * The end that a run tends to.
     *
     * @param words a sentence with "{0}" in the place of the share; of nothing that is left, one about halving, with the
     *            number of generations in that place
     * @param share of the original's variance that is left however long it runs; 0 for none
     */
    record LongRun(String words, double share) {
    }

    /**
     * Points that a run holds.
     *
     * @param points of its last training sets and, where data accumulate, of all data so far
     * @param atMost the same with the copies that are made while a pool grows
     * @param largest size of the largest training set
     */
    record Holding(long points, long atMost, int largest) {

        static Holding sets(final long sets, final int largest) {
            return new Holding(sets, sets, largest);
        }

        /** The pool grows by half, from one array into the next, beside the training sets: first, current and next one. */
        static Holding pool(final int n, final int generations, final int largest) {
            final long pool = (long)n * generations;
            return new Holding(pool, pool + pool / 2 + Math.max(pool, 2L * largest + n), largest);
        }
    }

    /** A size that an array can have. */
    static int requireArraySize(final double size, final int generation) {
        if (!(size <= Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException("Training set " + generation + " would have " + size
                + " points, more than an array can hold; use fewer generations, less growth or a smaller n");
        }
        return (int)size;
    }
}
