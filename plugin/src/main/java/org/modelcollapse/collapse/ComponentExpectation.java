package org.modelcollapse.collapse;

import java.util.Optional;

import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.law.ComponentDiffusion;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;

/**
 * The law of the components of a scenario: what {@link ComponentDiffusion} expects of the weight, mean and variance of
 * each, if the scenario is what that is for.
 */
public final class ComponentExpectation {

    /** A regularisation that in each generation adds less than this share of what one row does is as good as none. */
    private static final double NEGLIGIBLE = .1;

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
        if (!(scenario.original() instanceof Original.OfMixture given) || given.mixture().dimension() != 1
            || !(scenario.regime() instanceof Regime.Mix mix)
            || mix.mix().counts(scenario.n()).fitted() != scenario.n() || !scenario.sampling().isPlain()
            || !fits(scenario.learner(), given.mixture(), scenario.n())) {
            return Optional.empty();
        }
        return Optional.of(given.mixture());
    }

    private static boolean fits(final Learner learner, final GaussianMixture original, final int n) {
        if (learner instanceof Learner.Gaussian gaussian) {
            return original.components() == 1 && gaussian.ddof() == 0;
        }
        if (!(learner instanceof Learner.Mixture em) || em.settings().components() != original.components()) {
            return false;
        }
        double narrowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < original.components(); k++) {
            narrowest = Math.min(narrowest, original.variance(k));
        }
        return (em.settings().maximumLikelihood() || em.settings().regularization() * n <= NEGLIGIBLE * narrowest)
            // one covariance for all, or one variance, is another model where there are several components
            && (original.components() == 1 || !em.settings().covarianceType().equals(CovarianceType.TIED));
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
