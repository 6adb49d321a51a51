package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.Objects;

/**
 * Fits Bayesian Gaussian mixtures by variational inference (Attias 2000; Bishop 2006, chapter 10.2; with a Dirichlet
 * process Blei and Jordan 2006, doi:10.1214/06-BA104): not one value of each parameter is sought but a distribution of
 * it, so that components which the rows do not need die by themselves.
 *
 * <p>An iteration computes the responsibilities under the present distributions, then the distributions from those; its
 * lower bound is taken after both. The answers are scikit-learn's BayesianGaussianMixture's. All methods are safe for use
 * by many threads, each with its own {@link RandomStream}; the same data, settings and stream give the same bits.
 */
public final class BayesFitter {

    private final FitData data;

    private final BayesSettings settings;

    private final PosteriorStep step;

    private BayesFitter(final FitData data, final BayesSettings settings) {
        this.data = data;
        this.settings = settings;
        step = new PosteriorStep(data, settings);
    }

    /**
     * Fits a mixture to weighted rows.
     *
     * @param data {@code n} rows, at least as many distinct ones of positive weight as there may be components
     * @param rowWeights {@code n} numbers, at least 0, with a sum above 1: a row of weight 2 counts like two rows;
     *            {@code null} for 1 each
     * @param settings how
     * @param random source of random numbers, drawn from
     * @param monitor told of progress and asked whether to go on
     * @return the fit
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a covariance has become singular
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static BayesFit fit(final Points data, final double[] rowWeights, final BayesSettings settings,
        final RandomStream random, final Monitor monitor) {
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(monitor, "monitor");
        final FitData fitData = FitData.of(data, rowWeights);
        fitData.requireSuitable(settings.ofStarts().withRegularization(1)); // the prior has a check of its own
        final BayesFitter fitter = new BayesFitter(fitData, settings);
        BayesFit best = null;
        try (DataPass pass = DataPass.of(fitData, settings.components(), settings.threads(), monitor)) {
            for (int r = 0; r < settings.restarts(); r++) {
                final Monitor part = settings.restarts() == 1 ? monitor
                    : new PartialMonitor(monitor, r, settings.restarts(), "start " + (r + 1) + ": ");
                final BayesFit fit = fitter.climb(fitter.start(r, pass, random, part), pass, part);
                if (best == null || fit.lowerBound() > best.lowerBound()) {
                    best = fit;
                }
            }
        }
        return best;
    }

    /** From a cluster for each row. */
    static BayesFit fit(final Points data, final int[] labels, final BayesSettings settings) {
        final FitData fitData = FitData.of(data, null);
        final BayesFitter fitter = new BayesFitter(fitData, settings);
        try (DataPass pass = DataPass.of(fitData, settings.components(), settings.threads(), Monitor.NONE)) {
            return fitter.climb(fitter.aboutOrigin(Labels.sums(fitData, labels, settings.components())), pass,
                Monitor.NONE);
        }
    }

    /** The first start is as set; of the further ones every second is by random points, for variety. */
    private Posterior start(final int index, final DataPass pass, final RandomStream random, final Monitor monitor) {
        final FitSettings ofStarts = settings.ofStarts();
        if (settings.start() instanceof Start.Given given && index == 0) {
            return of(Starts.given(data, ofStarts, given.mixture()), pass);
        }
        if (settings.start() instanceof Start.KMeans && index % 2 == 0) {
            return aboutOrigin(Starts.clusters(data, settings.components(), random, monitor));
        }
        return of(Starts.randomPoints(data, ofStarts, random), pass);
    }

    private Posterior of(final Parameters start, final DataPass pass) {
        return step.step(pass.sums(start, false), start.means());
    }

    private Posterior aboutOrigin(final Statistics sums) {
        return step.step(sums, Zeros.of(settings.components(), data.dimension()));
    }

    private BayesFit climb(final Posterior start, final DataPass pass, final Monitor monitor) {
        Posterior posterior = start;
        double[] trace = new double[16];
        double bound = Double.NEGATIVE_INFINITY;
        boolean converged = false;
        int iterations = 0;
        while (iterations < settings.maxIterations() && !converged) {
            final int done = iterations;
            monitor.progress((double)done / settings.maxIterations(), () -> "iteration " + (done + 1));
            final Statistics sums = pass.sums(posterior.parameters(), true);
            posterior = step.step(sums, posterior.means());
            final double previous = bound;
            bound = posterior.lowerBound(sums.entropy);
            if (iterations == trace.length) {
                trace = Arrays.copyOf(trace, 2 * iterations);
            }
            trace[iterations++] = bound;
            converged = Math.abs(bound - previous) < settings.tolerance();
        }
        return toFit(posterior, bound, converged, Arrays.copyOf(trace, iterations));
    }

    private BayesFit toFit(final Posterior posterior, final double bound, final boolean converged,
        final double[] trace) {
        final GaussianMixture mixture = new Parameters(posterior.type(), posterior.weights(), posterior.means(),
            posterior.covariances(), posterior.factors()).toMixture(data);
        final double[][] concentration = new double[posterior.components()][];
        Arrays.setAll(concentration, k -> posterior.second() == null ? new double[]{posterior.first()[k]}
            : new double[]{posterior.first()[k], posterior.second()[k]});
        return new BayesFit(mixture, bound, trace.length, converged, trace, posterior.rows(), concentration,
            posterior.meanPrecision(), posterior.freedom());
    }
}
