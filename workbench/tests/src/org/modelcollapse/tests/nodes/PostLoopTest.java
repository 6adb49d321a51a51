package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.tests.nodes.Canvas.Node;

/**
 * The whole loop on the canvas, and the experiment, beside the post's process, written here as its four functions in
 * plain arithmetic: of the software under test they use nothing but the random numbers.
 */
@DisplayName("The process of the post, step by step")
class PostLoopTest {

    private static final Mixture ORIGINAL = new Mixture(new double[]{.5, .5}, new double[]{-2, 2}, new double[]{1, 1});

    private static final int GENERATIONS = 40;

    /** Far below any difference that a wrong step makes; sums in another order differ by less. */
    private static final double ROUNDING = 1e-9;

    private record Mixture(double[] weights, double[] means, double[] sds) {
    }

    private static double[] sampleFromGaussianMixture(final Mixture mixture, final int size,
        final RandomStream random) {
        final double[] sample = new double[size];
        if (size > 0) {
            final long[] counts = random.nextMultinomial(size, mixture.weights);
            int at = 0;
            for (int k = 0; k < counts.length; k++) {
                for (long i = 0; i < counts[k]; i++) {
                    sample[at++] = mixture.means[k] + mixture.sds[k] * random.nextGaussian();
                }
            }
        }
        return sample;
    }

    /**
     * Two clusters by k-means, then EM as scikit-learn has it by default, components sorted by mean. With a hundred
     * points k-means has up to a handful of borders where it may come to rest, and which one it is depends on its random
     * start, so that there are as many fits.
     */
    private static List<Mixture> fitGaussianMixture(final double[] data) {
        final double[] sorted = Arrays.stream(data).sorted().toArray();
        return IntStream.range(1, sorted.length).filter(border -> atRest(sorted, border))
            .mapToObj(border -> em(sorted, border)).toList();
    }

    /** Whether every point is in the cluster whose mean is nearer. */
    private static boolean atRest(final double[] sorted, final int border) {
        final double middle = (Arrays.stream(sorted, 0, border).average().orElseThrow()
            + Arrays.stream(sorted, border, sorted.length).average().orElseThrow()) / 2;
        return sorted[border - 1] <= middle && middle <= sorted[border];
    }

    private static Mixture em(final double[] data, final int border) {
        final double[][] shares = new double[2][data.length];
        Arrays.fill(shares[0], 0, border, 1);
        Arrays.fill(shares[1], border, data.length, 1);
        final double[] weights = new double[2];
        final double[] means = new double[2];
        final double[] variances = new double[2];
        maximise(data, shares, weights, means, variances);
        double bound = Double.NEGATIVE_INFINITY;
        double change = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= 100 && Math.abs(change) >= 1e-3; step++) {
            final double score = expect(data, shares, weights, means, variances);
            maximise(data, shares, weights, means, variances);
            change = score - bound;
            bound = score;
        }
        final int first = means[0] <= means[1] ? 0 : 1;
        final int second = 1 - first;
        return new Mixture(new double[]{weights[first], weights[second]}, new double[]{means[first], means[second]},
            new double[]{Math.sqrt(variances[first]), Math.sqrt(variances[second])});
    }

    /** The mean log-likelihood of a point. */
    private static double expect(final double[] data, final double[][] shares, final double[] weights,
        final double[] means, final double[] variances) {
        double sum = 0;
        for (int i = 0; i < data.length; i++) {
            for (int k = 0; k < 2; k++) {
                shares[k][i] = weights[k] / Math.sqrt(2 * Math.PI * variances[k])
                    * Math.exp(-(data[i] - means[k]) * (data[i] - means[k]) / (2 * variances[k]));
            }
            final double density = shares[0][i] + shares[1][i];
            sum += Math.log(density);
            shares[0][i] /= density;
            shares[1][i] /= density;
        }
        return sum / data.length;
    }

    private static void maximise(final double[] data, final double[][] shares, final double[] weights,
        final double[] means, final double[] variances) {
        for (int k = 0; k < 2; k++) {
            final double count = Arrays.stream(shares[k]).sum() + 10 * Math.ulp(1.0);
            double sum = 0;
            for (int i = 0; i < data.length; i++) {
                sum += shares[k][i] * data[i];
            }
            weights[k] = count / data.length;
            means[k] = sum / count;
            double squares = 0;
            for (int i = 0; i < data.length; i++) {
                squares += shares[k][i] * (data[i] - means[k]) * (data[i] - means[k]);
            }
            variances[k] = squares / count + 1e-6;
        }
    }

    /** Counts by truncation; the original part is drawn anew, then the fitted part, then what is left of the current. */
    private static double[] sampleNextGen(final Mixture original, final Mixture fitted, final double[] current,
        final double ratioOriginal, final double ratioFitted, final RandomStream random) {
        final int size = current.length;
        final int fromOriginal = (int)(size * ratioOriginal);
        final int fromFitted = (int)(size * ratioFitted);
        final int rest = size - fromOriginal - fromFitted;
        if (rest < 0) {
            throw new IllegalArgumentException("Invalid ratio");
        }
        final double[] next = Arrays.copyOf(sampleFromGaussianMixture(original, fromOriginal, random), size);
        System.arraycopy(sampleFromGaussianMixture(fitted, fromFitted, random), 0, next, fromOriginal, fromFitted);
        final int[] chosen = random.choose(size, rest);
        for (int i = 0; i < rest; i++) {
            next[fromOriginal + fromFitted + i] = current[chosen[i]];
        }
        return next;
    }

    /** 100 times the doubles 0.29, 0.57 and 0.58 is a little less than 29, 57 and 58: 28, 56 and 57 points. */
    @ParameterizedTest(name = "original {0}, fitted {1}")
    @CsvSource({"0, 1", "0.1, 0.9", "0.29, 0.57", "0.4, 0.58", "0.1, 0.5"})
    @DisplayName("training sets and fits of loop and experiment, EM as scikit-learn by default, are those of the post's four functions")
    void stepByStep(final double ratioOriginal, final double ratioFitted) {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node start = canvas.add(Canvas.START).from(sample, 2, 1);
            final Node experiment = canvas.add(Canvas.EXPERIMENT).from(sample, 2, 1).set("replicates", 2);
            for (final Node node : new Node[]{start, experiment}) {
                node.set("rows", 100).set("generations", GENERATIONS).set("kept/keep", "EVERY_NTH")
                    .set("kept/keepEvery", 1).set("next/ratioFitted", ratioFitted)
                    .set("next/ratioOriginal", ratioOriginal);
            }
            final Node end = canvas.add(Canvas.END).from(canvas.add(Canvas.FIT).from(start, 1, 1).set("preset", "SKLEARN"), 1, 1);
            canvas.execute();

            final RandomStream random = RandomStream.of(1, 0, 0); // the seed's default, first scenario, first run
            double[] current = sampleFromGaussianMixture(ORIGINAL, 100, random);
            for (int t = 0; t < GENERATIONS; t++) {
                for (final double[] values : new double[][]{end.out(3).numbers("Value"),
                    experiment.out(4).numbers("Value")}) {
                    assertArrayEquals(current, Arrays.copyOfRange(values, t * 100, (t + 1) * 100), ROUNDING,
                        "training set " + (t + 1));
                }
                final Table fits = end.out(1);
                final int generation = t;
                final Mixture fitted = fitGaussianMixture(current).stream().filter(fit -> isIn(fits, generation, fit))
                    .findFirst().orElseThrow(() -> new AssertionError("fit " + (generation + 1) + " is none of EM's"));
                assertTrue(isIn(experiment.out(1), t, fitted), "fit " + (t + 1) + " of the experiment");
                current = sampleNextGen(ORIGINAL, fitted, current, ratioOriginal, ratioFitted, random);
            }
        }
    }

    private static boolean isIn(final Table fits, final int row, final Mixture mixture) {
        return IntStream.range(0, 2)
            .allMatch(k -> Math.abs(mixture.weights[k] - fits.number(row, "Weight " + (k + 1))) < ROUNDING
                && Math.abs(mixture.means[k] - fits.number(row, "Mean " + (k + 1))) < ROUNDING
                && Math.abs(mixture.sds[k] - fits.number(row, "Sd " + (k + 1))) < ROUNDING);
    }
}
