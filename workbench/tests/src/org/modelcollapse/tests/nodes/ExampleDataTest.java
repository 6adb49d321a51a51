package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;

@DisplayName("Mixture Example Data")
class ExampleDataTest {

    private static double mean(final Table table, final String column) {
        return Arrays.stream(table.numbers(column)).average().orElseThrow();
    }

    @Test
    @DisplayName("gives the published data sets: their sizes and means as R's faithful, MASS::galaxies and iris have them")
    void dataSets() {
        try (Canvas canvas = new Canvas()) {
            final var faithful = canvas.add(Canvas.EXAMPLE);
            final var galaxies = canvas.add(Canvas.EXAMPLE).set("dataSet", "GALAXIES");
            final var iris = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS");
            canvas.execute();
            assertEquals(272, faithful.out(1).size());
            assertEquals(3.487783, mean(faithful.out(1), "Eruption (min)"), 5e-7);
            assertEquals(70.89706, mean(faithful.out(1), "Waiting (min)"), 5e-6);
            assertEquals(82, galaxies.out(1).size());
            // R: mean(MASS::galaxies) is 20828.17 km/s
            assertEquals(20.82817, mean(galaxies.out(1), "Velocity (1000 km/s)"), 5e-6);
            assertEquals(150, iris.out(1).size());
            assertEquals(5.843333, mean(iris.out(1), "Sepal length (cm)"), 5e-7);
            assertEquals(3.057333, mean(iris.out(1), "Sepal width (cm)"), 5e-7);
            assertEquals(3.758, mean(iris.out(1), "Petal length (cm)"), 5e-7);
            assertEquals(1.199333, mean(iris.out(1), "Petal width (cm)"), 5e-7);
            assertEquals("virginica", iris.out(1).cell(149, "Species").toString());
        }
    }

    @Test
    @DisplayName("takes out a share of the measurements, as the seed says, and no species")
    void missing() {
        try (Canvas canvas = new Canvas()) {
            final var first = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS").set("missing", 0.2);
            final var again = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS").set("missing", 0.2);
            final var other = canvas.add(Canvas.EXAMPLE).set("dataSet", "IRIS").set("missing", 0.2).set("random/seed", 2L);
            canvas.execute();
            final long gaps = first.out(1).rows().stream().flatMap(List::stream).filter(DataCell::isMissing).count();
            // binomial: 600 measurements, 120 gaps expected, standard deviation 9.8
            assertEquals(120, gaps, 4 * 9.8);
            assertTrue(IntStream.range(0, 150).noneMatch(i -> first.out(1).cell(i, "Species").isMissing()));
            assertEquals(first.out(1).text(), again.out(1).text());
            assertNotEquals(first.out(1).text(), other.out(1).text());
            assertTrue(first.refusal("missing", 1.0).contains("Give a share from 0 to below 1"));
        }
    }
}
