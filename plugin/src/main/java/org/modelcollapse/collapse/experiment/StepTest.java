package org.modelcollapse.collapse.experiment;

import java.util.OptionalDouble;

import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.law.Steps;
import org.modelcollapse.collapse.math.Spread;
import org.modelcollapse.collapse.model.Bins;
import org.modelcollapse.collapse.model.BinsModel;
import org.modelcollapse.collapse.model.FittedModel;
import org.modelcollapse.collapse.model.MixtureModel;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.collapse.regime.NextSet;
import org.modelcollapse.collapse.regime.StepLaw;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Holds one run against the law of its regime, step by step. After each fit it computes what the total variance of the
 * next one is to be expected of, given the fitted model, the current training set, the original set and the pool; the
 * next fit then tells how far off that was. See {@link Steps} for what comes out. Mutable, of one thread.
 *
 * <p>The z-score of the mean over all runs means nothing where few runs carry the mean, as when nearly all have
 * collapsed. This one is N(0, 1) then, too, and a run of many generations has one of its own. What it tests is that a fit
 * keeps the mean and the variance of its training set, as every EM step does, converged or not, and that the next set is
 * drawn as the regime says. Regularisation, kernels and the divisor n - 1 are in it, where the scenario has them.
 */
public final class StepTest {

    /** Variances below the square of this share of the mean are partly rounding of the points themselves. */
    private static final double ROUNDING = 0x1p-40;

    private final Scenario scenario;
    private final StepLaw law;
    private final ModelVariance change;
    private final Bins bins;
    private final double factorOfOne;
    private final Known known = new Known();
    private NextSet expected;
    private long count;
    private double sum;
    private double squares;
    private int fits;

    private StepTest(final Scenario scenario) {
        this.scenario = scenario;
        law = scenario.regime().step(scenario.n());
        change = scenario.learner().variance(scenario.original().dimension());
        bins = scenario.learner().bins().orElse(null);
        factorOfOne = scenario.sampling().varianceFactor();
        known.original = original();
        if (scenario.original().mixture().isPresent()) {
            // training set 1 is drawn from the original, too
            expected = tested(NextSet.drawn(scenario.n(), known.original));
        }
    }

    /**
     * @param scenario the settings of the run
     * @return a test that has seen nothing
     */
    public static StepTest of(final Scenario scenario) {
        return new StepTest(scenario);
    }

    /**
     * Takes the next fit of a mixture.
     *
     * @param fitted the mixture fitted to the current training set, before the next one is drawn
     * @param recursion the run
     */
    public void add(final GaussianMixture fitted, final Recursion recursion) {
        add(new MixtureModel(fitted), fitted.totalVariance(), recursion);
    }

    /** @param total the model's total variance, which the caller has already */
    void add(final FittedModel fitted, final double total, final Recursion recursion) {
        final FittedModel model = bins == null ? fitted : ((BinsModel)fitted).codes();
        final double variance = bins == null ? total : model.totalVariance();
        compare(variance);
        fits++;
        expected = expect(model, variance, recursion);
    }

    /** Takes a training set that could not be fitted, so that runs which end are no selection. */
    void addUnfit(final Recursion recursion) {
        compare(change.model(Spread.of(coded(recursion.currentColumns())).variance(), recursion.current().size()));
        expected = null;
    }

    private void compare(final double variance) {
        if (expected == null) {
            return;
        }
        final double difference = (variance - change.model(expected.variance(), expected.size())) / expected.scatter();
        if (Math.abs(difference) < Double.POSITIVE_INFINITY) {
            count++;
            sum += difference;
            squares += difference * difference;
        }
    }

    /** @return null where there is nothing to be tested in the next step */
    private NextSet expect(final FittedModel model, final double variance, final Recursion recursion) {
        known.current = null;
        known.recursion = recursion;
        if (scenario.regime().pools()) {
            growPool(recursion);
        }
        final double factor = generatedFactor(model);
        if (!(factor >= 0)) {
            return null;
        }
        known.generated = new Spread(model.mean(), factor * variance);
        return tested(law.next(fits, known));
    }

    private static NextSet tested(final NextSet next) {
        final boolean rounded = !(next.variance() > ROUNDING * ROUNDING * next.meanSquared());
        return rounded || !(next.scatter() > 0) ? null : next;
    }

    private void growPool(final Recursion recursion) {
        final double[][] points = coded(fits == 1 ? recursion.firstColumns() : recursion.appended());
        final Spread more = Spread.of(points);
        known.pool = fits == 1 ? more : known.pool.joined((double)scenario.n() * (fits - 1), more, points[0].length);
    }

    /** Variance of what a model generates, as a share of its own; not a number if that is not known. */
    private double generatedFactor(final FittedModel model) {
        final Sampling sampling = scenario.sampling();
        if (sampling.isPlain()) {
            return 1;
        }
        final GaussianMixture mixture = model.mixture().orElseThrow();
        if (mixture.components() == 1) {
            return factorOfOne;
        }
        return sampling.centralFraction() < 1 ? Double.NaN
            : 1 + (sampling.temperature() - 1) * withinComponents(mixture) / mixture.totalVariance();
    }

    /** The part of the total variance that a temperature multiplies; a tempered mixture may be too wide to be made. */
    private static double withinComponents(final GaussianMixture mixture) {
        double sum = 0;
        for (int k = 0; k < mixture.components(); k++) {
            for (int j = 0; j < mixture.dimension(); j++) {
                sum += mixture.weight(k) * mixture.covariance(k, j, j);
            }
        }
        return sum;
    }

    private Spread original() {
        if (bins != null) {
            final BinsModel codes = ScenarioLaws.codes(bins, scenario.original()).codes();
            return new Spread(codes.mean(), codes.totalVariance());
        }
        return scenario.original().spread();
    }

    /** Points as the learner of bins sees them: the centres of their bins. */
    private double[][] coded(final double[][] columns) {
        if (bins == null) {
            return columns;
        }
        final double[] centres = new double[columns[0].length];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = bins.centre(bins.of(columns[0][i]));
        }
        return new double[][] {centres};
    }

    /** @return the steps so far */
    public Steps steps() {
        return new Steps(count, sum, squares);
    }

    /** @return the z-score of the steps so far; empty if they are too few */
    public OptionalDouble z() {
        return steps().z();
    }

    /** What needs a pass over points is computed when it is asked for. */
    private final class Known implements StepLaw.State {

        private Recursion recursion;
        private Spread original;
        private Spread originalSet;
        private Spread generated;
        private Spread current;
        private Spread pool;

        @Override
        public Spread original() {
            return original;
        }

        @Override
        public Spread originalSet() {
            if (originalSet == null) {
                originalSet = Spread.of(coded(recursion.firstColumns()));
            }
            return originalSet;
        }

        @Override
        public Spread generated() {
            return generated;
        }

        @Override
        public Spread current() {
            if (current == null) {
                current = Spread.of(coded(recursion.currentColumns()));
            }
            return current;
        }

        @Override
        public Spread pool() {
            return pool;
        }
    }
}
