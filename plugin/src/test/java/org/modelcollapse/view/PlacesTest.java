package org.modelcollapse.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @Test
    @DisplayName("few points all stay")
    void few() {
        assertArrayEquals(new int[]{0, 1, 2, 3, 4}, Places.of(5, 5));
        assertArrayEquals(new int[0], Places.of(0, 4));
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "1000, 25", "2000, 400", "2000000000, 400"})
    @DisplayName("of many the first, the last, and others that leave no wide gap on either axis")
    void many(final int n, final int most) {
        final int[] places = Places.of(n, most);
        assertEquals(0, places[0]);
        assertEquals(n - 1, places[places.length - 1]);
        assertTrue(places.length <= most && places.length > most / 3, places.length + " of " + most);
        assertTrue(IntStream.range(1, places.length).allMatch(i -> places[i] > places[i - 1]), "rising");
        final double widest =
            IntStream.range(1, places.length).mapToDouble(i -> (double)places[i] - places[i - 1]).max().orElseThrow();
        assertTrue(widest <= 2.5 * n / most + 1, "linear gap " + widest);
        // generation = index + 1; generations are whole numbers, so that near the first ratios are rough
        final double ratio = IntStream.range(1, places.length)
            .mapToDouble(i -> (places[i] + 1.0) / (places[i - 1] + 1.0)).max().orElseThrow();
        assertTrue(ratio <= Math.max(2, 1.5 * Math.pow(n, 3.0 / most)), "ratio " + ratio);
    }
}
