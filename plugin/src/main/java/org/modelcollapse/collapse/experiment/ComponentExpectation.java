package org.modelcollapse.collapse.experiment;

import java.util.Optional;

import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.law.ComponentDiffusion;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;

/**
 * The law of the components of a scenario: what {@link ComponentDiffusion} expects of the weight, mean and variance of
 * each, if the scenario is what that is for.
 */
public final class ComponentExpectation {

    private ComponentExpectation() {
    }

    /**
     * Finds out whether the law is for a scenario: training sets of points of the last fit alone, without temperature or
     * curation, from an original mixture in one column, fitted by as many components without a regularisation that
     * matters. It supposes that EM is run to convergence, whatever the scenario's tolerance; what stops earlier differs
     * from it, and the difference is what the stopping does.
     *
     * @param scenario the settings
     * @return the original; empty if the law is not for this scenario
     */
    public static Optional<GaussianMixture> suited(final Scenario scenario) {
        final int n = scenario.n();
        return scenario.original().mixture().filter(original -> original.dimension() == 1
            && scenario.regime().replaces(n) && scenario.sampling().isPlain() && scenario.learner().estimates(original, n));
    }

    /**
     * Follows the components, some tenths of a second for two of them and 2,000 generations.
     *
     * @param scenario the settings
     * @param monitor told of progress, asked whether to go on
     * @return the bands, as far as they are valid; empty where the law is not for the scenario or nowhere valid
     */
    public static Optional<ComponentBands> bands(final Scenario scenario, final Monitor monitor) {
        return suited(scenario)
            .flatMap(original -> ComponentDiffusion.validBands(original, scenario.n(), scenario.generations(), monitor));
    }
}
