package org.modelcollapse.knime.loop;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.modelcollapse.collapse.experiment.ComponentExpectation;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.ScenarioLaws;
import org.modelcollapse.collapse.experiment.StepTest;
import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.law.ComponentSteps;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;

/** What the loop end needs to know of a run that the loop start has begun. Immutable. */
final class Plan {

    /** Steps of the components that are tested: ten milliseconds for two components. */
    private static final int STEPS = 500;

    private final List<String> variables;

    private final Original original;

    private final int n;

    private final RecursiveCollapseLoopStartParameters settings;

    /** Asked for in every generation, and a pass over the user's own rows to compute. */
    private final double originalVariance;

    Plan(final List<String> variables, final Original original, final int n,
        final RecursiveCollapseLoopStartParameters settings) {
        this.variables = List.copyOf(variables);
        this.original = original;
        this.n = n;
        this.settings = settings;
        this.originalVariance = scenario(1, 1).originalVariance();
    }

    /** @return a name a dimension */
    List<String> variables() {
        return variables;
    }

    /** @return what the recursion starts from */
    Original original() {
        return original;
    }

    /** @return whether a generation's training set is to be kept; the last one's, too, where any is */
    boolean keeps(final int generation, final boolean isLast) {
        return settings.m_kept.keeps(generation, isLast ? generation : settings.m_generations);
    }

    /** @return why the run ends with a fit, if it does */
    Optional<EndReason> endsWith(final int generation, final GaussianMixture fit) {
        return settings.m_stop.rule().reason(fit.totalVariance(), originalVariance, fit.weights(), n)
            .or(() -> generation >= settings.m_generations ? Optional.of(EndReason.ALL_GENERATIONS) : Optional.empty());
    }

    /**
     * The exact law of the total variance, supposing that every fit reproduces mean and variance of its training set.
     *
     * @param components of the fitted mixtures
     * @param fits how many there are
     * @return the expectation at fit 1, 2, ...; empty if the regime has no exact law
     */
    Optional<double[]> expectedTotalVariance(final int components, final int fits) {
        return Optional.ofNullable(ScenarioLaws.expected(scenario(components, fits)).get(Metric.TOTAL_VARIANCE.label()))
            .map(law -> IntStream.rangeClosed(1, fits).mapToDouble(law::applyAsDouble).toArray());
    }

    /**
     * @param components of the fitted mixtures
     * @return a test of the law, fit by fit, that has seen none
     */
    StepTest stepTest(final int components) {
        return StepTest.of(scenario(components, settings.m_generations));
    }

    /**
     * The law of the components, where the recursion is of fitted points alone, from a mixture of as many components.
     *
     * @param components of the fitted mixtures
     * @param fits how many there are
     * @param monitor told of progress, asked whether to go on
     * @return the bands; empty where the law is not valid
     */
    Optional<ComponentBands> componentBands(final int components, final int fits, final Monitor monitor) {
        return ComponentExpectation.bands(scenario(components, fits), monitor);
    }

    /**
     * Holds the components of the fits against their law, step by step.
     *
     * @param fits of the run
     * @return the test; empty where the law is not valid
     */
    Optional<ComponentSteps> componentSteps(final List<GaussianMixture> fits) {
        return ComponentExpectation.suited(scenario(fits.get(0).components(), fits.size())).flatMap(start -> ComponentSteps
            .of(Stream.concat(Stream.of(start), fits.stream()).map(GaussianMixture::sortedByMean).toList(), n, STEPS));
    }

    /** @return what the run began from, unless from rows */
    Optional<GaussianMixture> originalMixture() {
        return original.mixture();
    }

    private Scenario scenario(final int components, final int fits) {
        final FitSettings exact = FitSettings.sklearn(components).withMaximumLikelihood(true);
        return Scenario.of("loop", original, n, settings.m_next.regime(), new MixtureLearner(exact, 0), fits)
            .withSampling(settings.m_next.sampling());
    }
}
