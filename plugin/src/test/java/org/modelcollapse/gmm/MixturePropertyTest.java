package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.modelcollapse.Cases;
import org.modelcollapse.Generated;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold of any mixture, tried on generated ones. */
@Generated
class MixturePropertyTest {

    /** A false alarm once in 10^11 where a sum is normal; the rest is for sums that are only nearly so. */
    private static final double Z = 7;

    @Provide
    Arbitrary<GaussianMixture> line() {
        return Cases.lineMixtures();
    }

    @Provide
    Arbitrary<GaussianMixture> space() {
        return Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.integers().between(1, 4),
            Arbitraries.of(CovarianceType.class), Cases.seeds())
            .as((k, d, type, seed) -> RandomCases.mixture(k, d, type, RandomStream.of(seed)));
    }

    /** A point that is up to 10^far standard deviations away. */
    private static double[] point(final GaussianMixture mixture, final double far, final long seed) {
        final RandomStream random = RandomStream.of(seed);
        final int k = random.nextInt(mixture.components());
        final double[] x = new double[mixture.dimension()];
        Arrays.setAll(x, j -> mixture.mean(k, j)
            + Math.sqrt(mixture.covariance(k, j, j)) * random.nextGaussian() * StrictMath.pow(10, far));
        return x;
    }

    @Property(tries = 1000)
    void responsibilitiesSumToOne(@ForAll("space") final GaussianMixture mixture,
        @ForAll @DoubleRange(min = -2, max = 100) final double far, @ForAll final long seed) {
        double sum = 0;
        for (final double share : mixture.responsibilities(point(mixture, far, seed))) {
            assertTrue(share >= 0 && share <= 1, "a responsibility of " + share);
            sum += share;
        }
        assertEquals(1, sum, 1e-15 * mixture.components());
    }

    @Property(tries = 500)
    void onePointAndManyHaveTheSameDensity(@ForAll("space") final GaussianMixture mixture,
        @ForAll @DoubleRange(min = -1, max = 4) final double far, @ForAll final long seed) {
        final double[][] rows = new double[3][];
        Arrays.setAll(rows, i -> point(mixture, far, seed + i));
        final double[] together = mixture.logDensities(Points.ofRows(rows));
        for (int i = 0; i < rows.length; i++) {
            final double alone = mixture.logDensity(rows[i]);
            assertEquals(alone, together[i], 1e-10 * (1 + Math.abs(alone)));
        }
    }

    @Property(tries = 500)
    void theQuantileIsTheInverseOfTheDistributionFunction(@ForAll("line") final GaussianMixture mixture,
        @ForAll("probability") final double p) {
        final double x = mixture.quantile(p);
        // where the distribution function is steep, neighbouring numbers x have probabilities that differ by more
        final double step = mixture.cdf(Math.nextUp(x)) - mixture.cdf(Math.nextDown(x));
        assertEquals(p, mixture.cdf(x), step + 1e-14);
    }

    @Property(tries = 300)
    void quantilesRise(@ForAll("line") final GaussianMixture mixture, @ForAll("probability") final double p,
        @ForAll("probability") final double q) {
        assertTrue(mixture.quantile(Math.min(p, q)) <= mixture.quantile(Math.max(p, q)));
    }

    @Provide
    Arbitrary<Double> probability() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(1e-6, 0.999_999).ofScale(6),
            Cases.number(-250, -1).map(x -> StrictMath.pow(10, x)));
    }

    @Property(tries = 200)
    void theDensityIsTheDerivativeOfTheDistributionFunction(@ForAll("line") final GaussianMixture mixture,
        @ForAll @DoubleRange(min = -3, max = 3) final double at, @ForAll @IntRange(max = 4) final int component) {
        final int k = component % mixture.components();
        final double x = mixture.mean(k) + at * mixture.sd(k);
        double narrowest = mixture.sd(k);
        for (int c = 0; c < mixture.components(); c++) {
            narrowest = Math.min(narrowest, mixture.sd(c));
        }
        // differences over h and 2h, the error of order h^2 taken out
        final double h = narrowest / 64;
        final double small = (mixture.cdf(x + h) - mixture.cdf(x - h)) / (2 * h);
        final double large = (mixture.cdf(x + 2 * h) - mixture.cdf(x - 2 * h)) / (4 * h);
        assertEquals(small + (small - large) / 3, mixture.density(x), 1e-6 * mixture.density(mixture.mean(k)) + 1e-11 / h);
    }

    @Property(tries = 500)
    void theOrderOfComponentsChangesNothing(@ForAll("space") final GaussianMixture mixture, @ForAll final long seed) {
        final int k = mixture.components();
        final GaussianMixture permuted = mixture.permuted(RandomStream.of(seed).choose(k, k));
        assertEquals(mixture.sortedByMean(), permuted.sortedByMean());
        final double[] x = point(mixture, 1, seed);
        final double log = mixture.logDensity(x);
        assertEquals(log, permuted.logDensity(x), 1e-13 * (1 + Math.abs(log)));
        assertEquals(mixture.totalVariance(), permuted.totalVariance(), 1e-13 * mixture.totalVariance());
    }

    @Property(tries = 500)
    void aMixtureMadeOfItsNumbersIsTheSame(@ForAll("space") final GaussianMixture mixture) {
        assertEquals(mixture, GaussianMixture.of(mixture.covarianceType(), mixture.weights(), mixture.means(),
            mixture.covariances()));
        // every type is a full one
        final GaussianMixture full =
            GaussianMixture.of(CovarianceType.FULL, mixture.weights(), mixture.means(), mixture.covariances());
        assertArrayEquals(mixture.covariance(), full.covariance());
    }

    @Property(tries = 500)
    void standardDeviationsAreReadBackTheSame(@ForAll("line") final GaussianMixture mixture,
        @ForAll @DoubleRange(min = 0.5, max = 2) final double factor) {
        final double[] means = new double[mixture.components()];
        final double[] sds = new double[mixture.components()];
        final double[][][] variances = mixture.covariances();
        for (int k = 0; k < means.length; k++) {
            variances[k][0][0] *= factor; // hardly ever the square of a number
        }
        final GaussianMixture any =
            GaussianMixture.of(CovarianceType.FULL, mixture.weights(), mixture.means(), variances);
        for (int k = 0; k < means.length; k++) {
            means[k] = any.mean(k);
            sds[k] = any.sd(k);
        }
        final GaussianMixture back = GaussianMixture.of(any.weights(), means, sds);
        assertArrayEquals(any.weights(), back.weights());
        for (int k = 0; k < means.length; k++) {
            assertEquals(any.sd(k), back.sd(k));
            // the square of a root: two roundings
            assertEquals(any.variance(k), back.variance(k), 2 * Math.ulp(any.variance(k)));
        }
    }

    @Property(tries = 300)
    void momentsOfASampleAreThoseOfItsMixture(@ForAll("space") final GaussianMixture mixture,
        @ForAll final long seed, @ForAll final MixtureSampler.Order order) {
        final int n = 1000;
        final MixtureSampler.Labelled sample =
            MixtureSampler.of(mixture).sampleLabelled(n, order, RandomStream.of(seed));
        final double[] counts = new double[mixture.components()];
        for (final int k : sample.components()) {
            counts[k]++;
        }
        for (int k = 0; k < counts.length; k++) {
            final double w = mixture.weight(k);
            assertZ(counts[k] - n * w, n * w * (1 - w), "rows of component " + (k + 1));
        }
        for (int j = 0; j < mixture.dimension(); j++) {
            // given its component, a row is normal
            double sum = 0;
            double variance = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                final int k = sample.components()[i];
                final double gap = sample.points().get(i, j) - mixture.mean(k, j);
                sum += gap;
                variance += mixture.covariance(k, j, j);
                squares += gap * gap / mixture.covariance(k, j, j) - 1;
            }
            assertZ(sum, variance, "sum of column " + (j + 1));
            assertZ(squares, 2.0 * n, "squares of column " + (j + 1));
        }
    }

    private static void assertZ(final double deviation, final double variance, final String what) {
        final double z = variance == 0 ? deviation : deviation / Math.sqrt(variance);
        assertTrue(Math.abs(z) < Z, what + ": z = " + z);
    }

    @Property(tries = 200)
    void aSampleTakenInPiecesIsTheSame(@ForAll("space") final GaussianMixture mixture, @ForAll final long seed,
        @ForAll final MixtureSampler.Order order, @ForAll @IntRange(min = 1, max = 300) final int n,
        @ForAll @IntRange(min = 1, max = 100) final int piece) {
        final Points whole = MixtureSampler.of(mixture).sample(n, order, RandomStream.of(seed));
        final double[][] columns = new double[mixture.dimension()][n];
        final SampleStream stream = MixtureSampler.of(mixture).stream(n, order, RandomStream.of(seed));
        for (int from = 0; from < n; from += piece) {
            stream.next(columns, null, from, Math.min(n, from + piece));
        }
        assertEquals(whole, Points.wrap(columns));
    }

    @Property(tries = 300)
    void chosenRowsAreDistinctAndInRange(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 500) final int n,
        @ForAll @IntRange(max = 500) final int wanted) {
        final int m = Math.min(n, wanted);
        final int[] chosen = RandomStream.of(seed).choose(n, m);
        assertEquals(m, Arrays.stream(chosen).distinct().filter(i -> i >= 0 && i < n).count());
    }
}
