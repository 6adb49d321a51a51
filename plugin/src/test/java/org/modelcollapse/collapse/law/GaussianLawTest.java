package org.modelcollapse.collapse.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.distance.MixtureDistance;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.Replicates;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.Simulation;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;

class GaussianLawTest {

    private static final int N = 50;

    private static final int T = 100;

    @Test
    void divisorNMinusOneGivesTheTabulatedValues() {
        final GaussianLaw law = GaussianLaw.of(N, 1, 1);
        assertEquals(1, law.expectedVariance(T));
        assertEquals(.6004, law.expectedSd(T), 5e-5);
        assertEquals(-2.0547, law.expectedLogVariance(T), 5e-5);
        assertEquals(4.166, law.varianceOfLogVariance(T), 5e-4);
        assertEquals(2, law.varianceOfMean(T), 1e-15);
        assertEquals(2.799, law.expectedSquaredWasserstein2(T), 5e-4);
        assertEquals(2.027, law.expectedKullbackLeibler(T), 5e-4);
        assertEquals(.1570, law.probabilityWidened(T), 5e-5);
    }

    @Test
    void maximumLikelihoodGivesTheTabulatedValues() {
        final GaussianLaw law = GaussianLaw.of(N, 0, 1);
        assertEquals(Math.pow(.98, T), law.expectedVariance(T), 1e-15);
        assertEquals(1 - Math.pow(.98, T), law.varianceOfMean(T), 1e-15);
        assertEquals(-4.075, law.expectedLogVariance(T), 5e-4);
        assertEquals(1.5627, law.expectedSquaredWasserstein2(T), 5e-5);
        assertEquals(2.0375, law.expectedKullbackLeibler(T), 5e-5);
    }

    @ParameterizedTest
    @CsvSource({"10, 3.1, .05", "100, 34.3, .05", "1000, 346, .5", "10000, 3465, .5"})
    void medianHalfLives(final int n, final double halfLife, final double rounding) {
        assertEquals(halfLife, GaussianLaw.of(n, 0, 1).medianHalfLife(), rounding);
        assertEquals(n * Math.log(2), GaussianLaw.of(n, 1, 1).medianHalfLife(), 1);
    }

    /** Half of the runs have passed the level by then: four standard errors of that share, and a whole generation. */
    @ParameterizedTest
    @CsvSource({"10, 0, .5", "10, 1, .1", "50, 0, .1", "50, 1, .5", "200, 0, .5", "200, 1, .1"})
    void medianTimesToFallBelowAShare(final int n, final int ddof, final double share) throws IOException {
        final int runs = 2000;
        final GaussianMixture original = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        final double median = GaussianLaw.of(n, ddof, 3).medianTimeBelow(share);
        final int generations = (int)median + 2;
        final Experiment experiment = Experiment.of(12, runs, List.of(Scenario.of("a", Original.of(original), n,
            Regime.replace(), new GaussianLearner(ddof), generations).withCollapseShare(share)
            .withMetrics(Set.of(Metric.TOTAL_VARIANCE), generations)));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        int before = 0;
        int after = 0;
        for (int r = 0; r < runs; r++) {
            final int time = store.get(0, r).collapseIfReached().orElse(Integer.MAX_VALUE);
            before += time <= median - 1 ? 1 : 0;
            after += time <= median + 1 ? 1 : 0;
        }
        final double error = 4 * .5 / Math.sqrt(runs);
        assertTrue((double)before / runs < .5 + error && (double)after / runs > .5 - error,
            before + " of " + runs + " runs a generation before " + median + ", " + after + " a generation after");
    }

    @Test
    void unitsOfTheData() {
        final GaussianLaw one = GaussianLaw.of(N, 0, 1);
        final GaussianLaw thirty = GaussianLaw.of(N, 0, 30);
        assertEquals(30 * one.expectedSd(T), thirty.expectedSd(T), 1e-12);
        assertEquals(900 * one.expectedVariance(T), thirty.expectedVariance(T), 1e-12);
        assertEquals(900 * one.expectedSquaredWasserstein2(T), thirty.expectedSquaredWasserstein2(T), 1e-11);
        assertEquals(Math.log(900) + one.expectedLogVariance(T), thirty.expectedLogVariance(T), 1e-13);
        assertEquals(one.expectedKullbackLeibler(T), thirty.expectedKullbackLeibler(T));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void holdsInTheRecursion(final int ddof) {
        final GaussianMixture original = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        final GaussianLaw law = GaussianLaw.of(N, ddof, 1);
        final Replicates sd = new Replicates("sigma");
        final Replicates log = new Replicates("log sigma^2");
        final Replicates logSquared = new Replicates("squared deviation of log sigma^2");
        final Replicates mean = new Replicates("mean");
        final Replicates meanSquared = new Replicates("squared mean");
        final Replicates w2 = new Replicates("W2^2");
        final Replicates kl = new Replicates("KL");
        Simulation.finalFits(Original.of(original), N, Regime.replace(), Sampling.PLAIN, new GaussianLearner(ddof), T,
            6000, fit -> {
                final GaussianMixture mixture = fit.mixture().orElseThrow();
                final double logVariance = Math.log(mixture.variance(0));
                sd.add(mixture.sd(0));
                log.add(logVariance);
                logSquared.add(Math.pow(logVariance - law.expectedLogVariance(T), 2));
                mean.add(mixture.mean(0));
                meanSquared.add(mixture.mean(0) * mixture.mean(0));
                w2.add(Math.pow(MixtureDistance.wasserstein2(mixture, original), 2));
                kl.add(MixtureDistance.kullbackLeibler(mixture, original));
            });
        sd.assertExpectation(law.expectedSd(T));
        log.assertExpectation(law.expectedLogVariance(T));
        logSquared.assertExpectation(law.varianceOfLogVariance(T));
        mean.assertExpectation(0);
        meanSquared.assertExpectation(law.varianceOfMean(T));
        w2.assertExpectation(law.expectedSquaredWasserstein2(T));
        kl.assertExpectation(law.expectedKullbackLeibler(T));
    }

    @Test
    void badNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> GaussianLaw.of(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> GaussianLaw.of(10, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> GaussianLaw.of(10, 0, Double.NaN));
        final GaussianLaw law = GaussianLaw.of(10, 0, 1);
        assertThrows(IllegalArgumentException.class, () -> law.medianTimeBelow(1));
        assertThrows(IllegalArgumentException.class, () -> law.medianTimeBelow(Double.NaN));
    }
}
