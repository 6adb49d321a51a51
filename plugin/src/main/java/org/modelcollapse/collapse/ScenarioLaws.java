package org.modelcollapse.collapse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The exact expected curves of a scenario, for those of its numbers that have one: total variance and mean; weights,
 * their diversity and the mass in the tails for bins and categories (it is the total variance of the one-hot coded points, so that the same law
 * holds); standard deviation and divergence for one Gaussian under replace. Immutable.
 *
 * <p>For mixtures the law of the total variance supposes what EM does (see {@link ThreeWayLaw}); where the fits
 * regularise, it has that in it. A simulated mean that is far from it, by its z-score, therefore tells of a fit that
 * does something else, or of a tail too heavy for the number of replicates.
 */
public final class ScenarioLaws {

    private final Scenario scenario;
    private final ModelShape shape;
    private final Map<String, IntToDoubleFunction> expected = new LinkedHashMap<>();

    private ScenarioLaws(final Scenario scenario) {
        this.scenario = scenario;
        this.shape = ModelShape.of(scenario.learner(), scenario.original().dimension());
        totalVariance();
        mean();
        weights();
        oneGaussian();
    }

    /**
     * @param scenario the settings
     * @return for each {@linkplain GenerationMetrics#names name} that has a law, the expectation at fit 1, 2, ... up to
     *         the number of generations
     */
    public static Map<String, IntToDoubleFunction> expected(final Scenario scenario) {
        return Collections.unmodifiableMap(new ScenarioLaws(scenario).expected);
    }

    private void totalVariance() {
        if (shape.kind() == ModelShape.Kind.BINS) {
            binnedVariance();
            return;
        }
        modelVariance().ifPresent(change -> expected.put(Metric.TOTAL_VARIANCE.label(),
            curve(scenario.originalVariance(), change)));
    }

    /** The centres of the bins drift as categories do; the variance within a bin stays what it is. */
    private void binnedVariance() {
        final double width = Bins.of(scenario.learner()).width();
        final double within = width * width / 12;
        final IntToDoubleFunction centres = curve(codes().codes().totalVariance(), ModelVariance.KEPT);
        expected.put(Metric.TOTAL_VARIANCE.label(), t -> centres.applyAsDouble(t) + within);
    }

    /** What the models do to the variance, if there is a law for it. */
    private Optional<ModelVariance> modelVariance() {
        final Sampling sampling = scenario.sampling();
        if (shape.components() > 1 && !sampling.isPlain()) {
            return Optional.empty();
        }
        return Optional.of(ModelVariance.of(scenario.learner(), shape.dimension()).at(sampling.varianceFactor()));
    }

    /** The law of one step of a scenario's regime. */
    static StepLaw step(final Scenario scenario) {
        final int n = scenario.n();
        if (scenario.regime() instanceof Regime.Mix mix) {
            return ThreeWayLaw.step(mix.mix().counts(n), mix.source());
        }
        if (scenario.regime() instanceof Regime.Growing growing) {
            return AccumulationLaw.growingStep(t -> growing.size(n, t));
        }
        return scenario.regime() instanceof Regime.Accumulate ? AccumulationLaw.accumulateStep(n)
            : AccumulationLaw.accumulateSubsampleStep(n);
    }

    /** The law of the regime, for an original of this variance. */
    private IntToDoubleFunction curve(final double variance, final ModelVariance change) {
        final double[] curve = expectedVariances(variance, change);
        return t -> curve[t - 1];
    }

    private double[] expectedVariances(final double variance, final ModelVariance change) {
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
        if (scenario.sampling().centralFraction() < 1 && shape.components() > 1) {
            return;
        }
        final double[] mean = shape.kind() == ModelShape.Kind.BINS ? codes().mean() : originalMean();
        putConstants(shape.meanNames(Metric.MEAN.label()), mean);
        if (shape.kind() == ModelShape.Kind.MIXTURE && shape.components() == 1) {
            putConstants(shape.meanNames("Mean 1"), mean);
        }
    }

    /** Expected weights, and so what lies in the tails, stay where they were, while one after the other is lost. */
    private void weights() {
        if (shape.kind() == ModelShape.Kind.BINS) {
            final double[] weights = codes().weights();
            putConstants(shape.componentNames(), weights);
            expected.put(Metric.WEIGHT_DIVERSITY.label(), curve(Weights.diversity(weights), ModelVariance.KEPT));
            final OriginalReference reference = OriginalReference.of(scenario.original());
            putConstants(List.of(Metric.LOWER_TAIL.label(), Metric.UPPER_TAIL.label()),
                new double[] {codes().below(reference.low()), codes().above(reference.high())});
        }
    }

    private void oneGaussian() {
        gaussian(scenario).ifPresent(law -> {
            expected.put("Sd 1", law::expectedSd);
            expected.put(Metric.KL_FITTED_ORIGINAL.label(), law::expectedKullbackLeibler);
        });
    }

    /**
     * @param scenario the settings
     * @return the laws of one Gaussian under replace in one dimension, if that is what the scenario is: fitted with
     *         either divisor, or by EM without regularisation, which is the same as the divisor n
     */
    static Optional<GaussianLaw> gaussian(final Scenario scenario) {
        final boolean replace = scenario.regime() instanceof Regime.Mix mix
            && mix.mix().counts(scenario.n()).fitted() == scenario.n();
        if (!replace || !scenario.sampling().isPlain() || scenario.original().dimension() != 1
            || !(scenario.original() instanceof Original.OfMixture original)
            || original.mixture().components() != 1) {
            return Optional.empty();
        }
        final double sd = original.mixture().sd(0);
        if (scenario.learner() instanceof Learner.Gaussian gaussian) {
            return Optional.of(GaussianLaw.of(scenario.n(), gaussian.ddof(), sd));
        }
        return scenario.learner() instanceof Learner.Mixture em && em.settings().components() == 1
            && em.settings().maximumLikelihood() ? Optional.of(GaussianLaw.of(scenario.n(), 0, sd)) : Optional.empty();
    }

    private void putConstants(final List<String> names, final double[] constants) {
        for (int i = 0; i < constants.length; i++) {
            final double constant = constants[i];
            expected.put(names.get(i), t -> constant);
        }
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

    private BinsModel codes() {
        return codes(scenario);
    }

    /** The original as the learner of bins sees it. */
    static BinsModel codes(final Scenario scenario) {
        final Bins bins = Bins.of(scenario.learner());
        return scenario.original() instanceof Original.OfMixture given ? bins.expect(given.mixture())
            : bins.learn(((Original.OfRows)scenario.original()).rows().column(0));
    }
}
