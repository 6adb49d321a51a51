package org.modelcollapse.gmm;

import java.util.Arrays;

/** One run of EM from one start. */
final class EmRun {

    private final FitData data;

    private final DataPass pass;

    private final FitSettings settings;

    private final RandomStream random;

    private final Monitor monitor;

    private final Maximization maximization;

    private double[] trace = new double[16];

    private int iterations;

    private boolean converged;

    private Parameters parameters;

    private Parameters before;

    private double score;

    private double entropy;

    EmRun(final FitData data, final DataPass pass, final FitSettings settings, final RandomStream random,
        final Monitor monitor) {
        this.data = data;
        this.pass = pass;
        this.settings = settings;
        this.random = random;
        this.monitor = monitor;
        maximization = new Maximization(data, settings);
    }

    void iterate(final Parameters start) {
        parameters = start;
        double previous = Double.NEGATIVE_INFINITY;
        while (iterations < settings.maxIterations() && !converged) {
            monitor.progress((double)iterations / settings.maxIterations(), () -> "iteration " + iterations);
            final Statistics sums = pass.sums(parameters);
            before = parameters;
            parameters = maximization.step(sums, parameters);
            score = sums.logLikelihood / data.totalWeight();
            entropy = sums.entropy;
            record(score);
            converged = Math.abs(score - previous) < settings.tolerance();
            previous = score;
        }
        if (settings.scored()) {
            final Statistics sums = pass.sums(parameters);
            score = sums.logLikelihood / data.totalWeight();
            entropy = sums.entropy;
        }
    }

    private void record(final double lowerBound) {
        if (iterations == trace.length) {
            trace = Arrays.copyOf(trace, 2 * iterations);
        }
        trace[iterations] = lowerBound;
        iterations++;
    }

    boolean isBetterThan(final EmRun other) {
        return score > other.score;
    }

    Fit toFit() {
        final GaussianMixture mixture = parameters.toMixture(data);
        final int p = mixture.freeParameters();
        final double deviance = -2 * score * data.totalWeight();
        final double bic = deviance + p * StrictMath.log(data.totalWeight());
        return new Fit(mixture, trace[iterations - 1], score, iterations,
            converged ? StopReason.CONVERGED : StopReason.MAX_ITERATIONS, Arrays.copyOf(trace, iterations),
            deviance + 2 * p, bic, bic + 2 * entropy, java.util.List.of());
    }
}
