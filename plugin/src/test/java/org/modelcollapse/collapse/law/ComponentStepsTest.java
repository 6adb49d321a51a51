package org.modelcollapse.collapse.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;

/** Fits over the generations, held step by step to the law of components. */
class ComponentStepsTest {

    private static final int N = 10_000;

    /** Chains of 25 generations from the same original, so that the components stay about as far apart as they were. */
    private static List<double[]> chains(final double distance, final int chains, final FitSettings settings,
        final ComponentSteps steps) {
        final GaussianMixture original =
            GaussianMixture.of(new double[] {.5, .5}, new double[] {-distance / 2, distance / 2}, new double[] {1, 1});
        final List<double[]> all = new ArrayList<>();
        for (int chain = 0; chain < chains; chain++) {
            final RandomStream random = RandomStream.of(27, chain);
            GaussianMixture before = original;
            for (int t = 0; t < 25; t++) {
                final GaussianMixture after = Fitter.mixture(MixtureSampler.of(before).sample(N, random),
                    settings.withStart(Start.given(before)), random, Monitor.NONE).sortedByMean();
                all.add(steps.add(before, after).orElseThrow());
                before = after;
            }
        }
        return all;
    }

    @ParameterizedTest(name = "components {0} standard deviations apart")
    @CsvSource({"4", "3"})
    @DisplayName("EM run to convergence: the steps of every parameter are N(0, 1), by Kolmogorov and Smirnov")
    void converged(final double distance) {
        final ComponentSteps steps = ComponentSteps.of(2, N);
        final List<double[]> all =
            chains(distance, 24, FitSettings.converged(2).withMaximumLikelihood(true).withScored(false), steps);
        assertEquals(600, steps.count());
        for (int i = 0; i < 6; i++) {
            final int parameter = i;
            final double[] of = all.stream().mapToDouble(s -> s[parameter]).toArray();
            final double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(), of);
            assertTrue(p > .01, "parameter " + i + ": p = " + p);
            assertTrue(Math.abs(steps.z(i)) < 4, "parameter " + i + ": z = " + steps.z(i));
        }
        assertTrue(Math.abs(steps.chiSquareZ()) < 4, "squared lengths: z = " + steps.chiSquareZ());
    }

    @Test
    @DisplayName("EM that stops at scikit-learn's tolerance is found out: its steps are too short")
    void stoppedEarly() {
        final ComponentSteps steps = ComponentSteps.of(2, N);
        chains(3, 12, FitSettings.sklearn(2), steps);
        assertTrue(steps.chiSquareZ() < -6, "squared lengths: z = " + steps.chiSquareZ());
    }

    @Test
    @DisplayName("a wrong drift is found out: fits to one row in ten fewer than the law is told")
    void wrongLaw() {
        final GaussianMixture original = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        final ComponentSteps steps = ComponentSteps.of(1, 100);
        GaussianMixture before = original;
        final RandomStream random = RandomStream.of(5);
        for (int t = 0; t < 3000; t++) {
            final GaussianMixture after = Fitter.mixture(MixtureSampler.of(before).sample(90, random),
                FitSettings.converged(1).withMaximumLikelihood(true), random, Monitor.NONE);
            steps.add(before, after);
            before = t % 50 == 49 ? original : after;
        }
        assertTrue(steps.chiSquareZ() > 4, "squared lengths: z = " + steps.chiSquareZ());
    }

    @Test
    @DisplayName("of a long run, steps at equal distances are taken; of fits that differ in their components, none")
    void ofRun() {
        final GaussianMixture one = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        final GaussianMixture two =
            GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});
        assertEquals(100, ComponentSteps.of(Collections.nCopies(101, one), 100, 100).orElseThrow().count());
        assertEquals(50, ComponentSteps.of(Collections.nCopies(102, one), 100, 100).orElseThrow().count());
        assertTrue(ComponentSteps.of(List.of(one, two, one), 100, 100).isEmpty());
        assertTrue(ComponentSteps.of(List.of(one), 100, 100).isEmpty(), "no step");
        assertTrue(ComponentSteps.of(List.of(two, two), 50, 100).isEmpty(), "25 rows a component");
    }

    @Test
    @DisplayName("steps from where the law is not valid are not counted, and others are refused")
    void refuses() {
        final ComponentSteps steps = ComponentSteps.of(2, 100);
        final GaussianMixture small =
            GaussianMixture.of(new double[] {.1, .9}, new double[] {-2, 2}, new double[] {1, 1});
        assertTrue(steps.add(small, small).isEmpty());
        assertEquals(0, steps.count());
        assertThrows(IllegalStateException.class, () -> steps.z(0));
        final GaussianMixture one = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> steps.add(one, one)).getMessage()
            .contains("2 components, but one has 1 and 1"));
    }
}
