package org.modelcollapse.collapse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/**
 * The recursion is that of the post: its four functions, written out here in the post's order, give the same numbers when
 * they draw from the same stream, and scikit-learn's give the same distributions.
 */
class PostTest {

    private static final GaussianMixture ORIGINAL =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static final FitSettings EM = FitSettings.sklearn(2).withScored(false);

    // The post's four functions.

    private static double[] sampleFromGaussianMixture(final GaussianMixture mixture, final int size,
        final RandomStream random) {
        final double[] sample = new double[size];
        if (size > 0) {
            MixtureSampler.of(mixture).fill(sample, 0, size, random);
        }
        return sample;
    }

    /** k-means start, EM, components sorted by mean. */
    private static GaussianMixture fitGaussianMixture(final double[] data) {
        final GaussianMixture fit = Fitter.fit(Points.of(data), EM, RandomStream.of(0)).mixture();
        final Integer[] order = {0, 1};
        Arrays.sort(order, (a, b) -> Double.compare(fit.mean(a), fit.mean(b)));
        final double[] weights = new double[2];
        final double[][] means = new double[2][1];
        final double[][][] variances = new double[2][1][1];
        for (int i = 0; i < 2; i++) {
            weights[i] = fit.weight(order[i]);
            means[i][0] = fit.mean(order[i]);
            variances[i][0][0] = fit.variance(order[i]);
        }
        return GaussianMixture.of(CovarianceType.FULL, weights, means, variances);
    }

    private static double[] sampleNextGen(final GaussianMixture original, final GaussianMixture fitted,
        final double[] current, final double ratioOriginal, final double ratioFitted, final RandomStream random) {
        final int size = current.length;
        final int fromOriginal = (int)(size * ratioOriginal);
        final int fromFitted = (int)(size * ratioFitted);
        final int rest = size - fromOriginal - fromFitted;
        if (rest < 0) {
            throw new IllegalArgumentException("Invalid ratio");
        }
        final double[] first = sampleFromGaussianMixture(original, fromOriginal, random);
        final double[] second = sampleFromGaussianMixture(fitted, fromFitted, random);
        final double[] next = Arrays.copyOf(first, size);
        System.arraycopy(second, 0, next, fromOriginal, fromFitted);
        final int[] chosen = random.choose(size, rest);
        for (int i = 0; i < rest; i++) {
            next[fromOriginal + fromFitted + i] = current[chosen[i]];
        }
        return next;
    }

    @ParameterizedTest(name = "original {0}, fitted {1}")
    @CsvSource({"0, 1", "0.1, 0.9", "0.29, 0.4", "0.25, 0.5", "0.013, 0.77"})
    @DisplayName("every generation of a run is, point by point, that of the post's four functions")
    void stepByStep(final double ratioOriginal, final double ratioFitted) {
        final int n = 500;
        final Recursion ours = Recursion.of(Original.of(ORIGINAL), n,
            new Regime.Mix(GenerationMix.of(ratioOriginal, ratioFitted), OriginalSource.FRESH), Sampling.PLAIN,
            RandomStream.of(7));
        final RandomStream random = RandomStream.of(7);
        double[] current = sampleFromGaussianMixture(ORIGINAL, n, random);
        Points points = ours.first();
        for (int generation = 1; generation <= 30; generation++) {
            assertArrayEquals(current, points.column(0), "training set " + generation);
            final GaussianMixture fitted = fitGaussianMixture(current);
            final GaussianMixture learnt =
                Learning.learn(new Learner.Mixture(EM, 0), points, Monitor.NONE).mixture().orElseThrow();
            assertEquals(fitted, learnt, "fit " + generation);
            current = sampleNextGen(ORIGINAL, fitted, current, ratioOriginal, ratioFitted, random);
            points = ours.next(learnt);
        }
    }

    @Test
    @DisplayName("fitted-only with fresh original points is the default")
    void defaultRegime() {
        assertEquals(new Regime.Mix(GenerationMix.of(0, 1), OriginalSource.FRESH), Regime.replace());
    }

    @Test
    @DisplayName("shares that leave less than nothing are an invalid ratio, there as here")
    void invalidRatio() {
        assertEquals("Invalid ratio", assertThrows(IllegalArgumentException.class,
            () -> sampleNextGen(ORIGINAL, ORIGINAL, new double[10], .6, .5, RandomStream.of(1))).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> GenerationMix.of(.6, .5)).getMessage()
            .startsWith("Invalid ratio: original 0.6 and fitted 0.5 add up to 1.1"));
    }

    /** recursion.csv: 200 runs of the post's recursion of 300 points by scikit-learn, made by make_recursion.py. */
    private static Map<String, List<double[]>> scikitLearn() throws IOException {
        final Map<String, List<double[]>> runs = new HashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
            PostTest.class.getResourceAsStream("/collapse/recursion.csv"), StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(line -> line.split(",")).forEach(cells -> runs
                .computeIfAbsent(cells[0] + " " + cells[2], key -> new ArrayList<>())
                .add(Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray()));
        }
        return runs;
    }

    private static final List<String> MEASURED = List.of("Weight 1", "Mean 1", "Mean 2", "Sd 1", "Sd 2",
        "Total variance");

    /** The least p-value of all two-sample tests, times their number (Bonferroni). */
    private static double familyWise(final String mix, final OriginalSource source, final double ratioOriginal,
        final double ratioFitted) throws IOException {
        final Experiment experiment = Experiment.of(11, 200, List.of(Scenario.of(mix, Original.of(ORIGINAL), 300,
            new Regime.Mix(GenerationMix.of(ratioOriginal, ratioFitted), source), new Learner.Mixture(EM, 0), 50)
            .withMetrics(Set.of(Metric.COMPONENTS, Metric.TOTAL_VARIANCE), 1)));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final List<String> names = experiment.scenarios().get(0).measured().names();
        final Map<String, List<double[]>> reference = scikitLearn();
        double least = 1;
        int tests = 0;
        for (final int generation : new int[] {1, 5, 20, 50}) {
            for (int i = 0; i < MEASURED.size(); i++) {
                final int column = i;
                final int at = names.indexOf(MEASURED.get(i));
                final double[] theirs =
                    reference.get(mix + " " + generation).stream().mapToDouble(row -> row[column]).toArray();
                final double[] ours = new double[200];
                for (int r = 0; r < ours.length; r++) {
                    ours[r] = store.get(0, r).recorded().get(generation - 1)[at];
                }
                assertEquals(200, theirs.length);
                least = Math.min(least, new KolmogorovSmirnovTest().kolmogorovSmirnovTest(ours, theirs));
                tests++;
            }
        }
        return least * tests;
    }

    @ParameterizedTest(name = "{0}: original {1}, fitted {2}")
    @CsvSource({"fitted, 0, 1", "mix, 0.1, 0.5"})
    @DisplayName("weights, means, deviations and total variance are distributed as scikit-learn's at generations 1 to 50")
    void distributedAsScikitLearns(final String mix, final double ratioOriginal, final double ratioFitted)
        throws IOException {
        assertTrue(familyWise(mix, OriginalSource.FRESH, ratioOriginal, ratioFitted) > .01);
    }

    @Test
    @DisplayName("such a test finds out a wrong share: with 2 % of original points instead of 10 %")
    void findsOutAWrongShare() throws IOException {
        assertTrue(familyWise("mix", OriginalSource.FRESH, .02, .58) < 1e-4);
    }
}
