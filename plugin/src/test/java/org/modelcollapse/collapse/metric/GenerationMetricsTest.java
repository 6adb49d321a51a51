package org.modelcollapse.collapse.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.distance.MixtureDistance;
import org.modelcollapse.collapse.distance.SampleDistance;
import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.HistogramLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

class GenerationMetricsTest {

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static final GaussianMixture FIT =
        GaussianMixture.of(new double[] {.25, .75}, new double[] {-1, 3}, new double[] {.5, 2});

    private static final Points ROWS = Points.of(-3, -1, 0, 2, 5);

    private static final Set<Metric> ALL = EnumSet.allOf(Metric.class);

    private static double value(final GenerationMetrics metrics, final double[] values, final String name) {
        final int at = metrics.names().indexOf(name);
        assertTrue(at >= 0, name + " is not in " + metrics.names());
        return values[at];
    }

    @Test
    void ofAMixtureAgainstAMixture() {
        final GenerationMetrics metrics = GenerationMetrics.of(Original.of(PAIR), 100, 2, ALL);
        assertEquals(ALL, metrics.metrics());
        assertEquals(List.of("Total variance", "Mean", "Weight 1", "Mean 1", "Sd 1", "Weight 2", "Mean 2", "Sd 2",
            "Entropy of weights", "Diversity of weights", "Surviving components", "W1 to original", "W2 to original",
            "KL(fitted || original)", "KL(original || fitted)", "JS to original", "Mass below 1 % quantile",
            "Mass above 99 % quantile", "Log-likelihood of original"), metrics.names());
        final double[] values = metrics.measure(FIT, ROWS);
        assertArrayEquals(new double[] {.25 * .25 + .75 * 4 + 3, 2, .25, -1, .5, .75, 3, 2},
            Arrays.copyOf(values, 8), 1e-15);
        assertEquals(-.25 * Math.log(.25) - .75 * Math.log(.75), value(metrics, values, "Entropy of weights"), 1e-15);
        assertEquals(.375, value(metrics, values, "Diversity of weights"), 1e-15);
        assertEquals(2, value(metrics, values, "Surviving components"));
        assertEquals(MixtureDistance.wasserstein1(PAIR, FIT), value(metrics, values, "W1 to original"));
        assertEquals(MixtureDistance.wasserstein2(PAIR, FIT), value(metrics, values, "W2 to original"));
        assertEquals(MixtureDistance.kullbackLeibler(FIT, PAIR), value(metrics, values, "KL(fitted || original)"));
        assertEquals(MixtureDistance.kullbackLeibler(PAIR, FIT), value(metrics, values, "KL(original || fitted)"));
        assertEquals(MixtureDistance.jensenShannon(PAIR, FIT), value(metrics, values, "JS to original"));
        assertEquals(FIT.cdf(PAIR.quantile(.01)), value(metrics, values, "Mass below 1 % quantile"), 1e-9);
        assertEquals(1 - FIT.cdf(PAIR.quantile(.99)), value(metrics, values, "Mass above 99 % quantile"), 1e-9);
        assertEquals(MixtureDistance.expectedLogLikelihood(PAIR, FIT),
            value(metrics, values, "Log-likelihood of original"));
    }

    @Test
    void theOriginalItselfHasNoDistance() {
        final GenerationMetrics metrics = GenerationMetrics.of(Original.of(PAIR), 100, 2, ALL);
        final double[] values = metrics.measure(PAIR, ROWS);
        for (final String name : List.of("W1 to original", "W2 to original", "KL(fitted || original)",
            "KL(original || fitted)", "JS to original")) {
            assertEquals(0, value(metrics, values, name), 1e-12, name);
        }
        assertEquals(.01, value(metrics, values, "Mass below 1 % quantile"), 1e-14);
        assertEquals(.01, value(metrics, values, "Mass above 99 % quantile"), 1e-14);
    }

    @Test
    void ofAMixtureAgainstRows() {
        final GenerationMetrics metrics = GenerationMetrics.of(Original.of(ROWS), 5, 2, ALL);
        final Set<Metric> expected = EnumSet.copyOf(ALL);
        expected.removeAll(Set.of(Metric.KL_FITTED_ORIGINAL, Metric.KL_ORIGINAL_FITTED, Metric.JENSEN_SHANNON));
        assertEquals(expected, metrics.metrics(), "rows have no density");
        final double[] values = metrics.measure(FIT, ROWS);
        assertEquals(SampleDistance.wasserstein1(ROWS, FIT), value(metrics, values, "W1 to original"));
        assertEquals(SampleDistance.wasserstein2(ROWS, FIT), value(metrics, values, "W2 to original"));
        assertEquals(FIT.meanLogLikelihood(ROWS), value(metrics, values, "Log-likelihood of original"));
        // the 1 % quantile of five rows: 4 % of the way from -3 to -1
        assertEquals(FIT.cdf(-2.92), value(metrics, values, "Mass below 1 % quantile"), 1e-12);
    }

    @Test
    void inThePlane() {
        final GaussianMixture one = GaussianMixture.of(CovarianceType.FULL, new double[] {1}, new double[][] {{1, 2}},
            new double[][][] {{{2, .5}, {.5, 1}}});
        final GenerationMetrics gaussians = GenerationMetrics.of(Original.of(one), 10, 1, ALL);
        assertTrue(gaussians.metrics().containsAll(Set.of(Metric.WASSERSTEIN_2, Metric.KL_FITTED_ORIGINAL)));
        assertEquals(List.of("Total variance", "Mean (x1)", "Mean (x2)", "Weight 1", "Mean 1 (x1)", "Mean 1 (x2)",
            "Variance 1"), gaussians.names().subList(0, 7));
        final Points plane = Points.ofColumns(new double[] {0, 1, 2}, new double[] {3, 1, 1});
        final double[] values = gaussians.measure(one, plane);
        assertArrayEquals(new double[] {3, 1, 2, 1, 1, 2, 3}, Arrays.copyOf(values, 7), 1e-15);
        assertEquals(one.meanLogLikelihood(plane), value(gaussians, values, "Log-likelihood of original"));
        final GenerationMetrics pairs = GenerationMetrics.of(Original.of(one), 10, 2, ALL);
        assertEquals(EnumSet.of(Metric.TOTAL_VARIANCE, Metric.MEAN, Metric.COMPONENTS, Metric.WEIGHT_ENTROPY,
            Metric.WEIGHT_DIVERSITY, Metric.SURVIVING_COMPONENTS, Metric.LOG_LIKELIHOOD), pairs.metrics());
    }

    @Test
    void aComponentOfLessThanOnePointIsLost() {
        final GenerationMetrics metrics = GenerationMetrics.of(Original.of(PAIR), 100, 3,
            EnumSet.of(Metric.SURVIVING_COMPONENTS));
        final double[] means = {0, 1, 2};
        final double[] sds = {1, 1, 1};
        assertArrayEquals(new double[] {3},
            metrics.measure(GaussianMixture.of(new double[] {.01, .5, .49}, means, sds), ROWS));
        assertArrayEquals(new double[] {2},
            metrics.measure(GaussianMixture.of(new double[] {.009, .501, .49}, means, sds), ROWS));
    }

    private static GenerationMetrics tails(final Learner learner) {
        return GenerationMetrics.of(Original.of(PAIR), 5, learner.shape(1),
            EnumSet.of(Metric.LOWER_TAIL, Metric.UPPER_TAIL, Metric.WASSERSTEIN_1));
    }

    @Test
    void tailsOfKernelsAreThoseOfTheMixtureThatTheyAre() {
        final Learner kernels = new KernelLearner(.5);
        final double[] values = tails(kernels).measure(kernels.learn(ROWS, Monitor.NONE), ROWS);
        final GaussianMixture same = GaussianMixture.of(new double[] {.2, .2, .2, .2, .2},
            new double[] {-3, -1, 0, 2, 5}, new double[] {.5, .5, .5, .5, .5});
        final MixtureTails expected = MixtureTails.of(same);
        assertArrayEquals(new double[] {expected.lower(PAIR.quantile(.01)), expected.upper(PAIR.quantile(.99))}, values,
            1e-9);
    }

    @Test
    void tailsOfBinsCutThroughABin() {
        final double low = PAIR.quantile(.01);
        final double high = PAIR.quantile(.99);
        final Learner histogram = new HistogramLearner(-6, 6, 3);
        // two rows of five in the first bin, which goes from -6 to -2: 0 is in the second, 2 and 5 are in the third
        final double[] values = tails(histogram).measure(histogram.learn(Points.of(-3, -3, 0, 2, 5),
            Monitor.NONE), ROWS);
        assertArrayEquals(new double[] {.4 * (low + 6) / 4, .4 * (6 - high) / 4}, values, 1e-9);
        final Learner categories = new CategoryLearner(6);
        final double[] shares = tails(categories).measure(categories.learn(Points.of(0, 1, 4, 5, 5),
            Monitor.NONE), ROWS);
        // PAIR has its last hundredth above 4.05
        assertArrayEquals(new double[] {0, .4}, shares, 1e-15);
    }

    @Test
    void nothingIsInfiniteNearTheEnd() {
        final GenerationMetrics metrics = GenerationMetrics.of(Original.of(PAIR), 100, 2, ALL);
        final GaussianMixture point = GaussianMixture.of(new double[] {1, 0}, new double[] {0, 0},
            new double[] {1e-154, 1e-154});
        for (final double value : metrics.measure(point, ROWS)) {
            assertTrue(Double.isFinite(value));
        }
    }

    @Test
    void anotherNumberOfComponentsIsRefused() {
        final GenerationMetrics metrics = GenerationMetrics.of(Original.of(PAIR), 100, 3, ALL);
        assertThrows(IllegalArgumentException.class, () -> metrics.measure(FIT, ROWS));
    }
}
