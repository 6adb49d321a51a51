package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a mixture says of the columns of a row that are not known, given those that are: again a mixture, whose weights
 * are the responsibilities by the known columns and whose components are those of the regression of the unknown columns
 * on the known ones (Ghahramani and Jordan 1994, Supervised learning from incomplete data via an EM approach). Immutable
 * and safe for use by many threads, each with its own {@link RandomStream}.
 */
public final class Conditional {

    private final GaussianMixture mixture;

    private final int[] known;

    private final int[] unknown;

    /** Of the known columns; null if none is known. */
    private final GaussianMixture marginal;

    /** Of each component's covariance, the known columns first: the blocks below are the regression. */
    private final Cholesky[] factors;

    private Conditional(final GaussianMixture mixture, final int[] known, final int[] unknown) {
        this.mixture = mixture;
        this.known = known;
        this.unknown = unknown;
        marginal = known.length == 0 ? null : mixture.marginal(known);
        final int[] order = IntStream.concat(Arrays.stream(known), Arrays.stream(unknown)).toArray();
        final GaussianMixture ordered = mixture.marginal(order);
        factors = IntStream.range(0, mixture.components()).mapToObj(ordered::factor).toArray(Cholesky[]::new);
    }

    /**
     * Prepares for the rows that have the same columns.
     *
     * @param mixture of {@code d} columns
     * @param known {@code d} times whether a row has the column
     * @return the distribution of the other columns
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Conditional of(final GaussianMixture mixture, final boolean... known) {
        Check.sameDimension("list of known columns", known.length, mixture.dimension());
        return new Conditional(mixture, IntStream.range(0, known.length).filter(j -> known[j]).toArray(),
            IntStream.range(0, known.length).filter(j -> !known[j]).toArray());
    }

    /** {@return the mixture of the known columns; empty if none is known} */
    public Optional<GaussianMixture> marginal() {
        return Optional.ofNullable(marginal);
    }

    /**
     * The known columns of a row.
     *
     * @param row {@code d} numbers
     * @return those that are known, the coordinates of {@link #marginal()}
     */
    public double[] known(final double... row) {
        Check.sameDimension("row", row.length, mixture.dimension());
        return Arrays.stream(known).mapToDouble(j -> row[j]).toArray();
    }

    /**
     * The probability of each component given the known columns; without any, its weight.
     *
     * @param row {@code d} numbers, of which only the known ones are read
     * @return {@code K} numbers from 0 to 1 that sum to 1
     */
    public double[] responsibilities(final double... row) {
        return marginal == null ? mixture.weights() : marginal.responsibilities(known(row));
    }

    /**
     * The logarithm of the density of the known columns.
     *
     * @param row {@code d} numbers, of which only the known ones are read
     * @return the log density; 0 if none is known
     */
    public double logDensity(final double... row) {
        return marginal == null ? 0 : marginal.logDensity(known(row));
    }

    /**
     * Fills a row with the expectations of its unknown columns.
     *
     * @param row {@code d} numbers, of which only the known ones are read
     * @return the whole row, in a new array
     */
    public double[] mean(final double... row) {
        final double[] filled = row.clone();
        final double[] responsibilities = responsibilities(row);
        for (final int j : unknown) {
            filled[j] = 0;
        }
        for (int k = 0; k < responsibilities.length; k++) {
            if (responsibilities[k] > 0) {
                final double[] expected = regression(k, row, new double[unknown.length]);
                for (int u = 0; u < unknown.length; u++) {
                    filled[unknown[u]] += responsibilities[k] * expected[u];
                }
            }
        }
        return filled;
    }

    /**
     * Fills a row with a draw of its unknown columns, which keeps their spread and what they have to do with each other
     * and with the known ones.
     *
     * @param row {@code d} numbers, of which only the known ones are read
     * @param random source of random numbers
     * @return the whole row, in a new array
     */
    public double[] draw(final double[] row, final RandomStream random) {
        final double[] filled = row.clone();
        final double[] responsibilities = responsibilities(row);
        int k = 0;
        for (double left = random.nextDouble() - responsibilities[0]; left >= 0 && k < responsibilities.length - 1;) {
            k++;
            left -= responsibilities[k];
        }
        while (!(responsibilities[k] > 0)) { // the last ones, where rounding has left something of the sum
            k--;
        }
        final double[] normal = new double[unknown.length];
        Arrays.setAll(normal, u -> random.nextGaussian());
        final double[] drawn = regression(k, row, normal);
        for (int u = 0; u < unknown.length; u++) {
            filled[unknown[u]] = drawn[u];
        }
        return filled;
    }

    /** The unknown columns of a component: L z, its known part from the row, its unknown part as given. */
    private double[] regression(final int k, final double[] row, final double[] normal) {
        final int o = known.length;
        final double[] z = new double[o + unknown.length];
        for (int i = 0; i < o; i++) {
            double rest = row[known[i]] - mixture.mean(k, known[i]);
            for (int j = 0; j < i; j++) {
                rest -= factors[k].lower(i, j) * z[j];
            }
            z[i] = rest / factors[k].lower(i, i);
        }
        System.arraycopy(normal, 0, z, o, normal.length);
        final double[] values = new double[unknown.length];
        for (int u = 0; u < values.length; u++) {
            values[u] = mixture.mean(k, unknown[u]);
            for (int j = 0; j <= o + u; j++) {
                values[u] += factors[k].lower(o + u, j) * z[j];
            }
        }
        return values;
    }
}
