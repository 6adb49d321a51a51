package org.modelcollapse.knime.recursion;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.ScenarioLaws;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.Regime.LongRun;
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
        final Scenario scenario = Scenario.of("preview", ORIGINAL, rows, next.regime(), learner.unitless(), fits)
            .withSampling(next.sampling());
        if (!learner.dependsOnUnit().isEmpty()) {
            return new Outlook("The exact law depends on the original", learner.dependsOnUnit());
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

    /** Where it goes, if that can be said in a sentence. */
    private static String future(final Scenario scenario, final IntToDoubleFunction law) {
        final boolean keeps = scenario.sampling().equals(Sampling.PLAIN)
            && scenario.learner().variance(1).equals(ModelVariance.KEPT);
        final Optional<LongRun> end = keeps ? scenario.regime().longRun(scenario.n()) : Optional.empty();
        if (end.isEmpty() || end.get().share() == 0 && scenario.generations() == 1) {
            return "";
        }
        final double share = end.get().share();
        final double halfLife = StrictMath.log(0.5) / StrictMath.log(law.applyAsDouble(2) / law.applyAsDouble(1));
        final String number = share > 0 ? NumberText.percent(share) : NumberText.of(Math.round(Math.max(1, halfLife)));
        return end.get().words().replace("{0}", number) + " ";
    }
}
