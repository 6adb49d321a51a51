package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modelcollapse.gmm.MixtureSampler.Order;

/** Samples have the distribution of the mixture, in the order asked for, however they are taken. */
class MixtureSamplerTest {

    private static final GaussianMixture LINE =
        GaussianMixture.of(new double[]{0.2, 0, 0.8}, new double[]{-3, 100, 1}, new double[]{0.5, 1, 2});

    private static final GaussianMixture PLANE = GaussianMixture.of(CovarianceType.FULL, new double[]{0.4, 0.6},
        new double[][]{{0, 0}, {3, -2}}, new double[][][]{{{1, 0.8}, {0.8, 1}}, {{2, -0.5}, {-0.5, 0.25}}});

    /** Four grouped values of {@link #LINE} for seed 42, and four shuffled ones, written down once. */
    private static final double[][] FROZEN = {
        {-2.546909264736534, 0.9062909824682679, -0.3802531782661056, -0.3419074252377128},
        {2.8123629410538644, -0.3802531782661056, -1.5632368542379447, -3.778417654029834}};

    @ParameterizedTest
    @EnumSource
    void everyComponentHasItsShareMeanAndVariance(final Order order) {
        final int n = 400_000;
        final MixtureSampler.Labelled sample =
            MixtureSampler.of(PLANE).sampleLabelled(n, order, RandomStream.of(1));
        for (int k = 0; k < 2; k++) {
            double count = 0;
            final double[] sum = new double[2];
            final double[] squares = new double[3];
            for (int i = 0; i < n; i++) {
                if (sample.components()[i] == k) {
                    count++;
                    final double a = sample.points().get(i, 0) - PLANE.mean(k, 0);
                    final double b = sample.points().get(i, 1) - PLANE.mean(k, 1);
                    sum[0] += a;
                    sum[1] += b;
                    squares[0] += a * a;
                    squares[1] += a * b;
                    squares[2] += b * b;
                }
            }
            final double p = PLANE.weight(k);
            assertZ(count - n * p, n * p * (1 - p));
            final double xx = PLANE.covariance(k, 0, 0);
            final double xy = PLANE.covariance(k, 0, 1);
            final double yy = PLANE.covariance(k, 1, 1);
            assertZ(sum[0], count * xx);
            assertZ(sum[1], count * yy);
            assertZ(squares[0] - count * xx, 2 * count * xx * xx);
            assertZ(squares[1] - count * xy, count * (xx * yy + xy * xy));
            assertZ(squares[2] - count * yy, 2 * count * yy * yy);
        }
    }

    private static void assertZ(final double deviation, final double variance) {
        assertTrue(Math.abs(deviation / Math.sqrt(variance)) < 4, "z = " + deviation / Math.sqrt(variance));
    }

    @Test
    void valuesFollowTheDistributionFunction() {
        final int n = 100_000;
        final double[] values = MixtureSampler.of(LINE).sample(n, RandomStream.of(2)).column(0);
        java.util.Arrays.sort(values);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(LINE.cdf(values[i]) - (i + 0.5) / n));
        }
        // Kolmogorov: a deviation beyond 2.3 / sqrt(n) has a probability of 5e-5
        assertTrue(largest < 2.3 / Math.sqrt(n), "Kolmogorov distance " + largest);
    }

    @Test
    void groupedRowsComeComponentByComponent() {
        final int[] components =
            MixtureSampler.of(LINE).sampleLabelled(1000, Order.GROUPED, RandomStream.of(3)).components();
        for (int i = 1; i < components.length; i++) {
            assertTrue(components[i - 1] <= components[i]);
            assertTrue(components[i] != 1);
        }
    }

    @Test
    void shuffledRowsAreExchangeable() {
        // by chance alone, the components of neighbours agree as often as the weights say
        final int n = 100_000;
        final int[] components =
            MixtureSampler.of(LINE).sampleLabelled(n, Order.SHUFFLED, RandomStream.of(4)).components();
        int agree = 0;
        int firstHalf = 0;
        for (int i = 1; i < n; i++) {
            agree += components[i] == components[i - 1] ? 1 : 0;
            firstHalf += i < n / 2 && components[i] == 0 ? 1 : 0;
        }
        final double p = 0.2 * 0.2 + 0.8 * 0.8;
        assertZ(agree - n * p, 4 * n * p * (1 - p));
        assertZ(firstHalf - n / 2 * 0.2, n / 2 * 0.16);
    }

    @ParameterizedTest
    @EnumSource
    void piecesMakeNoDifference(final Order order) {
        for (final GaussianMixture mixture : List.of(LINE, PLANE)) {
            final Points whole = MixtureSampler.of(mixture).sample(5000, order, RandomStream.of(5));
            final SampleStream stream = MixtureSampler.of(mixture).stream(5000, order, RandomStream.of(5));
            final double[][] columns = new double[mixture.dimension()][5000];
            int at = 0;
            for (int size = 1; stream.remaining() > 0; size = size * 2 + 1) {
                final int to = (int)Math.min(5000, at + (long)size);
                stream.next(columns, null, at, to);
                at = to;
            }
            assertEquals(whole, Points.wrap(columns));
            assertThrows(IllegalArgumentException.class, () -> stream.next(columns, null, 0, 1));
        }
    }

    @Test
    void fillingGivesTheSameValuesAsSampling() {
        final double[] values = new double[1002];
        MixtureSampler.of(LINE).fill(values, 1, 1001, RandomStream.of(6));
        final double[] sampled = MixtureSampler.of(LINE).sample(1000, RandomStream.of(6)).column(0);
        assertArrayEquals(sampled, java.util.Arrays.copyOfRange(values, 1, 1001));
        assertThrows(IllegalArgumentException.class,
            () -> MixtureSampler.of(PLANE).fill(values, 0, 1, RandomStream.of(6)));
    }

    @ParameterizedTest
    @EnumSource
    void theNumbersOfASeedStayTheSameForEver(final Order order) {
        // our own numbers, written down once: whoever changes them changes every seeded result of every user
        final double[] values = MixtureSampler.of(LINE).sample(4, order, RandomStream.of(42)).column(0);
        assertArrayEquals(FROZEN[order.ordinal()], values);
    }
}
