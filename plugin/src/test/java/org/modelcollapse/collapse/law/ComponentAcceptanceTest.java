package org.modelcollapse.collapse.law;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;

/**
 * Whole runs of the post with EM run to convergence, held against the diffusion of the components. A run takes some ten
 * seconds, so this is done only where {@code -Dcomponents.runs=300} asks for it; {@code docs/why-variances-widen.md} has
 * what came out.
 */
class ComponentAcceptanceTest {

    private static final int RUNS = Integer.getInteger("components.runs", 0);

    private static final GaussianMixture POST =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static final int N = 10_000;

    private static final int[] GENERATIONS = {100, 500, 2000};

    private static final int PATHS = 4000;

    /** @return weights, means and variances at each of the generations, each fit started from the one before */
    static double[][] run(final int number) {
        final FitSettings settings = FitSettings.converged(2).withMaximumLikelihood(true).withScored(false);
        final RandomStream random = RandomStream.of(2025, number);
        final double[][] reached = new double[GENERATIONS.length][];
        GaussianMixture fit = POST;
        for (int t = 1, g = 0; g < GENERATIONS.length; t++) {
            fit = Fitter.mixture(MixtureSampler.of(fit).sample(N, random), settings.withStart(Start.given(fit)), random,
                Monitor.NONE).sortedByMean();
            if (t == GENERATIONS[g]) {
                final MixtureState state = MixtureState.of(fit);
                reached[g++] = IntStream.range(0, 6).mapToDouble(state::parameter).toArray();
            }
        }
        return reached;
    }

    /**
     * Under the law the share of runs below a quantile is its level, with the standard error of a share of runs and, for
     * the quantile is itself simulated, of a share of paths.
     */
    @Test
    @DisplayName("quantiles of weights, means and variances of the post at generations 100, 500 and 2,000")
    void thePost() {
        assumeTrue(RUNS > 0, "asked for by -Dcomponents.runs");
        final double[][][] runs = IntStream.range(0, RUNS).parallel().mapToObj(ComponentAcceptanceTest::run)
            .toArray(double[][][]::new);
        for (int g = 0; g < GENERATIONS.length; g++) {
            final ComponentBands bands =
                ComponentDiffusion.of(POST, N).bands(GENERATIONS[g], PATHS, RandomStream.of(3), Monitor.NONE);
            final double[][] quantiles = bands.quantiles()[bands.generations().length - 1];
            for (int i = 0; i < 6; i++) {
                for (int level = 0; level < 5; level++) {
                    final double p = ComponentBands.LEVELS.get(level);
                    final double z = score(runs, g, i, quantiles[i][level], p);
                    assertTrue(Math.abs(z) < 4,
                        "generation " + GENERATIONS[g] + ", parameter " + i + ", quantile " + p + ": z = " + z);
                }
            }
        }
    }

    private static double score(final double[][][] runs, final int g, final int i, final double quantile,
        final double p) {
        final double share = Arrays.stream(runs).filter(run -> run[g][i] < quantile).count() / (double)runs.length;
        return (share - p) / Math.sqrt(p * (1 - p) * (1.0 / runs.length + 1.0 / PATHS));
    }
}
