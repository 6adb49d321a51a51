package org.modelcollapse.collapse.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.law.GaussianLaw;
import org.modelcollapse.collapse.math.Weights;
import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.metric.OriginalReference;
import org.modelcollapse.collapse.model.Bins;
import org.modelcollapse.collapse.model.BinsModel;
import org.modelcollapse.collapse.model.ModelShape;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.ThreeWayLaw;
import org.modelcollapse.gmm.GaussianMixture;

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
    private final Optional<BinsModel> codes;
    private final Map<String, IntToDoubleFunction> expected = new LinkedHashMap<>();

    private ScenarioLaws(final Scenario scenario) {
        this.scenario = scenario;
        this.shape = scenario.shape();
        this.codes = scenario.learner().bins().map(bins -> codes(bins, scenario.original()));
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
        if (codes.isPresent()) {
            binnedVariance(codes.get());
            return;
        }
        modelVariance().ifPresent(change -> expected.put(Metric.TOTAL_VARIANCE.label(),
            curve(scenario.originalVariance(), change)));
    }

    /** The centres of the bins drift as categories do; the variance within a bin stays what it is. */
    private void binnedVariance(final BinsModel original) {
        final double width = original.bins().width();
        final double within = width * width / 12;
        final IntToDoubleFunction centres = curve(original.codes().totalVariance(), ModelVariance.KEPT);
        expected.put(Metric.TOTAL_VARIANCE.label(), t -> centres.applyAsDouble(t) + within);
    }

    /** What the models do to the variance, if there is a law for it. */
    private Optional<ModelVariance> modelVariance() {
        final Sampling sampling = scenario.sampling();
        if (shape.components() > 1 && !sampling.isPlain()) {
            return Optional.empty();
        }
        return Optional.of(scenario.learner().variance(shape.dimension()).at(sampling.varianceFactor()));
    }

    /** The law of the regime, for an original of this variance. */
    private IntToDoubleFunction curve(final double variance, final ModelVariance change) {
        final double[] curve = scenario.regime().expectedVariances(scenario.original(), variance, scenario.n(),
            scenario.generations(), change);
        return t -> curve[t - 1];
    }

    /** The mean stays where it was, if what is generated has the mean of the model. */
    private void mean() {
        if (scenario.sampling().centralFraction() < 1 && shape.components() > 1) {
            return;
        }
        final double[] mean = codes.map(BinsModel::mean).orElseGet(() -> scenario.original().spread().mean());
        putConstants(shape.meanNames(Metric.MEAN.label()), mean);
        if (shape.mixture() && shape.components() == 1) {
            putConstants(shape.meanNames("Mean 1"), mean);
        }
    }

    /** Expected weights, and so what lies in the tails, stay where they were, while one after the other is lost. */
    private void weights() {
        codes.ifPresent(original -> {
            final double[] weights = original.weights();
            putConstants(shape.componentNames(), weights);
            expected.put(Metric.WEIGHT_DIVERSITY.label(), curve(Weights.diversity(weights), ModelVariance.KEPT));
            final OriginalReference reference = OriginalReference.of(scenario.original());
            putConstants(List.of(Metric.LOWER_TAIL.label(), Metric.UPPER_TAIL.label()),
                new double[] {original.below(reference.low()), original.above(reference.high())});
        });
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
        final Optional<GaussianMixture> original = scenario.original().mixture().filter(given -> given.components() == 1);
        final OptionalInt ddof = scenario.learner().gaussianDdof();
        if (!scenario.regime().replaces(scenario.n()) || !scenario.sampling().isPlain()
            || scenario.original().dimension() != 1 || original.isEmpty() || ddof.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(GaussianLaw.of(scenario.n(), ddof.getAsInt(), original.get().sd(0)));
    }

    private void putConstants(final List<String> names, final double[] constants) {
        for (int i = 0; i < constants.length; i++) {
            final double constant = constants[i];
            expected.put(names.get(i), t -> constant);
        }
    }

    /** The original as a learner of bins sees it. */
    static BinsModel codes(final Bins bins, final Original original) {
        return original.mixture().map(bins::expect)
            .orElseGet(() -> bins.learn(original.rows().orElseThrow().column(0)));
    }
}
