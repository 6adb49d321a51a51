package org.modelcollapse.collapse.experiment;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelcollapse.collapse.math.Moments;
import org.modelcollapse.collapse.model.FittedModel;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.GenerationMix.Counts;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.ThreeWayLaw;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;

/** The law of the three-way mix against the recursion itself, by many replicates. */
class ThreeWayLawSimulationTest {

    private static final GaussianMixture GAUSSIAN =
        GaussianMixture.of(new double[] {1}, new double[] {3}, new double[] {1});

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.3, .7}, new double[] {-2, 2}, new double[] {1, .5});

    private static final GaussianMixture PLANE = GaussianMixture.of(CovarianceType.FULL, new double[] {1},
        new double[][] {{1, -1}}, new double[][][] {{{2, .8}, {.8, 1}}});

    private static final Learner MAXIMUM_LIKELIHOOD = new GaussianLearner(0);

    /** EM that is far from converged: the law holds for any number of steps. */
    private static final Learner TWO_STEPS = new MixtureLearner(FitSettings.converged(2).withMaximumLikelihood(true)
        .withStart(Start.given(PAIR)).withTolerance(0).withMaxIterations(2).withScored(false), 0);

    /** EM as an analyst runs it, from k-means. */
    private static final Learner FROM_K_MEANS = new MixtureLearner(FitSettings.sklearn(2).withMaximumLikelihood(true)
        .withScored(false), 0);

    static Stream<Arguments> cases() {
        return Stream.of(OriginalSource.values()).flatMap(source -> Stream.of(
            Arguments.of("one Gaussian, all three parts", GAUSSIAN, new Counts(2, 10, 8), source, MAXIMUM_LIKELIHOOD,
                60, 2500),
            Arguments.of("one Gaussian, no original", GAUSSIAN, new Counts(0, 10, 40), source, MAXIMUM_LIKELIHOOD, 60,
                2500),
            Arguments.of("one Gaussian, no current", GAUSSIAN, new Counts(7, 18, 0), source, MAXIMUM_LIKELIHOOD, 30,
                2500),
            Arguments.of("pair, two EM steps, all three", PAIR, new Counts(5, 20, 15), source, TWO_STEPS, 25, 2500),
            Arguments.of("pair, two EM steps, replace", PAIR, new Counts(0, 40, 0), source, TWO_STEPS, 25, 2500),
            Arguments.of("pair from k-means, all three", PAIR, new Counts(12, 36, 12), source, FROM_K_MEANS, 20, 2000),
            Arguments.of("plane, all three", PLANE, new Counts(4, 10, 6), source, MAXIMUM_LIKELIHOOD, 30, 2500)));
    }

    @ParameterizedTest(name = "{0}, {3}")
    @MethodSource("cases")
    void aMixtureAsOriginal(final String name, final GaussianMixture original, final Counts counts,
        final OriginalSource source, final Learner learner, final int fits, final int replicates) {
        final double[] law = ThreeWayLaw.ofMixture(original.totalVariance(), counts, source)
            .expectedTotalVariance(fits);
        check(name, law, replicates, learner, r -> Recursion.ofMixture(original, counts.total(), mixOf(counts), source,
            RandomStream.of(20261122, r)));
    }

    @ParameterizedTest
    @EnumSource(OriginalSource.class)
    void rowsAsOriginal(final OriginalSource source) {
        final Points rows = Points.of(-3, -1, -.5, 0, .1, .2, .25, 1, 1.5, 2, 2.5, 9);
        final double variance = Moments.variance(rows.column(0), Moments.mean(rows.column(0)));
        for (final Counts counts : new Counts[] {new Counts(3, 6, 3), new Counts(0, 6, 6), new Counts(4, 8, 0)}) {
            final double[] law = ThreeWayLaw.ofRows(variance, counts, source).expectedTotalVariance(30);
            check("rows " + counts, law, 6000, MAXIMUM_LIKELIHOOD, r -> Recursion.ofRows(rows, mixOf(counts), source,
                RandomStream.of(4, r)));
        }
    }

    /** Ratios that truncate to exactly these counts. */
    private static GenerationMix mixOf(final Counts counts) {
        final double n = counts.total();
        return GenerationMix.of(ratio(counts.original(), n), ratio(counts.fitted(), n));
    }

    private static double ratio(final int count, final double n) {
        return (int)(n * (count / n)) == count ? count / n : Math.nextUp(count / n);
    }

    private interface Runs {
        Recursion start(int replicate);
    }

    private static void check(final String name, final double[] law, final int replicates, final Learner learner,
        final Runs runs) {
        final int fits = law.length;
        final Replicates second = new Replicates(name + ", fit 2");
        final Replicates middle = new Replicates(name + ", fit " + fits / 2);
        final Replicates last = new Replicates(name + ", fit " + fits);
        for (int r = 0; r < replicates; r++) {
            final Recursion run = runs.start(r);
            Points training = run.first();
            for (int t = 1; t <= fits; t++) {
                final FittedModel model = learner.learn(training, Monitor.NONE);
                if (t == 2) {
                    second.add(model.totalVariance());
                } else if (t == fits / 2) {
                    middle.add(model.totalVariance());
                } else if (t == fits) {
                    last.add(model.totalVariance());
                }
                training = run.next(model);
            }
        }
        second.assertExpectation(law[1]);
        middle.assertExpectation(law[fits / 2 - 1]);
        last.assertExpectation(law[fits - 1]);
    }
}
