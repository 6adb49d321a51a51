package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Model-based hierarchical clustering against mclust's. */
class HierarchyTest {

    @ParameterizedTest
    @ValueSource(strings = {"iris", "diabetes", "thyroid", "wine"})
    // Old Faithful lies on a grid: many mergers cost the same, and rounding chooses among them
    void clustersAreThoseOfMclust(final String name) {
        final Hierarchy hierarchy =
            Hierarchy.of(FitData.of(Reference.points("../mclust/data/" + name + ".csv"), null), false, Monitor.NONE);
        for (final Map<String, String> row : Reference.table("../mclust/starts.csv")) {
            if (row.get("data").equals(name)) {
                final int k = Reference.whole(row, "k");
                assertEquals(row.get("classes"), Arrays.stream(hierarchy.labels(k))
                    .mapToObj(c -> String.valueOf(c + 1)).collect(Collectors.joining()), name + " " + k);
            }
        }
    }

    @Test
    void inOneColumnOneVarianceIsWardsMethod() {
        final FitData data = FitData.of(Points.of(0, 1, 10, 12, 30), null);
        final Hierarchy hierarchy = Hierarchy.of(data, true, Monitor.NONE);
        assertArrayEquals(new int[]{0, 0, 1, 2, 3}, hierarchy.labels(4));
        assertArrayEquals(new int[]{0, 0, 1, 1, 2}, hierarchy.labels(3));
        assertArrayEquals(new int[]{0, 0, 0, 0, 1}, hierarchy.labels(2));
        assertArrayEquals(new int[5], hierarchy.labels(1));
    }

    @Test
    void equalRowsAreTogetherFromTheBeginning() {
        final FitData data = FitData.of(Points.of(3, 1, 3, 2, 1), null);
        final Hierarchy hierarchy = Hierarchy.of(data, false, Monitor.NONE);
        assertEquals(3, hierarchy.distinctRows());
        assertArrayEquals(new int[]{0, 1, 0, 2, 1}, hierarchy.labels(3));
    }

    @Test
    void canBeCancelled() {
        final FitData data = FitData.of(RandomCases.data(500, 3, 2, RandomStream.of(1)), null);
        final Monitor impatient = new Monitor() {
            @Override
            public void progress(final double fraction, final java.util.function.Supplier<String> message) {
                // of no interest
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class, () -> Hierarchy.of(data, false, impatient));
    }

    @Test
    void ofManyRowsAPartIsClusteredAndTheFitIsOfAll() {
        final Points data = RandomCases.data(5000, 3, 2, RandomStream.of(2));
        final FitSettings settings = FitSettings.converged(3).withStart(Start.hierarchical());
        final Fit fit = Fitter.fit(data, settings, RandomStream.of(3));
        assertEquals(fit, Fitter.fit(data, settings.withThreads(3), RandomStream.of(3)));
        assertEquals(fit.mixture().meanLogLikelihood(data), fit.score(), 1e-12);
    }
}
