package org.modelcollapse.collapse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The exact expected curves of a scenario, for those of its numbers that have one: total variance and mean; diversity
 * of weights for bins and categories (it is the total variance of the one-hot coded points, so that the same law
 * holds); standard deviation and divergence for one Gaussian under replace. Immutable.
 *
 * <p>For mixtures the law of the total variance supposes what EM does (see {@link ThreeWayLaw}); where the fits
 * regularise, it has that in it. A simulated mean that is far from it, by its z-score, therefore tells of a fit that
 * does something else, or of a tail too heavy for the number of replicates.
 */
public final class ScenarioLaws {

    private final Scenario scenario;
    private final ModelShape shape;
    private final Map<String, double[]> expected = new LinkedHashMap<>();

    private ScenarioLaws(final Scenario scenario) {
        this.scenario = scenario;
        this.shape = ModelShape.of(scenario.learner(), scenario.original().dimension());
        totalVariance();
        mean();
        diversity();
        oneGaussian();
    }

    /**
     * @param scenario the settings
     * @return for each {@linkplain GenerationMetrics#names name} that has a law, the expectation at fit 1, 2, ... up to
     *         the number of generations, in the places 0, 1, ...
     */
    public static Map<String, double[]> expected(final Scenario scenario) {
        return Collections.unmodifiableMap(new ScenarioLaws(scenario).expected);
    }

    private void totalVariance() {
        final Optional<ModelVariance> change = modelVariance();
        if (change.isPresent()) {
            final double variance = scenario.learner() instanceof Learner.Categorical ? codes().totalVariance()
                : scenario.originalVariance();
            expected.put(Metric.TOTAL_VARIANCE.label(), curve(variance, change.get()));
        }
    }

    /** What the models do to the variance, if there is a law for it. */
    private Optional<ModelVariance> modelVariance() {
        final Sampling sampling = scenario.sampling();
        final int d = shape.dimension();
        final double kept = sampling.temperature() * CentralFraction.varianceFactor(sampling.centralFraction());
        if (scenario.learner() instanceof Learner.Mixture mixture) {
            if (shape.components() > 1 && !sampling.isPlain()) {
                return Optional.empty();
            }
            final double e = mixture.settings().maximumLikelihood() ? 0 : mixture.settings().regularization();
            return Optional.of(ModelVariance.of(0, d * e, kept));
        }
        if (scenario.learner() instanceof Learner.Gaussian gaussian) {
            return Optional.of(ModelVariance.of(gaussian.ddof(), 0, kept));
        }
        if (scenario.learner() instanceof Learner.KernelDensity kernel) {
            return Optional.of(ModelVariance.of(0, d * kernel.bandwidth() * kernel.bandwidth(), 1));
        }
        return scenario.learner() instanceof Learner.Categorical ? Optional.of(ModelVariance.KEPT) : Optional.empty();
    }

    /** The law of the regime, for an original of this variance. */
    private double[] curve(final double variance, final ModelVariance change) {
        final int n = scenario.n();
        final int fits = scenario.generations();
        final boolean rows = scenario.original() instanceof Original.OfRows;
        if (scenario.regime() instanceof Regime.Mix mix) {
            final GenerationMix.Counts counts = mix.mix().counts(n);
            return (rows ? ThreeWayLaw.ofRows(variance, counts, mix.source())
                : ThreeWayLaw.ofMixture(variance, counts, mix.source())).with(change).expectedTotalVariance(fits);
        }
        final double first = rows ? variance : variance * (n - 1) / n;
        if (scenario.regime() instanceof Regime.Growing growing) {
            return AccumulationLaw.growing(first, t -> growing.size(n, t), fits, change);
        }
        return scenario.regime() instanceof Regime.Accumulate ? AccumulationLaw.accumulate(first, n, fits, change)
            : AccumulationLaw.accumulateSubsample(first, n, fits, change);
    }

    /** The mean stays where it was, if what is generated has the mean of the model. */
    private void mean() {
        final boolean symmetric = scenario.sampling().centralFraction() == 1 || shape.components() == 1;
        if (!symmetric || scenario.learner() instanceof Learner.Histogram) {
            return;
        }
        final double[] mean = scenario.learner() instanceof Learner.Categorical ? codes().mean() : originalMean();
        for (int j = 0; j < mean.length; j++) {
            final double constant = mean[j];
            put(shape.meanNames(Metric.MEAN.label()).get(j), t -> constant);
        }
    }

    private void diversity() {
        if (shape.kind() == ModelShape.Kind.BINS) {
            final double initial = Weights.diversity(codes().weights());
            expected.put(Metric.WEIGHT_DIVERSITY.label(), curve(initial, ModelVariance.KEPT));
        }
    }

    private void oneGaussian() {
        final boolean replace = scenario.regime() instanceof Regime.Mix mix
            && mix.mix().counts(scenario.n()).fitted() == scenario.n();
        if (replace && scenario.sampling().isPlain() && scenario.learner() instanceof Learner.Gaussian gaussian
            && shape.dimension() == 1 && scenario.original() instanceof Original.OfMixture original
            && original.mixture().components() == 1) {
            final GaussianLaw law = GaussianLaw.of(scenario.n(), gaussian.ddof(), original.mixture().sd(0));
            put("Sd 1", law::expectedSd);
            put(Metric.KL_FITTED_ORIGINAL.label(), law::expectedKullbackLeibler);
        }
    }

    private void put(final String name, final IntToDoubleFunction law) {
        final double[] curve = new double[scenario.generations()];
        for (int t = 1; t <= curve.length; t++) {
            curve[t - 1] = law.applyAsDouble(t);
        }
        expected.put(name, curve);
    }

    private double[] originalMean() {
        if (scenario.original() instanceof Original.OfMixture given) {
            return given.mixture().mean();
        }
        final double[][] columns = Columns.of(((Original.OfRows)scenario.original()).rows());
        final double[] mean = new double[columns.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = Moments.mean(columns[j]);
        }
        return mean;
    }

    /** The original as the learner of bins sees it. */
    private BinsModel codes() {
        final Bins bins = Bins.of(scenario.learner());
        return scenario.original() instanceof Original.OfMixture given ? bins.expect(given.mixture())
            : bins.learn(((Original.OfRows)scenario.original()).rows().column(0));
    }
}
