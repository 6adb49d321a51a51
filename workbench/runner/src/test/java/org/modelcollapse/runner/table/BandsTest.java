package org.modelcollapse.runner.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modelcollapse.runner.table.TestTable.row;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.modelcollapse.picture.Bands.Statistic;
import org.modelcollapse.picture.Bands;
import org.modelcollapse.picture.Table;

class BandsTest {

    private static final List<String> STATISTICS = List.of("median", "mean", "expected", "5 %", "lower quartile", "upper quartile", "95 %", "z");

    private static String header(final String... numbers) {
        return "Scenario, Generation:int, Runs:int, "
            + Stream.of(numbers).flatMap(n -> STATISTICS.stream().map(s -> n + " " + s + ":real")).collect(Collectors.joining(", "));
    }

    private static Optional<Bands> bands(final Table table) throws IOException {
        final Bands.Collector collector = Bands.Collector.of(table).orElseThrow();
        table.read(collector);
        return collector.result();
    }

    @Test
    void eachScenarioHasItsGenerationsAndStatistics() throws IOException {
        final Bands bands = bands(TestTable.of(header("Total variance"), row("a", 1, 9, 1.0, 1.1, 1.2, 0.1, 0.5, 1.5, 1.9, -0.3), row("a", 5, 9, 2.0, 2.1, 2.2, 0.2, 0.6, 2.5, 2.9, 0.4),
            row("b", 1, 9, 3.0, 3.1, null, 0.3, 0.7, 3.5, 3.9, null))).orElseThrow();
        assertEquals(List.of("a", "b"), bands.scenarios().stream().map(Bands.Scenario::name).toList());
        assertArrayEquals(new double[] {1, 5}, bands.scenarios().get(0).generations());
        assertArrayEquals(new double[] {1.1, 2.1}, bands.scenarios().get(0).of("Total variance", Statistic.MEAN));
        assertArrayEquals(new double[] {-0.3, 0.4}, bands.scenarios().get(0).of("Total variance", Statistic.Z));
        assertTrue(bands.scenarios().get(0).hasLaw("Total variance"));
        assertFalse(bands.scenarios().get(1).hasLaw("Total variance"));
        assertEquals("Total variance", bands.subject());
    }

    @Test
    void diversityIsTheSubjectWhereItHasALaw() throws IOException {
        final Table with = TestTable.of(header("Total variance", "Diversity of weights"), row("a", 1, 9, 1.0, 1.1, 1.2, 0.1, 0.5, 1.5, 1.9, -0.3, 1.0, 1.1, 1.2, 0.1, 0.5, 1.5, 1.9, -0.3));
        assertEquals("Diversity of weights", bands(with).orElseThrow().subject());
        final Table without =
            TestTable.of(header("Total variance", "Diversity of weights"), row("a", 1, 9, 1.0, 1.1, 1.2, 0.1, 0.5, 1.5, 1.9, -0.3, 1.0, 1.1, null, 0.1, 0.5, 1.5, 1.9, null));
        assertEquals("Total variance", bands(without).orElseThrow().subject());
    }

    @Test
    void otherTablesAreNone() throws IOException {
        assertEquals(Optional.empty(), Bands.Collector.of(TestTable.of("Scenario, Generation:int, Total variance:real")));
        assertEquals(Optional.empty(), Bands.Collector.of(TestTable.of(header("Total variance").replace("Scenario", "Name"))));
        assertEquals(Optional.empty(), bands(TestTable.of(header("Total variance"))));
    }
}
