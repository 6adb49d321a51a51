package org.modelcollapse.collapse.law;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.RandomStream;

/**
 * What becomes of a one-dimensional mixture that is fitted to n points of the mixture before, over and over: the limit of
 * many small steps, a diffusion
 * <pre>
 * d theta = b(theta) / n dt + (J(theta) / n)^(1/2) dW
 * </pre>
 * with bias b and covariance J of {@link ComponentLaw}, followed in (log w, mean, log variance) with Ito's terms, so that
 * weights and variances stay above 0. For maximum likelihood by EM run to convergence, fitted points only, n large
 * beside the number of parameters. Immutable.
 */
public final class ComponentDiffusion {

    /** A component of fewer rows is not estimated as large samples have it. */
    static final int FEWEST_ROWS = 30;

    /** The step in generations is n over this: 50 generations at n = 10,000. Halving it moves no quantile by the error of 300 paths. */
    private static final int STEPS_OF_N = 200;

    /** Four digits of the integrals, more than paths of this step can use. */
    private static final int ORDER = 6;

    /**
     * One fit must not move a mean by more than this share of its standard deviation, a variance by more than this share
     * of itself (in standard errors): 30 rows of a lone Gaussian, 1,500 of two equal components two standard deviations
     * apart. Where steps are longer, the law of large samples is not that of the fits.
     */
    private static final double LONGEST_STEP = .25;

    /** Paths of {@link #validBands}: the chance that a component widens then has a standard error of 2 %. */
    private static final int PATHS = 300;

    /** So many paths tell about how far the law is valid, so that the others need not be followed beyond. */
    private static final int SCOUTS = 40;

    private static final long SEED = 17;

    private final MixtureState original;
    private final int n;

    private ComponentDiffusion(final MixtureState original, final int n) {
        this.original = original;
        this.n = n;
    }

    /**
     * @param original what training set 1 is drawn from, of one dimension
     * @param n rows of each training set, at least 2
     * @return the diffusion
     * @throws IllegalArgumentException if the mixture has several dimensions, n is less than 2, or the mixture is outside
     *             what the law is valid for from the start
     */
    public static ComponentDiffusion of(final GaussianMixture original, final int n) {
        if (n < 2) {
            throw new IllegalArgumentException("A training set needs at least 2 rows, not " + n);
        }
        ComponentLaw.of(original);
        final MixtureState state = MixtureState.of(original.sortedByMean());
        if (!(state.smallestWeight() * n >= FEWEST_ROWS)) {
            throw new IllegalArgumentException("The law of components needs about " + FEWEST_ROWS
                + " rows of each component, but one has " + state.smallestWeight() * n);
        }
        return new ComponentDiffusion(state, n);
    }

    /**
     * The bands as far as they are valid, always with the same random numbers.
     *
     * @param original what training set 1 is drawn from
     * @param n rows of each training set
     * @param last the last generation of interest, at least 1
     * @param monitor told of progress, asked at every path whether to go on
     * @return 300 paths up to the last generation, or up to one soon after they cease to be valid, but no further than n;
     *         empty if the law is not valid even for the first few generations, or the mixture has several dimensions
     */
    public static Optional<ComponentBands> validBands(final GaussianMixture original, final int n, final int last,
        final Monitor monitor) {
        if (original.dimension() != 1) {
            return Optional.empty();
        }
        final ComponentDiffusion diffusion;
        try {
            diffusion = of(original, n);
        } catch (IllegalArgumentException notValid) {
            return Optional.empty();
        }
        final int valid = diffusion.bands(Math.min(last, n), SCOUTS, RandomStream.of(SEED, 1), monitor).validTo();
        if (valid == 0) {
            return Optional.empty();
        }
        final int end = (int)Math.min(Math.min(last, n), valid + valid / 2L);
        return Optional.of(diffusion.bands(end, PATHS, RandomStream.of(SEED, 2), monitor))
            .filter(bands -> bands.validTo() > 0);
    }

    /**
     * Follows many paths.
     *
     * @param last the last generation, at least 1
     * @param paths how many, at least 1; the error of the quantiles falls with its root
     * @param random where the paths' own streams are split from
     * @param monitor told of progress, asked at every path whether to go on
     * @return the bands at every {@code n / 200} generations and at the last
     * @throws IllegalArgumentException if a number is less than 1
     */
    public ComponentBands bands(final int last, final int paths, final RandomStream random, final Monitor monitor) {
        if (last < 1 || paths < 1) {
            throw new IllegalArgumentException("The law of components needs at least 1 generation and 1 path, not " + last
                + " and " + paths);
        }
        final int[] generations = places(last);
        final int k = original.components();
        final float[][][] values = new float[generations.length][3 * k][paths];
        final double[][] wider = new double[generations.length][k];
        final double[] anyWider = new double[generations.length];
        final double[] left = new double[generations.length];
        final MixtureInformation information = new MixtureInformation(k, ORDER);
        for (int path = 0; path < paths; path++) {
            monitor.checkCanceled();
            final int done = path;
            monitor.progress((double)path / paths, () -> "Law of the components, path " + (done + 1) + "/" + paths);
            final Path walk = new Path(original.copy(), information, random.split(path));
            for (int g = 0; g < generations.length; g++) {
                if (g > 0) {
                    walk.step(generations[g] - generations[g - 1]);
                }
                walk.record(values[g], path);
                anyWider[g] += walk.countWider(wider[g]) > 0 ? 1.0 / paths : 0;
                left[g] += walk.left ? 1.0 / paths : 0;
            }
        }
        for (final double[] share : wider) {
            Arrays.setAll(share, c -> share[c] / paths);
        }
        return new ComponentBands(generations, quantiles(values), wider, anyWider, left);
    }

    private int[] places(final int last) {
        final int step = Math.max(1, n / STEPS_OF_N);
        return IntStream.concat(IntStream.rangeClosed(0, (last - 1) / step).map(i -> i * step), IntStream.of(last))
            .toArray();
    }

    private static double[][][] quantiles(final float[][][] values) {
        final Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        final double[][][] quantiles = new double[values.length][][];
        for (int g = 0; g < values.length; g++) {
            quantiles[g] = new double[values[g].length][ComponentBands.LEVELS.size()];
            for (int i = 0; i < values[g].length; i++) {
                final float[] one = values[g][i];
                percentile.setData(IntStream.range(0, one.length).mapToDouble(p -> one[p]).toArray());
                for (int level = 0; level < quantiles[g][i].length; level++) {
                    quantiles[g][i][level] = percentile.evaluate(100 * ComponentBands.LEVELS.get(level));
                }
            }
        }
        return quantiles;
    }

    /** @return whether steps are so short that the law of large samples is that of the fits */
    static boolean isShort(final MixtureInformation information, final int n) {
        // the weights come first and have a check of their own: the rows of each component
        final int weights = (information.parameters() + 1) / 3 - 1;
        for (int i = weights; i < information.parameters(); i++) {
            if (!(information.covariance(i, i) <= LONGEST_STEP * LONGEST_STEP * n)) {
                return false;
            }
        }
        return true;
    }

    /** One path: a mixture that drifts. */
    private final class Path {

        private final MixtureState at;
        private final MixtureInformation information;
        private final RandomStream random;
        private final double[] move;
        private final double[] logWeights;
        private final Integer[] order;
        private boolean left;

        Path(final MixtureState at, final MixtureInformation information, final RandomStream random) {
            this.at = at;
            this.information = information;
            this.random = random;
            move = new double[information.parameters()];
            logWeights = new double[at.components()];
            order = new Integer[at.components()];
            Arrays.setAll(order, c -> c);
        }

        void step(final int generations) {
            left |= !(at.smallestWeight() * n >= FEWEST_ROWS)
                || !information.at(at.weights, at.means, at.variances) || !isShort(information, n);
            if (left) {
                return;
            }
            final int k = at.components();
            final double time = (double)generations / n;
            random.fillGaussian(move, 0, move.length, 0, Math.sqrt(time));
            information.spread(move);
            for (int i = 0; i < move.length; i++) {
                move[i] = Math.fma(time, information.bias(i), move[i]);
            }
            moveWeights(k, time);
            for (int c = 0; c < k; c++) {
                final int variance = 2 * k - 1 + c;
                at.means[c] += Math.sqrt(at.variances[c]) * move[k - 1 + c];
                at.variances[c] *=
                    StrictMath.exp(move[variance] - time * information.covariance(variance, variance) / 2);
            }
        }

        /** Ito's formula for log w_k; the last weight is 1 less the others. */
        private void moveWeights(final int k, final double time) {
            double all = 0;
            double spread = 0;
            for (int c = 0; c < k - 1; c++) {
                final double w = at.weights[c];
                all += move[c];
                logWeights[c] = StrictMath.log(w) + move[c] / w - time * information.covariance(c, c) / (2 * w * w);
                for (int h = 0; h < k - 1; h++) {
                    spread += information.covariance(c, h);
                }
            }
            final double w = at.weights[k - 1];
            logWeights[k - 1] = StrictMath.log(w) - all / w - time * spread / (2 * w * w);
            double sum = 0;
            for (int c = 0; c < k; c++) {
                at.weights[c] = StrictMath.exp(logWeights[c]);
                sum += at.weights[c];
            }
            for (int c = 0; c < k; c++) {
                at.weights[c] /= sum;
            }
        }

        /** Writes the parameters, components sorted by mean as fits are. */
        void record(final float[][] values, final int path) {
            Arrays.sort(order, Comparator.comparingDouble((Integer c) -> at.means[c]));
            final int k = at.components();
            for (int c = 0; c < k; c++) {
                values[c][path] = (float)at.weights[order[c]];
                values[k + c][path] = (float)at.means[order[c]];
                values[2 * k + c][path] = (float)at.variances[order[c]];
            }
        }

        int countWider(final double[] wider) {
            int count = 0;
            for (int c = 0; c < order.length; c++) {
                if (at.variances[order[c]] > original.variances[c]) {
                    wider[c]++;
                    count++;
                }
            }
            return count;
        }
    }
}
