package org.modelcollapse.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.gmm.GaussianMixture;

@DisplayName("Histogram")
class HistogramTest {

    private static double[] normals(final int n, final double mean, final double sd) {
        final SplittableRandom random = new SplittableRandom(3);
        final double[] values = new double[n];
        Arrays.setAll(values, i -> mean + sd * random.nextGaussian());
        return values;
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "15, 5", "1000, 20", "10000, 44", "64000, 80", "1000000000000, 80"})
    @DisplayName("has as many bins as Rice's rule says, from 5 to 80")
    void bins(final long n, final int bins) {
        assertEquals(bins, Histogram.bins(n));
    }

    @Test
    @DisplayName("counts each value once, the largest in the last bin")
    void counts() {
        final Histogram histogram = Histogram.of(new double[]{0, 0.9, 1, 2.5, 4.999, 5}, null);
        assertEquals(0, histogram.lower());
        assertEquals(1, histogram.width());
        assertEquals(5, histogram.upper());
        assertArrayEquals(new double[]{2, 1, 1, 0, 2}, histogram.counts());
    }

    @Test
    @DisplayName("adds up weights")
    void weights() {
        final Histogram histogram = Histogram.of(new double[]{0, 0.5, 5}, new double[]{0.25, 2, 4});
        assertArrayEquals(new double[]{2.25, 0, 0, 0, 4}, histogram.counts());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, 1e-300, 7e12})
    @DisplayName("of values that are all the same is one bin around them")
    void onePlace(final double value) {
        final Histogram histogram = Histogram.of(new double[]{value, value, value}, null);
        assertArrayEquals(new double[]{3}, histogram.counts());
        assertTrue(histogram.lower() <= value && value <= histogram.upper(), histogram.toString());
        assertArrayEquals(new double[]{6}, Histogram.of(new double[]{value, value}, new double[]{2, 4}).counts());
    }

    @Test
    @DisplayName("of values with hardly a number between them is one bin too")
    void hardlyApart() {
        final double value = 1e6;
        assertEquals(1, Histogram.of(new double[]{value, Math.nextUp(value)}, null).counts().length);
    }

    @Test
    @DisplayName("needs a value and a width, and keeps its counts to itself")
    void refuses() {
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(new double[0], null));
        assertThrows(IllegalArgumentException.class, () -> new Histogram(0, Double.NaN, new double[1]));
        final Histogram histogram = new Histogram(0, 1, new double[]{1});
        histogram.counts()[0] = 9;
        assertEquals(new Histogram(0, 1, new double[]{1}), histogram);
    }

    @Test
    @DisplayName("counted while drawing: every value once, each within a bin's width of where it is")
    void streamed() {
        final double[] values = normals(20_000, 50, 2);
        final GaussianMixture mixture =
            GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{0, 50}, new double[]{1, 2});
        final StreamedHistogram streamed = StreamedHistogram.of(mixture, 0);
        Arrays.stream(values).forEach(streamed::add);
        final Histogram histogram = streamed.finish();
        final double[] counts = histogram.counts();
        assertEquals(20_000, Arrays.stream(counts).sum());
        assertTrue(counts.length <= Histogram.bins(20_000) && counts.length > Histogram.bins(20_000) / 2,
            counts.length + " bins");
        // the cumulated counts at each edge are those of the values; narrow bins know the edges to rounding only
        double below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i];
            final double edge = histogram.lower() + (i + 1) * histogram.width();
            assertEquals(Arrays.stream(values).filter(v -> v < edge).count(), below, 1);
        }
    }

    @Test
    @DisplayName("counted while drawing: values beyond six standard deviations go to the ends")
    void beyond() {
        final StreamedHistogram streamed =
            StreamedHistogram.of(GaussianMixture.of(new double[]{1}, new double[]{0}, new double[]{1}), 0);
        streamed.add(-1e9);
        streamed.add(0);
        streamed.add(1e9);
        final Histogram histogram = streamed.finish();
        assertEquals(3, Arrays.stream(histogram.counts()).sum());
        assertEquals(-6, histogram.lower(), 1e-12);
        assertEquals(6, histogram.upper(), histogram.width());
    }
}
