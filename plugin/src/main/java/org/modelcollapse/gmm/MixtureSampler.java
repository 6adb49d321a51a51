package org.modelcollapse.gmm;

import java.util.Objects;

/**
 * Draws from a mixture. Two orders of the values are on offer, see {@link Order}; as sets they have the same
 * distribution.
 *
 * <p>Immutable and safe for use by many threads, each with its own {@link RandomStream}.
 */
public final class MixtureSampler {

    /** In which order the values come. */
    public enum Order {
        /**
         * All values of the first component, then all of the second, and so on: the quickest. How many values each
         * component gives is drawn first (multinomial, exact).
         */
        GROUPED,
        /** In random order: the rows are independent, every row by itself is a draw from the mixture. */
        SHUFFLED
    }

    /**
     * A sample with the component that each row came from.
     *
     * @param points the {@code n} rows
     * @param components for each row, its component from 0; not copied
     */
    public record Labelled(Points points, int[] components) {
    }

    private final GaussianMixture mixture;

    private MixtureSampler(final GaussianMixture mixture) {
        this.mixture = mixture;
    }

    /**
     * A sampler of a mixture.
     *
     * @param mixture what to draw from
     * @return the sampler
     */
    public static MixtureSampler of(final GaussianMixture mixture) {
        return new MixtureSampler(Objects.requireNonNull(mixture, "mixture"));
    }

    /** {@return the mixture that this draws from} */
    public GaussianMixture mixture() {
        return mixture;
    }

    /**
     * Draws rows grouped by component.
     *
     * @param n how many, at least 1
     * @param random source of random numbers
     * @return {@code n} rows
     */
    public Points sample(final int n, final RandomStream random) {
        return sample(n, Order.GROUPED, random);
    }

    /**
     * Draws rows in an order.
     *
     * @param n how many, at least 1
     * @param order of the rows
     * @param random source of random numbers
     * @return {@code n} rows
     */
    public Points sample(final int n, final Order order, final RandomStream random) {
        final double[][] columns = new double[mixture.dimension()][Check.atLeast("number of rows", n, 1)];
        stream(n, order, random).next(columns, null, 0, n);
        return Points.wrap(columns);
    }

    /**
     * Draws rows and tells the component of each.
     *
     * @param n how many, at least 1
     * @param order of the rows
     * @param random source of random numbers
     * @return {@code n} rows with their components
     */
    public Labelled sampleLabelled(final int n, final Order order, final RandomStream random) {
        final double[][] columns = new double[mixture.dimension()][Check.atLeast("number of rows", n, 1)];
        final int[] components = new int[n];
        stream(n, order, random).next(columns, components, 0, n);
        return new Labelled(Points.wrap(columns), components);
    }

    /**
     * Fills a part of an array with values of a one-dimensional mixture, grouped by component: those that
     * {@link #sample(int, RandomStream)} gives.
     *
     * @param out where to write
     * @param from first index
     * @param to index after the last
     * @param random source of random numbers
     * @throws IllegalArgumentException if the mixture has several dimensions
     */
    public void fill(final double[] out, final int from, final int to, final RandomStream random) {
        Check.range(from, to, out.length);
        if (mixture.dimension() != 1) {
            throw new IllegalArgumentException("Filling one array needs a mixture of one dimension, but it has "
                + mixture.dimension() + ".");
        }
        stream(to - from, Order.GROUPED, random).next(new double[][]{out}, null, from, to);
    }

    /**
     * Starts a sample of any size that is taken in pieces, in memory that does not grow with it. The rows depend on
     * mixture, {@code n}, order and stream alone, not on the sizes of the pieces. Until the last piece is taken, the
     * random stream must not be used for anything else.
     *
     * @param n how many rows in all, at least 0
     * @param order of the rows
     * @param random source of random numbers
     * @return the rows to take
     */
    public SampleStream stream(final long n, final Order order, final RandomStream random) {
        return new SampleStream(mixture, n, Objects.requireNonNull(order, "order"), random);
    }
}
