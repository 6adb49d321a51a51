package org.modelcollapse.collapse.recursion;

import java.util.Objects;

import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.model.FittedModel;
import org.modelcollapse.collapse.model.MixtureModel;
import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.collapse.original.Origin;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.MixRegime;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.collapse.regime.TrainingSets;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/**
 * One run of the recursion: original, training set 1, a fit, training set 2, a fit, and so on. The caller makes the
 * fits, so that anything may stand between two training sets. Mutable; one object serves one thread. The points that
 * it hands out are immutable.
 *
 * <p>Draws from the random generator: training set 1 if it is drawn, then what the {@linkplain Regime regime} says.
 * Each generation costs time in proportion to the size of its training set.
 */
public final class Recursion {

    private final Origin origin;
    private final int n;
    private final Regime regime;
    private final Sampling sampling;
    private final RandomStream random;

    private int generation;
    private TrainingSets sets;
    private double[][] firstColumns;
    private double[][] currentColumns;
    private Points first;
    private Points current;

    private Recursion(final Origin origin, final int n, final Regime regime, final Sampling sampling,
        final RandomStream random) {
        this.origin = origin;
        this.n = n;
        this.regime = Objects.requireNonNull(regime, "regime");
        this.sampling = Objects.requireNonNull(sampling, "sampling");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * A three-way mix whose original is a mixture.
     *
     * @param original the mixture that training set 1 is drawn from
     * @param n size of every training set, at least 2
     * @param mix the ratios
     * @param source where later original points come from
     * @param random the generator; the run owns it from here on
     * @return the run, before its first training set
     * @throws IllegalArgumentException if n is less than 2, or the ratios leave a negative rest of n
     */
    public static Recursion ofMixture(final GaussianMixture original, final int n, final GenerationMix mix,
        final OriginalSource source, final RandomStream random) {
        return of(Original.of(original), n, new MixRegime(mix, source), Sampling.PLAIN, random);
    }

    /**
     * A three-way mix whose original is the user's own rows. Training set 1 is these rows in their order.
     *
     * @param rows the original data, at least 2 rows; every training set has as many
     * @param mix the ratios
     * @param source where later original points come from
     * @param random the generator; the run owns it from here on
     * @return the run, before its first training set
     * @throws IllegalArgumentException if there are fewer than 2 rows, or the ratios leave a negative rest
     */
    public static Recursion ofRows(final Points rows, final GenerationMix mix, final OriginalSource source,
        final RandomStream random) {
        return of(Original.of(rows), rows.size(), new MixRegime(mix, source), Sampling.PLAIN, random);
    }

    /**
     * A run of any regime.
     *
     * @param original where training set 1 comes from
     * @param n size of training set 1, at least 2; for rows it must be their number
     * @param regime how each later training set comes about
     * @param sampling what is done to fitted mixtures before they generate points; rows of another generator are
     *            taken as they are
     * @param random the generator; the run owns it from here on
     * @return the run, before its first training set
     * @throws IllegalArgumentException if n does not fit, or the ratios leave a negative rest of n
     */
    public static Recursion of(final Original original, final int n, final Regime regime, final Sampling sampling,
        final RandomStream random) {
        requireSuited(original, n, regime, sampling);
        return new Recursion(original.origin(), n, regime, sampling, random);
    }

    public static void requireSuited(final Original original, final int n, final Regime regime, final Sampling sampling) {
        if (n < 2) {
            throw new IllegalArgumentException("A recursion needs training sets of at least 2 points, not " + n);
        }
        regime.trainingSize(n, 1);
        sampling.requireSuited(original.dimension());
        original.requireSize(n);
    }

    /**
     * Draws training set 1: n points of the original, kept as the fixed original set.
     *
     * @return training set 1
     * @throws IllegalStateException if it was drawn before
     */
    public Points first() {
        if (generation != 0) {
            throw new IllegalStateException("Training set 1 was drawn before; ask for the next one");
        }
        firstColumns = origin.first(n, random);
        first = Points.wrap(firstColumns);
        sets = regime.begin(firstColumns, origin);
        accept(firstColumns, first);
        return first;
    }

    /**
     * Makes the next training set with points that the fitted model generates.
     *
     * @param fitted the model fitted to the current training set
     * @return the next training set
     * @throws IllegalArgumentException if the model has another dimension than the original
     * @throws IllegalStateException before {@link #first()}
     */
    public Points next(final GaussianMixture fitted) {
        return next((FittedModel)new MixtureModel(fitted));
    }

    /**
     * Makes the next training set with points of another generator: the fitted part is taken from them without
     * replacement.
     *
     * @param generated rows of any generator, at least {@link #needed()} of them
     * @return the next training set
     * @throws IllegalArgumentException if there are too few rows, or rows of another dimension than the original
     * @throws IllegalStateException before {@link #first()}
     */
    public Points next(final Points generated) {
        requireStarted();
        final int needed = needed();
        if (generated.size() < needed) {
            throw new IllegalArgumentException("Training set " + (generation + 1) + " needs " + needed
                + " generated rows, but only " + generated.size()
                + " came; generate more rows, or lower the ratio of fitted points");
        }
        requireDimension(generated.dimension());
        return next(new ChosenRows(generated));
    }

    /** @throws IllegalArgumentException too if a temperature or a central fraction is asked of another model */
    public Points next(final FittedModel fitted) {
        requireStarted();
        requireDimension(fitted.dimension());
        return next(sampling.of(fitted));
    }

    private Points next(final PointSource fitted) {
        final double[][] next = sets.next(fitted, random);
        accept(next, Points.wrap(next));
        return current;
    }

    /**
     * @param variance total variance of a fitted model
     * @return whether numbers can hold the points of a model of that variance, times the temperature
     */
    public boolean holds(final double variance) {
        return variance * Math.max(1, sampling.temperature()) < EndReason.WIDEST * EndReason.WIDEST;
    }

    /**
     * @param variance total variance of a fitted model that a run does not {@linkplain #holds hold}
     * @return why there is no next training set, in words
     */
    public static String unheld(final double variance) {
        return "the fitted variance " + variance + ", times the sampling temperature, is too large for points to be drawn";
    }

    /** @return how many generated points the next training set needs */
    public int needed() {
        requireStarted();
        return regime.generated(n, generation + 1);
    }

    /** @return number of the training set handed out last: 0 before the first one, then from 1 */
    public int generation() {
        return generation;
    }

    /**
     * @return the training set handed out last
     * @throws IllegalStateException before {@link #first()}
     */
    public Points current() {
        requireStarted();
        return current;
    }

    /**
     * @return the fixed original set, which is training set 1
     * @throws IllegalStateException before {@link #first()}
     */
    public Points original() {
        requireStarted();
        return first;
    }

    /** @return the training set handed out last; not to be written to */
    public double[][] currentColumns() {
        return currentColumns;
    }

    /** @return training set 1; not to be written to */
    public double[][] firstColumns() {
        return firstColumns;
    }

    /** @return the points that the last step added to all data so far; not to be written to */
    public double[][] appended() {
        return sets.appended();
    }

    private void accept(final double[][] columns, final Points points) {
        currentColumns = columns;
        current = points;
        generation++;
    }

    private void requireStarted() {
        if (generation == 0) {
            throw new IllegalStateException("The run has no training set yet; draw the first one");
        }
    }

    private void requireDimension(final int dimension) {
        if (dimension != firstColumns.length) {
            throw new IllegalArgumentException("The original has " + firstColumns.length
                + " column(s), but the model or its rows have " + dimension);
        }
    }
}
