package org.modelcollapse.collapse.recursion;

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
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.MixRegime;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.Regime;
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

    /** 300 times the doubles 0.57 and 0.41 is a little less than 171 and 123: 170 and 122 points. */
    @ParameterizedTest(name = "original {0}, fitted {1}")
    @CsvSource({"0, 1", "0.1, 0.9", "0.57, 0.41", "0.25, 0.5", "0.013, 0.77"})
    @DisplayName("every generation of a run is, point by point, that of the post's four functions")
    void stepByStep(final double ratioOriginal, final double ratioFitted) {
        final int n = POINTS;
        final Recursion ours = Recursion.of(Original.of(ORIGINAL), n,
            new MixRegime(GenerationMix.of(ratioOriginal, ratioFitted), OriginalSource.FRESH), Sampling.PLAIN,
            RandomStream.of(7));
        final RandomStream random = RandomStream.of(7);
        double[] current = sampleFromGaussianMixture(ORIGINAL, n, random);
        Points points = ours.first();
        for (int generation = 1; generation <= 30; generation++) {
            assertArrayEquals(current, points.column(0), "training set " + generation);
            final GaussianMixture fitted = fitGaussianMixture(current);
            final GaussianMixture learnt =
                new MixtureLearner(EM, 0).learn(points, Monitor.NONE).mixture().orElseThrow();
            assertEquals(fitted, learnt, "fit " + generation);
            current = sampleNextGen(ORIGINAL, fitted, current, ratioOriginal, ratioFitted, random);
            points = ours.next(learnt);
        }
    }

    @Test
    @DisplayName("fitted-only with fresh original points is the default")
    void defaultRegime() {
        assertEquals(new MixRegime(GenerationMix.of(0, 1), OriginalSource.FRESH), Regime.replace());
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
    private static Map<String, double[][]> scikitLearn() throws IOException {
        final Map<String, List<double[]>> runs = new HashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
            PostTest.class.getResourceAsStream("/collapse/recursion.csv"), StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(line -> line.split(",")).forEach(cells -> runs
                .computeIfAbsent(cells[0] + " " + cells[2], key -> new ArrayList<>())
                .add(Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray()));
        }
        final Map<String, double[][]> columns = new HashMap<>();
        runs.forEach((key, rows) -> columns.put(key, transposed(rows)));
        return columns;
    }

    private static double[][] transposed(final List<double[]> rows) {
        final double[][] columns = new double[rows.get(0).length][rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < columns.length; i++) {
                columns[i][r] = rows.get(r)[i];
            }
        }
        return columns;
    }

    private static final int RUNS = 200;

    private static final int POINTS = 300;

    private static final List<String> MEASURED = List.of("Weight 1", "Mean 1", "Mean 2", "Sd 1", "Sd 2",
        "Total variance");

    /** 200 runs of ours: a map as that of {@link #scikitLearn()}. */
    private static Map<String, double[][]> ours(final String mix, final Regime regime, final Sampling sampling)
        throws IOException {
        final Experiment experiment = Experiment.of(11, RUNS, List.of(
            Scenario.of(mix, Original.of(ORIGINAL), POINTS, regime, new MixtureLearner(EM, 0), 50)
                .withSampling(sampling).withMetrics(Set.of(Metric.COMPONENTS, Metric.TOTAL_VARIANCE), 1)));
        final RunStore store = RunStore.inMemory();
        experiment.run(store, 2, Monitor.NONE);
        final List<String> names = experiment.scenarios().get(0).measured().names();
        final int[] places = MEASURED.stream().mapToInt(names::indexOf).toArray();
        final Map<String, double[][]> columns = new HashMap<>();
        for (int t = 1; t <= 50; t++) {
            final List<double[]> rows = new ArrayList<>();
            for (int r = 0; r < RUNS; r++) {
                final double[] recorded = store.get(0, r).recorded().get(t - 1);
                rows.add(Arrays.stream(places).mapToDouble(i -> recorded[i]).toArray());
            }
            columns.put(mix + " " + t, transposed(rows));
        }
        return columns;
    }

    /**
     * The least p-value of all two-sample tests, times their number (Bonferroni). Tested are the values at each
     * generation, and how far each run has gone since generation 1: what tells a run that keeps coming back to one data
     * set from one that does not, for the values alone hardly do.
     */
    private static double familyWise(final String mix, final Regime regime, final Sampling sampling)
        throws IOException {
        final Map<String, double[][]> theirs = scikitLearn();
        final Map<String, double[][]> ours = ours(mix, regime, sampling);
        double least = 1;
        int tests = 0;
        for (final int generation : new int[] {1, 5, 20, 50}) {
            for (int i = 0; i < MEASURED.size(); i++) {
                final double[] a = ours.get(mix + " " + generation)[i];
                final double[] b = theirs.get(mix + " " + generation)[i];
                assertEquals(RUNS, b.length);
                least = Math.min(least, new KolmogorovSmirnovTest().kolmogorovSmirnovTest(a, b));
                tests++;
                if (generation > 1) {
                    least = Math.min(least, new KolmogorovSmirnovTest().kolmogorovSmirnovTest(
                        difference(a, ours.get(mix + " 1")[i]), difference(b, theirs.get(mix + " 1")[i])));
                    tests++;
                }
            }
        }
        return least * tests;
    }

    private static double[] difference(final double[] a, final double[] b) {
        final double[] difference = new double[a.length];
        Arrays.setAll(difference, r -> a[r] - b[r]);
        return difference;
    }

    private static Regime mix(final double ratioOriginal, final double ratioFitted, final OriginalSource source) {
        return new MixRegime(GenerationMix.of(ratioOriginal, ratioFitted), source);
    }

    @ParameterizedTest(name = "{0}: original {1}, fitted {2}")
    @CsvSource({"fitted, 0, 1", "mix, 0.1, 0.5", "original, 0.9, 0.05"})
    @DisplayName("weights, means, deviations and total variance are distributed as scikit-learn's at generations 1 to 50")
    void distributedAsScikitLearns(final String name, final double ratioOriginal, final double ratioFitted)
        throws IOException {
        final double p = familyWise(name, mix(ratioOriginal, ratioFitted, OriginalSource.FRESH), Sampling.PLAIN);
        assertTrue(p > .01, "p = " + p);
    }

    @Test
    @DisplayName("these tests find out a fixed original set, a wrong share and the divisor n - 1")
    void findsOutAWrongRecursion() throws IOException {
        final double fixedSet = familyWise("original", mix(.9, .05, OriginalSource.FIXED_SET), Sampling.PLAIN);
        assertTrue(fixedSet < 1e-3, "fixed set: p = " + fixedSet);
        final double share = familyWise("mix", mix(.02, .58, OriginalSource.FRESH), Sampling.PLAIN);
        assertTrue(share < 1e-3, "2 % of original points instead of 10 %: p = " + share);
        // about 150 points a component: as if its variance had been divided by 149
        final double divisor = familyWise("fitted", Regime.replace(), Sampling.of(150 / 149.0, 1));
        assertTrue(divisor < 1e-3, "divisor n - 1: p = " + divisor);
    }
}
