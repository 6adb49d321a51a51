package org.modelcollapse.collapse.regime;

import java.util.Objects;
import java.util.OptionalDouble;

import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.regime.GenerationMix.Counts;
import org.modelcollapse.collapse.regime.StepLaw.Part;

/**
 * The exact expected total variance (trace of the covariance) of the fitted model under the three-way mix, for every
 * finite n. Immutable.
 *
 * <p>An EM step, converged or not, reproduces the mean and the variance (divisor n) of its training set exactly,
 * whatever the number of components: with no regularisation, no component dropped, any of the four covariance types.
 * So mean and variance of the training sets follow a linear recursion. Let u_t be the expected variance of training
 * set t and v_t the expected squared distance of its mean from the reference point: the mean of the original. With the
 * counts of the mix as shares a (original), b (fitted), c (current) of n points, R the reference variance, S_t the
 * expected variance of what is generated and {@code c' = c (1 - c) n / (n - 1)}:
 * <pre>
 * u_{t+1} = a R - A / n + b (1 - 1/n) S_t + a (1 - a) v_t + (c - c' / n) u_t
 * v_{t+1} = (1 - a)^2 v_t + (A + b S_t + c' u_t) / n
 *
 * original        source      R              A                        v_1     u_1
 * mixture, V0     FRESH       V0             a R                      V0/n    V0 (1 - 1/n)
 * rows, var. U    FRESH       U              a R                      0       U
 * rows, var. U    FIXED_SET   U              a (1 - a) n / (n - 1) R  0       U
 * mixture, V0     FIXED_SET   V0 (1 - 1/n)   as for rows              0       R
 * </pre>
 * since training set 1 is the rows themselves, or a set whose expected variance is V0 (1 - 1/n), and na rows chosen
 * out of n have a mean of variance (1 - a) U / (a (n - 1)).
 *
 * <p>The expected variance of the model is u_t, and S_t = u_t, unless the model {@linkplain #with changes the
 * variance}, as by regularisation, a kernel, the divisor n - 1, or a temperature. The process is that of Shumailov et
 * al., DOI 10.1038/s41586-024-07566-y; the law was derived for this software and is checked by simulation in its
 * tests.
 */
public final class ThreeWayLaw {

    private final Counts counts;
    private final OriginalSource source;
    private final double reference;
    private final double firstSquaredDistance;
    private final ModelVariance model;

    private ThreeWayLaw(final Counts counts, final OriginalSource source, final double reference,
        final double firstSquaredDistance, final ModelVariance model) {
        this.counts = Objects.requireNonNull(counts, "counts");
        this.source = Objects.requireNonNull(source, "source");
        this.reference = ModelVariance.requireNonNegative("The total variance of the original", reference);
        this.firstSquaredDistance = firstSquaredDistance;
        this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * The law where each run draws training set 1 from a distribution, mixture or not.
     *
     * @param totalVariance total variance of the original distribution, at least 0, finite
     * @param counts the mix in whole points
     * @param source where later original points come from
     * @return the law, averaged over training sets 1 too
     * @throws IllegalArgumentException if the variance is negative or not finite
     */
    public static ThreeWayLaw ofMixture(final double totalVariance, final Counts counts, final OriginalSource source) {
        final int n = counts.total();
        return switch (source) {
            case FRESH -> new ThreeWayLaw(counts, source, totalVariance, totalVariance / n, ModelVariance.KEPT);
            case FIXED_SET -> new ThreeWayLaw(counts, source, totalVariance * (n - 1) / n, 0, ModelVariance.KEPT);
        };
    }

    /**
     * The law where training set 1 of every run is the same rows.
     *
     * @param totalVariance total variance of these rows with divisor n, at least 0, finite
     * @param counts the mix in whole points
     * @param source where later original points come from: the rows without or with replacement
     * @return the law given the rows
     * @throws IllegalArgumentException if the variance is negative or not finite
     */
    public static ThreeWayLaw ofRows(final double totalVariance, final Counts counts, final OriginalSource source) {
        return new ThreeWayLaw(counts, source, totalVariance, 0, ModelVariance.KEPT);
    }

    /**
     * The same law for models that do not keep the variance of their training set.
     *
     * @param change what the models do to the variance
     * @return the law for such models
     */
    public ThreeWayLaw with(final ModelVariance change) {
        return new ThreeWayLaw(counts, source, reference, firstSquaredDistance, change);
    }

    /**
     * The law of one step: what the next training set is to be expected of, given the run so far. Its expectation over all
     * runs is the law above.
     */
    static StepLaw step(final Counts counts, final OriginalSource source) {
        final double n = counts.total();
        final int a = counts.original();
        final int b = counts.fitted();
        final int c = counts.current();
        return (t, state) -> {
            if (b == n) {
                return NextSet.drawn(n, state.generated());
            }
            final Part generated = Part.drawn(b / n, state.generated(), b);
            final Part original = switch (source) {
                case FRESH -> Part.drawn(a / n, state.original(), a);
                case FIXED_SET -> Part.chosen(a / n, a == 0 ? state.original() : state.originalSet(), a, n);
            };
            return c == 0 ? NextSet.of(n, original, generated)
                : NextSet.of(n, original, generated, Part.chosen(c / n, state.current(), c, n));
        };
    }

    /**
     * @param fits how many fits, at least 1
     * @return expected total variance of the model of fit 1, 2, ... in the places 0, 1, ...
     * @throws IllegalArgumentException if fits is less than 1
     */
    public double[] expectedTotalVariance(final int fits) {
        if (fits < 1) {
            throw new IllegalArgumentException("A law needs at least 1 fit, not " + fits);
        }
        final double n = counts.total();
        final double a = counts.original() / n;
        final double b = counts.fitted() / n;
        final double c = counts.current() / n;
        final double fromCurrent = withoutReplacement(counts.current());
        final double meanOfOriginal = meanOfOriginal();
        final double[] expected = new double[fits];
        double v = firstSquaredDistance;
        double u = reference - v;
        for (int t = 0; t < fits; t++) {
            expected[t] = model.model(u, n);
            final double generated = b * model.generated(u, n);
            final double nextU = a * reference - meanOfOriginal / n + (1 - 1 / n) * generated + a * (1 - a) * v
                + (c - fromCurrent / n) * u;
            v = (1 - a) * (1 - a) * v + (meanOfOriginal + generated + fromCurrent * u) / n;
            u = nextU;
        }
        return expected;
    }

    /**
     * @return the expected total variance that the run tends to as generations go on: 0 if no original point ever
     *         comes back and nothing is added; empty if it stays where it was (nothing is ever generated, or the
     *         variance is neutral as with ddof 1) or grows without limit
     */
    public OptionalDouble stationaryTotalVariance() {
        final double n = counts.total();
        final double a = counts.original() / n;
        final double b = counts.fitted() / n;
        final double fromCurrent = withoutReplacement(counts.current());
        final double meanOfOriginal = meanOfOriginal();
        // v in terms of u from its own equation, then u; without original points v has no part in u
        final double share = a == 0 ? 0 : (1 - a) / (n * (2 - a));
        final double constant = b * model.generated(0, n);
        final double slope = b * model.generated(1, n) - constant;
        final double inflow = a * reference - meanOfOriginal / n + (1 - 1 / n) * constant
            + share * (meanOfOriginal + constant);
        final double loss = 1 - counts.current() / n + fromCurrent / n - (1 - 1 / n) * slope
            - share * (slope + fromCurrent);
        return loss > 1e-13 ? OptionalDouble.of(model.model(inflow / loss, n)) : OptionalDouble.empty();
    }

    /** A of the formula: n times the variance that the original part gives to the mean of the next training set. */
    private double meanOfOriginal() {
        return reference * (source == OriginalSource.FIXED_SET ? withoutReplacement(counts.original())
            : counts.original() / (double)counts.total());
    }

    /** share (1 - share) n / (n - 1) for a share of {@code count} of n points; 0 for none or all. */
    private double withoutReplacement(final int count) {
        final double n = counts.total();
        return count == 0 || count == n ? 0 : count * (n - count) / (n * (n - 1));
    }
}
