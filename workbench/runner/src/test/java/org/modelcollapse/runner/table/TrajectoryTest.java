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
import org.modelcollapse.picture.Trajectory;
import org.modelcollapse.picture.Table;

class TrajectoryTest {

    private static Optional<Trajectory> trajectory(final Table table) throws IOException {
        final Trajectory.Collector collector = Trajectory.Collector.of(table).orElseThrow();
        table.read(collector);
        return collector.result();
    }

    @Test
    void aLoopEndsTableIsOneDimensionWithASeriesAComponent() throws IOException {
        final Trajectory trajectory = trajectory(TestTable.of("Generation:int, Variance 1:real, Variance 2:real, Sd 1:real, Total variance:real, Expected total variance:real",
            row(1, 1.0, 1.1, 1.0, 5.0, 4.9), row(2, 0.9, 1.2, 0.9, 4.8, null))).orElseThrow();
        assertArrayEquals(new double[] {1, 2}, trajectory.generations());
        assertEquals(List.of(""), trajectory.dimensions().stream().map(Trajectory.Dimension::name).toList());
        assertArrayEquals(new double[] {1.0, 0.9}, trajectory.dimensions().get(0).variances().get(0));
        assertArrayEquals(new double[] {1.1, 1.2}, trajectory.dimensions().get(0).variances().get(1));
        assertArrayEquals(new double[] {5.0, 4.8}, trajectory.total().orElseThrow());
        assertArrayEquals(new double[] {4.9, Double.NaN}, trajectory.expected().orElseThrow());
    }

    @Test
    void severalDimensionsAreToldApartByTheNameInBrackets() throws IOException {
        final Trajectory trajectory = trajectory(TestTable.of(
            "Generation:int, Variance 1 (eruptions):real, Variance 1 (waiting (min)):real, Variance 2 (eruptions):real, Variance 2 (waiting (min)):real",
            row(1, 0.1, 30.0, 0.2, 35.0))).orElseThrow();
        assertEquals(List.of("eruptions", "waiting (min)"), trajectory.dimensions().stream().map(Trajectory.Dimension::name).toList());
        assertArrayEquals(new double[] {0.2}, trajectory.dimensions().get(0).variances().get(1));
        assertTrue(trajectory.total().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Generation:real, Variance 1:real", "Variance 1:real", "Generation:int, Variance 1", "Generation:int, Value:real", "Generation:int, Total variance:real"})
    void tablesWithOtherColumnsAreNoTrajectory(final String header) {
        assertTrue(Trajectory.Collector.of(TestTable.of(header)).isEmpty());
    }

    @Test
    void aTableOfSeveralRunsIsNoTrajectory() throws IOException {
        assertTrue(trajectory(TestTable.of("Generation:int, Variance 1:real", row(1, 1.0), row(2, 0.9), row(1, 1.0), row(2, 0.8))).isEmpty());
    }

    @Test
    void aTableWithoutRowsIsNoTrajectory() throws IOException {
        assertTrue(trajectory(TestTable.of("Generation:int, Variance 1:real")).isEmpty());
    }
}
