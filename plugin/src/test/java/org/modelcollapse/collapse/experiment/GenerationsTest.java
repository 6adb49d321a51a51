package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.GaussianMixture;

class GenerationsTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 3, 1 2 3", "2, 5, 1 3 5", "2, 6, 1 3 5 6", "7, 7, 1 7", "9, 3, 1 3", "2147483647, 2147483647, 1 2147483647"})
    void everyNthHasTheFirstAndTheLast(final int every, final int last, final String expected) {
        final int[] numbers = IntStream.of(List.of(expected.split(" ")).stream().mapToInt(Integer::parseInt).toArray()).toArray();
        final Generations generations = Generations.every(every, last);
        assertArrayEquals(numbers, generations.stream().toArray());
        assertEquals(numbers.length, generations.count());
        assertArrayEquals(numbers, IntStream.concat(IntStream.range(-1, 12), IntStream.of(Integer.MAX_VALUE))
            .filter(generations::contains).toArray());
    }

    @Test
    void numbersAreSortedAndDistinct() {
        assertArrayEquals(new int[]{1, 4}, Generations.of(List.of(4, 1, 4)).stream().toArray());
        assertEquals(0, Generations.none().count());
        assertThrows(IllegalArgumentException.class, () -> Generations.of(List.of(0)));
        assertThrows(IllegalArgumentException.class, () -> Generations.every(0, 5));
        assertThrows(IllegalArgumentException.class, () -> Generations.every(5, 0));
    }

    /** As a list, 400,000,000 numbers took a minute and then the memory, before anything was executed. */
    @Test
    void theSizeOfARunThatKeepsHundredsOfMillionsIsKnownWithoutListingThem() {
        final Original original =
            Original.of(GaussianMixture.of(new double[]{1}, new double[]{0}, new double[]{1}));
        final Scenario scenario =
            Scenario.of("long", original, 10, Regime.replace(), new GaussianLearner(0), 400_000_000)
                .withKept(Generations.every(1, 400_000_000), 3);
        assertEquals(3 * 4_000_000_000L, Experiment.of(1, 5, List.of(scenario)).size().keptValues());
    }
}
