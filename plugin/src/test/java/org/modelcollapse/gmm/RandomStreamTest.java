package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The generator gives the published numbers, and what is made of them has the distribution that it claims. */
class RandomStreamTest {

    private static final int MANY = 1_000_000;

    /** The first outputs of SplitMix64 for the seed 1234567, as listed on rosettacode.org after Vigna's program. */
    private static final long[] SPLITMIX = {6457827717110365317L, 3203168211198807973L,
        Long.parseUnsignedLong("9817491932198370423"), 4593380528125082431L};

    /** The first outputs of xoshiro256++ from the state 1, 2, 3, 4, as in the tests of Rust's rand_xoshiro. */
    private static final long[] XOSHIRO = {41943041L, 58720359L, 3588806011781223L, 3591011842654386L,
        Long.parseUnsignedLong("9228616714210784205"), Long.parseUnsignedLong("9973669472204895162"),
        Long.parseUnsignedLong("14011001112246962877"), Long.parseUnsignedLong("12406186145184390807"),
        Long.parseUnsignedLong("15849039046786891736"), Long.parseUnsignedLong("10450023813501588000")};

    @Test
    void givesThePublishedNumbersOfXoshiro() {
        final RandomStream stream = new RandomStream(1, 2, 3, 4);
        assertArrayEquals(XOSHIRO, LongStream.generate(stream::nextLong).limit(XOSHIRO.length).toArray());
    }

    @Test
    void fillsItsStateWithThePublishedNumbersOfSplitMix() {
        final RandomStream expected = new RandomStream(SPLITMIX);
        final RandomStream actual = RandomStream.of(1234567);
        for (int i = 0; i < 100; i++) {
            assertEquals(expected.nextLong(), actual.nextLong());
        }
    }

    @Test
    void splitsByPathAndNotByPosition() {
        final RandomStream fresh = RandomStream.of(7);
        final RandomStream used = RandomStream.of(7);
        used.nextLong();
        assertEquals(fresh.split(3, 5).nextLong(), used.split(3, 5).nextLong());
        assertEquals(RandomStream.of(7, 3, 5).nextLong(), fresh.split(3).split(5).nextLong());
        assertNotEquals(fresh.split(3, 5).nextLong(), fresh.split(5, 3).nextLong());
        assertThrows(IllegalArgumentException.class, fresh::split);
    }

    @Test
    void givesEveryPathItsOwnNumbers() {
        final Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            firsts.add(RandomStream.of(seed).nextLong());
            for (long i = -50; i < 50; i++) {
                for (long j = 0; j < 100; j++) {
                    firsts.add(RandomStream.of(seed, i, j).nextLong());
                }
            }
        }
        assertEquals(10 + 10 * 100 * 100, firsts.size());
    }

    @Test
    void streamsOfNeighbouringPathsAreUncorrelated() {
        final int n = 200_000;
        final RandomStream a = RandomStream.of(1, 0);
        final RandomStream b = RandomStream.of(1, 1);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a.nextGaussian() * b.nextGaussian();
        }
        assertTrue(Math.abs(sum / Math.sqrt(n)) < 4, "z = " + sum / Math.sqrt(n));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 100})
    void wholeNumbersAreUniform(final int bound) {
        final RandomStream stream = RandomStream.of(11);
        final long[] counts = new long[bound];
        final long[] longCounts = new long[bound];
        final int n = 100_000;
        for (int i = 0; i < n; i++) {
            counts[stream.nextInt(bound)]++;
            longCounts[(int)stream.nextLong((long)bound)]++;
        }
        final double[] expected = new double[bound];
        Arrays.fill(expected, (double)n / bound);
        assertChiSquare(expected, counts);
        assertChiSquare(expected, longCounts);
    }

    @Test
    void boundsThatDivideNothingAreServedToo() {
        final RandomStream stream = RandomStream.of(12);
        double sum = 0;
        final int bound = 3 << 29;
        for (int i = 0; i < 100_000; i++) {
            final int value = stream.nextInt(bound);
            assertTrue(value >= 0 && value < bound);
            sum += (double)value / bound;
        }
        assertEquals(0.5, sum / 100_000, 4 * Math.sqrt(1.0 / 12 / 100_000));
        assertThrows(IllegalArgumentException.class, () -> stream.nextInt(0));
        assertThrows(IllegalArgumentException.class, () -> stream.nextLong(0));
        final long wide = 3L << 40;
        double sumOfWide = 0;
        for (int i = 0; i < 100_000; i++) {
            sumOfWide += (double)stream.nextLong(wide) / wide;
        }
        assertEquals(0.5, sumOfWide / 100_000, 4 * Math.sqrt(1.0 / 12 / 100_000));
    }

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        final RandomStream stream = RandomStream.of(13);
        final double[] moments = new double[9];
        for (int i = 0; i < MANY; i++) {
            final double z = stream.nextGaussian();
            double power = 1;
            for (int m = 0; m < moments.length; m++) {
                moments[m] += power / MANY;
                power *= z;
            }
        }
        // E z^m is (m-1)!! for even m, and its variance E z^2m - (E z^m)^2
        final double[] even = {1, 1, 3, 15, 105, 945, 10395, 135135, 2027025};
        for (int m = 1; m < moments.length; m++) {
            final double expected = m % 2 == 0 ? even[m / 2] : 0;
            final double error = Math.sqrt((even[m] - expected * expected) / MANY);
            assertTrue(Math.abs(moments[m] - expected) < 4 * error, "moment " + m + " is " + moments[m]);
        }
    }

    @Test
    void normalNumbersFillTheirBinsAndTails() {
        final RandomStream stream = RandomStream.of(14);
        final NormalDistribution normal = new NormalDistribution(0, 1);
        // bins of a quarter from -4 to 4, and what is beyond, where the ziggurat's own tail begins at 3.654
        final long[] counts = new long[34];
        for (int i = 0; i < MANY; i++) {
            counts[(int)Math.max(0, Math.min(33, Math.floor(stream.nextGaussian() * 4) + 17))]++;
        }
        final double[] expected = new double[counts.length];
        for (int b = 0; b < expected.length; b++) {
            final double low = b == 0 ? -40 : (b - 17) / 4.0;
            final double high = b == 33 ? 40 : (b - 16) / 4.0;
            expected[b] = MANY * (normal.cumulativeProbability(high) - normal.cumulativeProbability(low));
        }
        assertChiSquare(expected, counts);
    }

    @Test
    void theTailOfTheZigguratHasTheRightMassAndShape() {
        final RandomStream stream = RandomStream.of(15);
        final long[] beyond = new long[5];
        final int n = 10 * MANY;
        for (int i = 0; i < n; i++) {
            final double size = Math.abs(stream.nextGaussian());
            for (int t = 0; t < beyond.length; t++) {
                beyond[t] += size > 3.25 + t / 4.0 ? 1 : 0;
            }
        }
        for (int t = 0; t < beyond.length; t++) {
            final double p = 2 * new NormalDistribution(0, 1).cumulativeProbability(-3.25 - t / 4.0);
            final double z = (beyond[t] - n * p) / Math.sqrt(n * p);
            assertTrue(Math.abs(z) < 4, "beyond " + (3.25 + t / 4.0) + ": z = " + z);
        }
    }

    @Test
    void fillingGivesTheSameNumbersAsSingleDraws() {
        final double[] filled = new double[1000];
        RandomStream.of(16).fillGaussian(filled, 10, 990, 3, 0.5);
        final RandomStream single = RandomStream.of(16);
        for (int i = 10; i < 990; i++) {
            assertEquals(Math.fma(0.5, single.nextGaussian(), 3), filled[i]);
        }
        assertEquals(0, filled[9]);
        assertEquals(0, filled[990]);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "5, 0.5", "20, 0.1", "30, 0.9", "40, 0.5", "200, 0.06", "1000, 0.7", "100000, 0.0005"})
    void binomialNumbersHaveTheirProbabilities(final int n, final double p) {
        final RandomStream stream = RandomStream.of(17);
        final BinomialDistribution binomial = new BinomialDistribution(null, n, p);
        final int draws = 200_000;
        final int low = Math.max(0, (int)(n * p - 5 * Math.sqrt(n * p * (1 - p)) - 2));
        final int high = Math.min(n, (int)(n * p + 5 * Math.sqrt(n * p * (1 - p)) + 2));
        final long[] counts = new long[high - low + 1];
        for (int i = 0; i < draws; i++) {
            counts[(int)Math.max(0, Math.min(high - low, stream.nextBinomial(n, p) - low))]++;
        }
        final double[] expected = new double[counts.length];
        for (int b = 0; b < expected.length; b++) {
            expected[b] = draws * binomial.probability(low + b);
        }
        assertChiSquare(expected, counts);
    }

    @Test
    void binomialNumbersOfHugeSamplesHaveMeanAndVariance() {
        final RandomStream stream = RandomStream.of(18);
        final long n = 3_000_000_000L;
        final double p = 0.3;
        final int draws = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            final double z = (stream.nextBinomial(n, p) - n * p) / Math.sqrt(n * p * (1 - p));
            sum += z;
            squares += z * z;
        }
        assertTrue(Math.abs(sum / Math.sqrt(draws)) < 4);
        assertTrue(Math.abs((squares - draws) / Math.sqrt(2.0 * draws)) < 4);
    }

    @Test
    void binomialNumbersOfCertainEventsAreCertain() {
        final RandomStream stream = RandomStream.of(19);
        assertEquals(0, stream.nextBinomial(0, 0.5));
        assertEquals(0, stream.nextBinomial(100, 0));
        assertEquals(100, stream.nextBinomial(100, 1));
        assertThrows(IllegalArgumentException.class, () -> stream.nextBinomial(10, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> stream.nextBinomial(-1, 0.5));
    }

    @Test
    void multinomialCountsSumUpAndHaveMeansAndCovariances() {
        final RandomStream stream = RandomStream.of(20);
        final double[] weights = {2, 0, 3, 5};
        final int n = 50;
        final int draws = 100_000;
        final double[] sums = new double[4];
        double cross = 0;
        for (int i = 0; i < draws; i++) {
            final long[] counts = stream.nextMultinomial(n, weights);
            assertEquals(n, Arrays.stream(counts).sum());
            assertEquals(0, counts[1]);
            for (int k = 0; k < 4; k++) {
                sums[k] += counts[k];
            }
            cross += (counts[0] - n * 0.2) * (counts[2] - n * 0.3);
        }
        for (int k = 0; k < 4; k += 2) {
            final double p = weights[k] / 10;
            assertTrue(Math.abs(sums[k] - draws * n * p) < 4 * Math.sqrt(draws * n * p * (1 - p)));
        }
        // Cov = -n p q; the product's own deviation is below n sqrt(p q)
        assertTrue(Math.abs(cross / draws + n * 0.2 * 0.3) < 4 * n * Math.sqrt(0.06 / draws));
        assertThrows(IllegalArgumentException.class, () -> stream.nextMultinomial(5, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> stream.nextMultinomial(5, 1, -1));
    }

    @Test
    void everyOrderIsEquallyLikelyAfterShuffling() {
        final RandomStream stream = RandomStream.of(21);
        final long[] counts = new long[24];
        final int n = 120_000;
        for (int i = 0; i < n; i++) {
            final double[] values = {9, 0, 1, 2, 3, 9};
            stream.shuffle(values, 1, 5);
            int code = 0;
            for (int a = 1; a < 5; a++) {
                int smaller = 0;
                for (int b = a + 1; b < 5; b++) {
                    smaller += values[b] < values[a] ? 1 : 0;
                }
                code = code * (5 - a) + smaller;
            }
            counts[code]++;
            assertEquals(9, values[0]);
            assertEquals(9, values[5]);
        }
        final double[] expected = new double[24];
        Arrays.fill(expected, n / 24.0);
        assertChiSquare(expected, counts);
    }

    @Test
    void everyChoiceWithoutReplacementIsEquallyLikely() {
        final RandomStream stream = RandomStream.of(22);
        final long[] counts = new long[20];
        final long[] countsOfArray = new long[20];
        final int n = 100_000;
        for (int i = 0; i < n; i++) {
            final int[] chosen = stream.choose(5, 2);
            counts[5 * Math.min(chosen[0], chosen[1]) + Math.max(chosen[0], chosen[1])]++;
            final double[] values = {0, 1, 2, 3, 4};
            stream.partialShuffle(values, 0, 5, 2);
            countsOfArray[(int)(5 * Math.min(values[0], values[1]) + Math.max(values[0], values[1]))]++;
        }
        final double[] expected = new double[20];
        for (int a = 0; a < 5; a++) {
            for (int b = a + 1; b < 5 && 5 * a + b < 20; b++) {
                expected[5 * a + b] = n / 10.0;
            }
        }
        assertChiSquare(expected, counts);
        assertChiSquare(expected, countsOfArray);
        assertThrows(IllegalArgumentException.class, () -> stream.choose(2, 3));
    }

    /** The chi-square statistic, cells of fewer than 10 pooled, lies within four of its deviations. */
    private static void assertChiSquare(final double[] expected, final long[] counts) {
        double statistic = 0;
        int cells = 0;
        double pooledExpected = 0;
        long pooledCount = 0;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] == 0) {
                assertEquals(0, counts[i]);
            } else if (expected[i] < 10) {
                pooledExpected += expected[i];
                pooledCount += counts[i];
            } else {
                statistic += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
                cells++;
            }
        }
        if (pooledExpected >= 10) {
            statistic += (pooledCount - pooledExpected) * (pooledCount - pooledExpected) / pooledExpected;
            cells++;
        }
        final double z = cells == 1 ? 0 : (statistic - (cells - 1)) / Math.sqrt(2.0 * (cells - 1));
        assertTrue(Math.abs(z) < 4, "chi-square " + statistic + " in " + cells + " cells");
    }
}
