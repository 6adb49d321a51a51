package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Component table")
class ComponentTableTest {

    private static ComponentTable table(final double... weights) {
        final double[] means = new double[weights.length];
        final double[] sds = new double[weights.length];
        Arrays.fill(sds, 1);
        return new ComponentTable(GaussianMixture.of(weights, means, sds));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 50, 1000})
    @DisplayName("gives every component its share")
    void shares(final int k) {
        final double[] weights = new double[k];
        Arrays.setAll(weights, c -> c % 3 == 0 ? 1 + c : c % 3 == 1 ? 0.01 : 0);
        final double sum = DoubleStream.of(weights).sum();
        Arrays.setAll(weights, c -> weights[c] / sum);
        final ComponentTable table = table(weights);
        final RandomStream random = RandomStream.of(1);
        final int n = 400_000;
        final int[] counts = new int[k];
        for (int i = 0; i < n; i++) {
            counts[table.component(random.nextLong())]++;
        }
        double square = 0;
        int cells = 0;
        for (int c = 0; c < k; c++) {
            final double expected = n * weights[c];
            if (expected == 0) {
                assertEquals(0, counts[c], "component " + c + " has no weight");
            } else {
                square += (counts[c] - expected) * (counts[c] - expected) / expected;
                cells++;
            }
        }
        // chi-square has the mean df; its variance is 2 df plus, for rare cells, the sum of 1 / (n p)
        double variance = 2.0 * (cells - 1);
        for (final double weight : weights) {
            variance += weight > 0 ? 1 / (n * weight) : 0;
        }
        assertTrue(Math.abs(square - (cells - 1)) <= 4 * Math.sqrt(variance), "chi-square " + square + " of " + cells);
    }

    @Test
    @DisplayName("never gives a component without weight, wherever it stands")
    void endsOfTheRange() {
        final ComponentTable table = table(0, 0.1, 0, 0.2, 0.7, 0);
        assertEquals(1, table.component(0));
        assertEquals(4, table.component(-1));
    }

    @Test
    @DisplayName("cuts where the cumulated weights say")
    void cuts() {
        final ComponentTable table = table(0.25, 0.75);
        final long quarter = 1L << 62;
        assertEquals(0, table.component(quarter - 1));
        assertEquals(1, table.component(quarter));
    }
}
