package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Whether a mixture needs one component more: the test of the likelihood ratio, whose law for mixtures is not that of
 * chi-square and is found by a parametric bootstrap (McLachlan 1987, doi:10.2307/2347790). Data sets are drawn from the
 * smaller mixture, and the same search for the best fit is made in each as in the rows, so that p-values are not too small
 * because of maxima that were missed. Immutable.
 *
 * @param components of the smaller mixture, {@code K}
 * @param logLikelihood of the rows under the best fit of {@code K} components
 * @param logLikelihoodOfMore the same of {@code K + 1}
 * @param statistic twice their difference
 * @param ofReplicates the statistic of each data set that was drawn
 * @param pValue {@code (1 + how many of those are at least as large) / (1 + how many there are)}
 */
public record LikelihoodRatioTest(int components, double logLikelihood, double logLikelihoodOfMore, double statistic,
    double[] ofReplicates, double pValue) {

    /** Copies what could be changed. */
    public LikelihoodRatioTest {
        ofReplicates = ofReplicates.clone();
    }

    /**
     * Tests.
     *
     * @param rows {@code n} rows
     * @param components of the smaller mixture, at least 1
     * @param settings how mixtures are fitted, usually {@link FitSettings#converged}; number of components and start in it
     *            are not used, and as many data sets are fitted at a time as there are threads in it
     * @param effort how long the best fit is searched, in the rows and in each data set
     * @param replicates how many data sets are drawn, at least 1; 19 are the fewest that can give a p-value of 0.05
     * @param random source of random numbers; every data set has a stream split from it
     * @param monitor told of progress and asked whether to go on, by several threads if the settings give several
     * @return the result
     * @throws IllegalArgumentException if rows and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in a best maximum and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static LikelihoodRatioTest of(final Points rows, final int components, final FitSettings settings,
        final Effort effort, final int replicates, final RandomStream random, final Monitor monitor) {
        Check.atLeast("number of replicates", replicates, 1);
        final Share share = new Share(monitor, replicates + 1, "Data set ");
        final List<Fit> fits = fits(rows, components, settings, effort, random.split(0), share.part());
        share.done();
        final MixtureSampler sampler = MixtureSampler.of(fits.get(0).mixture());
        final FitSettings each = settings.withThreads(1);
        final List<Supplier<Double>> tasks = IntStream.rangeClosed(1, replicates).<Supplier<Double>> mapToObj(b -> () -> {
            final RandomStream own = random.split(b);
            final Points drawn = sampler.sample(rows.size(), own);
            final double statistic = statistic(fits(drawn, components, each, effort, own, share.part()), rows.size());
            share.done();
            return statistic;
        }).toList();
        try (SearchWorkers workers = new SearchWorkers(settings.threads())) {
            final double[] drawn = workers.run(tasks).stream().mapToDouble(Double::doubleValue).toArray();
            final double statistic = statistic(fits, rows.size());
            final long larger = Arrays.stream(drawn).filter(t -> t >= statistic).count();
            return new LikelihoodRatioTest(components, rows.size() * fits.get(0).score(),
                rows.size() * fits.get(1).score(), statistic, drawn, (1.0 + larger) / (1 + replicates));
        }
    }

    private static List<Fit> fits(final Points rows, final int components, final FitSettings settings, final Effort effort,
        final RandomStream random, final Monitor monitor) {
        return BestFit.select(rows, null, settings, components, components + 1, Criterion.BIC, effort, random, monitor)
            .fits();
    }

    private static double statistic(final List<Fit> fits, final int n) {
        return 2.0 * n * (fits.get(1).score() - fits.get(0).score());
    }

    /** {@return a copy of the statistics of the data sets that were drawn} */
    @Override
    public double[] ofReplicates() {
        return ofReplicates.clone();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof LikelihoodRatioTest that && components == that.components
            && logLikelihood == that.logLikelihood && logLikelihoodOfMore == that.logLikelihoodOfMore
            && Arrays.equals(ofReplicates, that.ofReplicates);
    }

    @Override
    public int hashCode() {
        return 31 * components + Arrays.hashCode(ofReplicates);
    }
}
