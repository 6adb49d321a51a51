package org.modelcollapse.knime.recursion;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

import org.modelcollapse.collapse.AccumulationLaw;
import org.modelcollapse.collapse.GenerationMix.Counts;
import org.modelcollapse.collapse.Learner;
import org.modelcollapse.collapse.Metric;
import org.modelcollapse.collapse.Original;
import org.modelcollapse.collapse.Regime;
import org.modelcollapse.collapse.Sampling;
import org.modelcollapse.collapse.Scenario;
import org.modelcollapse.collapse.ScenarioLaws;
import org.modelcollapse.collapse.ThreeWayLaw;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.knime.node.NumberText;

/**
 * What the exact law expects of a recursion, in a few words: how much of the original's total variance is left at the
 * end, and where it goes. For an original that is a distribution; regularisation is left out, as it depends on the unit
 * of the data.
 *
 * @param title the share of the variance, or that there is no law
 * @param description what it means
 */
record Outlook(String title, String description) {

    /** The law is followed so far; a dialog answers at once. */
    private static final int MOST_GENERATIONS = 200_000;

    /** Any original of variance 1 will do. */
    private static final Original ORIGINAL = Original
        .of(GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{-0.6, 0.6}, new double[]{0.8, 0.8}));

    /**
     * @param generations how many models are fitted
     * @param rows points of training set 1
     * @param next how the next training set comes about
     * @param learner what is fitted
     * @return the outlook
     * @throws IllegalArgumentException if a setting is out of its range or does not suit the others
     */
    static Outlook of(final int generations, final int rows, final RegimeParameters next, final Learner learner) {
        final int fits = Math.min(generations, MOST_GENERATIONS);
        final Scenario scenario = Scenario.of("preview", ORIGINAL, rows, next.regime(), keepingVariance(learner), fits)
            .withSampling(next.sampling());
        if (learner instanceof Learner.KernelDensity || learner instanceof Learner.Histogram) {
            return new Outlook("The exact law depends on the original", learner instanceof Learner.Histogram
                ? "A histogram spreads the points of a bin over the whole bin."
                : "Each generation adds the squared bandwidth to the variance, so that it grows.");
        }
        final IntToDoubleFunction law = ScenarioLaws.expected(scenario).get(Metric.TOTAL_VARIANCE.label());
        if (law == null) {
            return new Outlook("No exact law is known for these settings",
                "The results then come without an expectation beside them.");
        }
        return new Outlook(
            "Expected by the exact law: " + NumberText.percent(law.applyAsDouble(fits) / scenario.originalVariance())
                + " of the variance left",
            "After " + NumberText.of(fits) + " generations, " + NumberText.of(rows)
                + " rows in a training set, on average over all seeds. " + future(scenario, law)
                + "Single runs scatter around it, and single components do what they like within it.");
    }

    /** Mixtures without regularisation and categories keep it; their law is the same. */
    private static Learner keepingVariance(final Learner learner) {
        if (learner instanceof Learner.Categorical) {
            return new Learner.Gaussian(0);
        }
        return learner instanceof Learner.Mixture mixture
            ? new Learner.Mixture(
                FitSettings.sklearn(mixture.settings().components()).withMaximumLikelihood(true), mixture.seed())
            : learner;
    }

    /** Where it goes, if that can be said in a sentence. */
    private static String future(final Scenario scenario, final IntToDoubleFunction law) {
        final boolean plain = scenario.sampling().equals(Sampling.PLAIN)
            && !(scenario.learner() instanceof Learner.Gaussian gaussian && gaussian.ddof() == 1);
        if (!plain) {
            return "";
        }
        if (scenario.regime() instanceof Regime.Accumulate) {
            return "However long it runs, it stays above "
                + NumberText.percent(AccumulationLaw.accumulateLimit(1, scenario.n())) + ". ";
        }
        if (scenario.regime() instanceof Regime.Mix mix) {
            final Counts counts = mix.mix().counts(scenario.n());
            final OptionalDouble limit = ThreeWayLaw.ofMixture(1, counts, mix.source()).stationaryTotalVariance();
            if (limit.isPresent() && counts.original() > 0) {
                return "The original points hold it at " + NumberText.percent(limit.getAsDouble())
                    + " in the long run. ";
            }
            if (counts.original() == 0 && counts.fitted() > 0 && scenario.generations() > 1) {
                final double halfLife = StrictMath.log(0.5) / StrictMath.log(law.applyAsDouble(2) / law.applyAsDouble(1));
                return "It halves every " + NumberText.of(Math.round(Math.max(1, halfLife))) + " generations. ";
            }
        }
        return "";
    }
}
