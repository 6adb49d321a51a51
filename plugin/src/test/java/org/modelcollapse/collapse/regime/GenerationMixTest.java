package org.modelcollapse.collapse.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.collapse.regime.GenerationMix.Counts;

class GenerationMixTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 0,    1,    0,    10000, 0",
        "10000, 0.1,  0.7,  1000, 7000,  2000",
        "100,   0.29, 0.57, 28,   56,    16", // both doubles lie just below: truncation as in the post
        "7,     0.5,  0.5,  3,    3,     1",
        "5,     0,    0,    0,    0,     5",
        "5,     1,    0,    5,    0,     0",
        "1,     0.9,  0.1,  0,    0,     1",
    })
    void countsAreTruncatedAndTheRestIsCurrent(final int n, final double original, final double fitted,
        final int fromOriginal, final int fromFitted, final int fromCurrent) {
        final Counts counts = GenerationMix.of(original, fitted).counts(n);
        assertEquals(new Counts(fromOriginal, fromFitted, fromCurrent), counts);
        assertEquals(n, counts.total());
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0", "0, -1e-300", "1.1, 0", "0, 1.0000001", "NaN, 0", "0, NaN", "Infinity, 0"})
    void aRatioOutsideZeroToOneIsRefused(final double original, final double fitted) {
        final var error = assertThrows(IllegalArgumentException.class, () -> GenerationMix.of(original, fitted));
        assertTrue(error.getMessage().startsWith("Invalid ratio"), error.getMessage());
    }

    @Test
    void ratiosThatLeaveNothingAreRefusedWithTheNumbers() {
        final var error = assertThrows(IllegalArgumentException.class, () -> GenerationMix.of(0.75, 0.5));
        assertEquals("Invalid ratio: original 0.75 and fitted 0.5 add up to 1.25, which leaves -0.25 for the current"
            + " set; lower one of them so that they add up to 1 at most", error.getMessage());
    }

    @Test
    void ratiosThatAddUpToOneButForRoundingAreTaken() {
        assertEquals(new Counts(3, 7, 0), GenerationMix.of(0.3, 0.7).counts(10));
        assertEquals(10, GenerationMix.of(0.30000000000000004, 0.7).counts(10).total());
    }

    @ParameterizedTest
    @CsvSource({"0.5000000000004, 0.5000000000004", "1, 9e-13", "0.9, 0.1000000000009"})
    void theRestIsNeverNegativeWhateverTheRounding(final double original, final double fitted) {
        for (final int n : new int[] {1, 2, 3, 10, 999_999_937, Integer.MAX_VALUE}) {
            final Counts counts = GenerationMix.of(original, fitted).counts(n);
            assertTrue(counts.current() >= 0 && counts.total() == n, counts.toString());
        }
    }

    @Test
    void aTrainingSetHasAtLeastOnePoint() {
        assertThrows(IllegalArgumentException.class, () -> GenerationMix.FITTED_ONLY.counts(0));
        assertThrows(IllegalArgumentException.class, () -> new Counts(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Counts(1, -1, 1));
    }
}
