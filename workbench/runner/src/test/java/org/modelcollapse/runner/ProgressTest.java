package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private final Progress progress = new Progress(() -> now);

    @Test
    void nothingIsSaidBeforeANodeReports() {
        assertEquals(Optional.empty(), progress.line());
    }

    @Test
    void aCountGivesRateAndTimeLeft() {
        progress.update("Loop Start", "Generation 1 of 2000", 0.0);
        assertEquals("Loop Start: Generation 1 of 2000", progress.line().orElseThrow());
        now += 2 * SECOND;
        progress.update("Loop Start", "Generation 501 of 2000", 0.25);
        assertEquals("Loop Start: Generation 501 of 2000, 250 per s, 6 s left", progress.line().orElseThrow());
    }

    @Test
    void aNodeThatTellsTheTimeLeftIsBelieved() {
        progress.update("Experiment", "Scenario 1/2, 900 generations/s, 40 s left", 0.4);
        now += 2 * SECOND;
        progress.update("Experiment", "Scenario 2/2, 900 generations/s, 38 s left", 0.5);
        assertEquals("Experiment: Scenario 2/2, 900 generations/s, 38 s left", progress.line().orElseThrow());
    }

    @Test
    void theRateIsThatOfTheLastTenSeconds() {
        progress.update("Loop Start", "Generation 1 of 10000", null);
        for (int i = 1; i <= 100; i++) {
            now += SECOND;
            progress.update("Loop Start", "Generation " + (i <= 50 ? i : 50 + (i - 50) * 20) + " of 10000", null);
        }
        assertEquals("Loop Start: Generation 1050 of 10000, 20 per s, 7 min 28 s left", progress.line().orElseThrow());
    }

    @Test
    void aFractionGivesPercentAndTimeLeft() {
        progress.update("Fit GMM", "Restart 1", 0.1);
        now += 10 * SECOND;
        progress.update("Fit GMM", "Restart 1", 0.2);
        assertEquals("Fit GMM: Restart 1, 20 %, 1 min 20 s left", progress.line().orElseThrow());
    }

    @Test
    void aCountStaysInViewWhileOtherNodesReport() {
        progress.update("Loop Start", "Generation 7 of 20", null);
        now += SECOND;
        progress.update("Fit GMM", "Iteration", 0.5);
        assertEquals("Loop Start: Generation 7 of 20", progress.line().orElseThrow());
        now += 5 * SECOND;
        progress.update("Fit GMM", "Iteration", 0.5);
        assertEquals("Fit GMM: Iteration, 50 %", progress.line().orElseThrow());
    }

    @Test
    void aCountThatBeginsAnewHasNoRateYet() {
        progress.update("Loop Start", "Generation 19 of 20", null);
        now += SECOND;
        progress.update("Loop Start", "Generation 20 of 20", null);
        now += SECOND;
        progress.update("Loop Start", "Generation 1 of 20", null);
        assertEquals("Loop Start: Generation 1 of 20", progress.line().orElseThrow());
    }

    @Test
    void aNodeWithoutMessageIsNamed() {
        progress.update("Sample GMM", null, null);
        assertEquals("Sample GMM", progress.line().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0.2,1 s", "59.9,1 min 0 s", "61,1 min 1 s", "3600,1 h 0 min", "7384,2 h 3 min"})
    void timesAreShort(final double seconds, final String text) {
        assertEquals(text, Progress.duration(seconds));
    }
}
