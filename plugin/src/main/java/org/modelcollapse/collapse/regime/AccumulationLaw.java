package org.modelcollapse.collapse.regime;

import java.util.function.IntUnaryOperator;

import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.regime.StepLaw.Part;

/**
 * The exact expected total variance of the fitted model where data accumulate or sample sizes grow, for every finite n
 * and any number of components under EM (or what a {@link ModelVariance} says). With u_t the variance (divisor n) of
 * training set t, S_t that of what its model generates, {@code E[V_t] = u_t} for models that keep the variance:
 * <ul>
 * <li>accumulate: {@code u_{t+1} = (t u_t + S_t) / (t + 1) - S_t / (n (t + 1)^2)}; for S = u the product of
 * {@code 1 - 1/(n i^2)}, with the limit {@code V0 sin(pi / sqrt n) / (pi / sqrt n)};
 * <li>accumulate with a fixed budget of n, the pool's variance being Q_t and {@code r = tn / (tn - 1)}:
 * {@code u_t = (1 - 1/n) r Q_t}, {@code D = r (1 - 1/t) Q_t / n},
 * {@code Q_{t+1} = (t Q_t + S_t + D) / (t + 1) - (D + S_t / n) / (t + 1)^2};
 * <li>replace with sizes n_t: {@code u_{t+1} = (1 - 1/n_{t+1}) S_t}.
 * </ul>
 * The start u_1 is V0 (1 - 1/n) where training set 1 is drawn from a distribution of variance V0, and the variance of
 * the rows where they are the training set. Setting of Gerstgrasser et al. (arXiv 2404.01413) and Kazdan et al. (arXiv
 * 2410.16713); the finite-n laws were derived for this software and are checked by simulation in its tests.
 */
public final class AccumulationLaw {

    private AccumulationLaw() {
    }

    /**
     * All data so far.
     *
     * @param first u_1, at least 0, finite
     * @param n points of each generation, at least 2
     * @param fits how many fits, at least 1
     * @param change what the models do to the variance
     * @return expected total variance of fit 1, 2, ... in the places 0, 1, ...
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static double[] accumulate(final double first, final int n, final int fits, final ModelVariance change) {
        final double[] expected = start(first, n, fits);
        double u = first;
        for (int t = 1; t <= fits; t++) {
            final double size = (double)n * t;
            expected[t - 1] = change.model(u, size);
            final double generated = change.generated(u, size);
            final double next = t + 1.0;
            u = (t * u + generated) / next - generated / (n * next * next);
        }
        return expected;
    }

    /**
     * What {@link #accumulate} tends to for models that keep the variance, where training set 1 is drawn from a
     * distribution.
     *
     * @param totalVariance V0, that of the distribution
     * @param n points of each generation, at least 1
     * @return the limit
     */
    public static double accumulateLimit(final double totalVariance, final int n) {
        final double angle = Math.PI / Math.sqrt(n);
        return totalVariance * StrictMath.sin(angle) / angle;
    }

    /**
     * All data so far are kept, each fit sees n of them.
     *
     * @param first u_1, at least 0, finite
     * @param n points of each generation and of each training set, at least 2
     * @param fits how many fits, at least 1
     * @param change what the models do to the variance
     * @return expected total variance of fit 1, 2, ... in the places 0, 1, ...
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static double[] accumulateSubsample(final double first, final int n, final int fits,
        final ModelVariance change) {
        final double[] expected = start(first, n, fits);
        double pool = first;
        for (int t = 1; t <= fits; t++) {
            final double size = (double)n * t;
            final double unbiased = size / (size - 1) * pool;
            final double u = (1 - 1.0 / n) * unbiased;
            expected[t - 1] = change.model(u, n);
            final double generated = change.generated(u, n);
            final double meanOfSubset = unbiased * (1 - 1.0 / t) / n;
            final double next = t + 1.0;
            pool = (t * pool + generated + meanOfSubset) / next - (meanOfSubset + generated / n) / (next * next);
        }
        return expected;
    }

    /**
     * Replace with a size for each generation.
     *
     * @param first u_1, at least 0, finite
     * @param sizes number of points of training set 1, 2, ...
     * @param fits how many fits, at least 1
     * @param change what the models do to the variance
     * @return expected total variance of fit 1, 2, ... in the places 0, 1, ...
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static double[] growing(final double first, final IntUnaryOperator sizes, final int fits,
        final ModelVariance change) {
        final double[] expected = start(first, sizes.applyAsInt(1), fits);
        double u = first;
        for (int t = 1; t <= fits; t++) {
            expected[t - 1] = change.model(u, sizes.applyAsInt(t));
            if (t < fits) {
                u = (1 - 1.0 / sizes.applyAsInt(t + 1)) * change.generated(u, sizes.applyAsInt(t));
            }
        }
        return expected;
    }

    /** The law of one step of {@link #accumulate}. */
    static StepLaw accumulateStep(final int n) {
        return (t, state) -> pool(n, t, state);
    }

    /** The law of one step of {@link #accumulateSubsample}, given the pool. */
    static StepLaw accumulateSubsampleStep(final int n) {
        return (t, state) -> pool(n, t, state).chosen(n);
    }

    /** The law of one step of {@link #growing}. */
    static StepLaw growingStep(final IntUnaryOperator sizes) {
        return (t, state) -> NextSet.drawn(sizes.applyAsInt(t + 1), state.generated());
    }

    /** All data with those of fit t. */
    private static NextSet pool(final double n, final int t, final StepLaw.State state) {
        final double share = 1 / (t + 1.0);
        return NextSet.of(n * (t + 1), Part.whole(t * share, state.pool()), Part.drawn(share, state.generated(), n));
    }

    private static double[] start(final double first, final int n, final int fits) {
        ModelVariance.requireNonNegative("The variance of training set 1", first);
        if (n < 2 || fits < 1) {
            throw new IllegalArgumentException(
                "A law needs at least 2 points and 1 fit, not " + n + " points and " + fits + " fits");
        }
        return new double[fits];
    }
}
