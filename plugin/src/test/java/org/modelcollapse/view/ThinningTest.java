package org.modelcollapse.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Thinning")
class ThinningTest {

    @Test
    @DisplayName("leaves a short line as it is")
    void shortLine() {
        assertArrayEquals(new int[]{0, 1, 2}, Thinning.indices(new double[]{5, 1, 3}, 4));
        assertArrayEquals(new int[0], Thinning.indices(new double[0], 4));
    }

    @Test
    @DisplayName("keeps first, last, and the least and largest value of every stretch, in their order")
    void longLine() {
        final double[] y = {9, 1, 5, 2, 7, 7, 7, 0};
        // stretches 1..3 and 4..6; in the second all are equal, and one is enough
        assertArrayEquals(new int[]{0, 1, 2, 4, 7}, Thinning.indices(y, 6));
    }

    @Test
    @DisplayName("never keeps more than asked for, and never loses a peak, however long the line")
    void peaks() {
        final SplittableRandom random = new SplittableRandom(8);
        for (int n = 5; n < 3_000; n += 97) {
            final double[] y = random.doubles(n).toArray();
            y[n / 2] = 5;
            y[n / 3] = -5;
            final int[] kept = Thinning.indices(y, 100);
            assertTrue(kept.length <= Math.max(100, Math.min(n, 100)), n + ": " + kept.length);
            assertEquals(0, kept[0]);
            assertEquals(n - 1, kept[kept.length - 1]);
            final int[] sorted = Arrays.stream(kept).sorted().distinct().toArray();
            assertArrayEquals(sorted, kept, "rising");
            assertEquals(5, Arrays.stream(kept).mapToDouble(i -> y[i]).max().orElseThrow());
            assertEquals(-5, Arrays.stream(kept).mapToDouble(i -> y[i]).min().orElseThrow());
        }
    }

    @Test
    @DisplayName("looks through gaps")
    void gaps() {
        final double[] y = new double[50];
        Arrays.fill(y, Double.NaN);
        y[30] = 4;
        y[33] = 2;
        final int[] kept = Thinning.indices(y, 10);
        assertTrue(Arrays.stream(kept).anyMatch(i -> i == 30) && Arrays.stream(kept).anyMatch(i -> i == 33),
            Arrays.toString(kept));
    }
}
