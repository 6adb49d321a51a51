package org.modelcollapse.runner.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modelcollapse.runner.table.TestTable.row;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.picture.Samples;
import org.modelcollapse.picture.Table;

class SamplesTest {

    private static Optional<Samples> samples(final Table table) throws IOException {
        final Samples.Collector collector = Samples.Collector.of(table).orElseThrow();
        table.read(collector);
        return collector.result();
    }

    @Test
    void theLowestAndTheHighestGenerationAreKept() throws IOException {
        final Samples samples = samples(TestTable.of("Generation:int, Value:real", row(1, 1.0), row(1, 2.0), row(500, 7.0), row(2000, 3.0), row(2000, 4.0))).orElseThrow();
        assertEquals(List.of("Value"), samples.columns());
        assertEquals(1, samples.first().number());
        assertArrayEquals(new double[] {1, 2}, samples.first().values().get(0));
        assertEquals(2000, samples.last().number());
        assertArrayEquals(new double[] {3, 4}, samples.last().values().get(0));
    }

    @Test
    void theOrderOfTheGenerationsDoesNotMatter() throws IOException {
        final Samples samples = samples(TestTable.of("x:real, Generation:int, y:real", row(3.0, 3, 30.0), row(1.0, 1, 10.0), row(2.0, 2, 20.0))).orElseThrow();
        assertEquals(List.of("x", "y"), samples.columns());
        assertArrayEquals(new double[] {10}, samples.first().values().get(1));
        assertArrayEquals(new double[] {3}, samples.last().values().get(0));
    }

    @Test
    void aSingleGenerationIsFirstAndLast() throws IOException {
        final Samples samples = samples(TestTable.of("Generation:int, Value:real", row(4, 1.0))).orElseThrow();
        assertEquals(samples.first().number(), samples.last().number());
        assertArrayEquals(samples.first().values().get(0), samples.last().values().get(0));
    }

    @Test
    void rowsThatCannotBeDrawnAreLeftOut() throws IOException {
        final Samples samples = samples(TestTable.of("Generation:int, Value:real", row(1, null), row(null, 1.0), row(1, Double.NaN), row(1, 2.0),
            row(2, Double.POSITIVE_INFINITY))).orElseThrow();
        assertArrayEquals(new double[] {2}, samples.first().values().get(0));
        assertEquals(1, samples.last().number());
    }

    @Test
    void withoutUsableRowsThereAreNoSamples() throws IOException {
        assertTrue(samples(TestTable.of("Generation:int, Value:real", row(1, null))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Value:real", "Generation:int", "Generation:int, Name", "Generation:int, Value:real, Name", "Generation:int, Variance 1:real", "Generation:int, Variance 1 (x):real, Mean:real"})
    void otherTablesHoldNoSamples(final String header) {
        assertTrue(Samples.Collector.of(TestTable.of(header)).isEmpty());
    }
}
