package org.modelcollapse.collapse.law;

import java.util.List;
import java.util.Optional;

import org.modelcollapse.gmm.GaussianMixture;

/**
 * A test of fits against {@link ComponentLaw}: the steps of each parameter from one fit to the next, less their bias, in
 * units of their own spread. Under the law each such step has mean 0 and variance 1 given the past, whatever the past, so
 * that the sum over all steps divided by the root of their number is a z-score. With EM that stops early it measures how
 * far the stopping holds each parameter back. Mutable, of one thread.
 *
 * <p>A step must be from a fit to the fit on n points drawn from it, fitted points only; components sorted by mean.
 * Parameters are numbered as in {@link ComponentBands}: weights of all K components, means, variances.
 */
public final class ComponentSteps {

    /** Five digits of the integrals are plenty beside the spread of a step. */
    private static final int ORDER = 8;

    private final int n;
    private final int k;
    private final MixtureInformation information;
    private final double[] sums;
    private double squaredLengths;
    private long count;

    private ComponentSteps(final int components, final int n) {
        this.n = n;
        k = components;
        information = new MixtureInformation(components, ORDER);
        sums = new double[3 * components];
    }

    /**
     * @param components K, at least 1
     * @param n rows of each training set, at least 2
     * @return a test that has seen no step
     * @throws IllegalArgumentException if a number is too small
     */
    public static ComponentSteps of(final int components, final int n) {
        if (components < 1 || n < 2) {
            throw new IllegalArgumentException("Steps need at least 1 component and 2 rows, not " + components + " and "
                + n);
        }
        return new ComponentSteps(components, n);
    }

    /**
     * Takes the steps of a run into account: all, or if they are many, about so many at equal distances.
     *
     * @param fits the fits of a run, one to the points drawn from the one before, each sorted by mean
     * @param n rows of each training set, at least 2
     * @param most about how many steps, each some 20 microseconds for two components
     * @return the test; empty if no step can be counted, or fits differ in their number of components
     */
    public static Optional<ComponentSteps> of(final List<GaussianMixture> fits, final int n, final int most) {
        final int k = fits.get(0).components();
        if (n < 2 || fits.stream().anyMatch(fit -> fit.dimension() != 1 || fit.components() != k)) {
            return Optional.empty();
        }
        final ComponentSteps steps = of(k, n);
        final int stride = stride(fits.size() - 1, most);
        for (int t = stride; t < fits.size(); t += stride) {
            steps.add(fits.get(t - 1), fits.get(t));
        }
        return Optional.of(steps).filter(of -> of.count > 0);
    }

    private static int stride(final int steps, final int most) {
        return Math.max(1, (steps + most - 1) / most);
    }

    /** @return K */
    public int components() {
        return k;
    }

    /**
     * Takes a step into account.
     *
     * @param before a fit, of one dimension and K components sorted by mean
     * @param after the fit on n points drawn from it
     * @return the step of each parameter less its bias, in units of its own spread; empty, and not counted, if the law is
     *         not valid at {@code before}: a component of fewer than 30 rows, or two that are too close for so many
     *         rows
     * @throws IllegalArgumentException if a mixture has several dimensions or another number of components
     */
    public Optional<double[]> add(final GaussianMixture before, final GaussianMixture after) {
        requireSuited(before);
        requireSuited(after);
        final MixtureState from = MixtureState.of(before);
        if (!(from.smallestWeight() * n >= ComponentDiffusion.FEWEST_ROWS)
            || !information.at(from.weights, from.means, from.variances)
            || !ComponentDiffusion.isShort(information, n)) {
            return Optional.empty();
        }
        final MixtureState to = MixtureState.of(after);
        final double[] step = new double[3 * k];
        final double[] move = new double[information.parameters()];
        for (int i = 0; i < move.length; i++) {
            final int parameter = i < k - 1 ? i : i + 1;
            move[i] = (to.parameter(parameter) - from.parameter(parameter)) / ComponentLaw.scale(from, i)
                - information.bias(i) / n;
            step[parameter] = move[i] / Math.sqrt(information.covariance(i, i) / n);
        }
        step[k - 1] = lastWeight(move);
        for (int i = 0; i < step.length; i++) {
            sums[i] += step[i];
        }
        squaredLengths += n * information.squaredLength(move);
        count++;
        return Optional.of(step);
    }

    /** The last weight is 1 less the others; that of a single component never moves. */
    private double lastWeight(final double[] move) {
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < k - 1; i++) {
            sum -= move[i];
            for (int j = 0; j < k - 1; j++) {
                variance += information.covariance(i, j);
            }
        }
        return k == 1 ? 0 : sum / Math.sqrt(variance / n);
    }

    private void requireSuited(final GaussianMixture mixture) {
        if (mixture.dimension() != 1 || mixture.components() != k) {
            throw new IllegalArgumentException("Steps are of mixtures of one dimension and " + k
                + " components, but one has " + mixture.dimension() + " and " + mixture.components());
        }
    }

    /** @return how many steps were counted */
    public long count() {
        return count;
    }

    /**
     * @param parameter its number, from 0 to 3 K - 1
     * @return the z-score of its steps, N(0, 1) under the law; 0 for the weight of a single component
     * @throws IllegalStateException if no step was counted
     */
    public double z(final int parameter) {
        requireSteps();
        return sums[parameter] / Math.sqrt(count);
    }

    /**
     * The z-score of the squared lengths of all steps, each a chi-square of 3 K - 1 degrees of freedom: whether steps are
     * as long as the law says.
     *
     * @return about N(0, 1) under the law, after some dozens of steps
     * @throws IllegalStateException if no step was counted
     */
    public double chiSquareZ() {
        requireSteps();
        final double freedom = (double)count * information.parameters();
        return (squaredLengths - freedom) / Math.sqrt(2 * freedom);
    }

    private void requireSteps() {
        if (count == 0) {
            throw new IllegalStateException("No step was counted yet");
        }
    }
}
