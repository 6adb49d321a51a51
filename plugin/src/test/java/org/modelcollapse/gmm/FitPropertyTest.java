package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.modelcollapse.Cases;
import org.modelcollapse.Generated;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of any fit by EM, tried on generated data and settings. */
@Generated
class FitPropertyTest {

    /** EM multiplies the rounding of its data by what the likelihood is flat by; five steps keep it below this. */
    private static final double ROUNDING = 1e-7;

    /** Few rows and many components are where fits go wrong. */
    private record Case(int n, int d, int k, CovarianceType type, long seed) {

        Points data() {
            return RandomCases.data(n, 1 + (int)(seed & 3), d, RandomStream.of(seed));
        }

        /** A random mixture, but its means are rows, so that hardly any component loses all of its rows. */
        GaussianMixture start() {
            final GaussianMixture any = RandomCases.mixture(k, d, type, RandomStream.of(seed, 1));
            final int[] rows = RandomStream.of(seed, 3).choose(n, k);
            final double[][] means = new double[k][];
            Arrays.setAll(means, c -> data().row(rows[c]));
            return GaussianMixture.of(type, any.weights(), means, any.covariances());
        }

        /** A few steps of pure maximum likelihood from that start. */
        FitSettings steps() {
            return FitSettings.sklearn(k).withCovarianceType(type).withMaximumLikelihood(true).withTolerance(0)
                .withMaxIterations(5).withStart(Start.given(start()));
        }

        RandomStream random() {
            return RandomStream.of(seed, 2);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return cases(12, 150, 5);
    }

    /** Enough rows for each component to keep it well away from a collapse, where rounding is all there is. */
    @Provide
    Arbitrary<Case> large() {
        return cases(200, 400, 4);
    }

    private static Arbitrary<Case> cases(final int least, final int most, final int mostComponents) {
        return Combinators.combine(Arbitraries.integers().between(least, most), Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, mostComponents), Arbitraries.of(CovarianceType.class), Cases.seeds())
            .as(Case::new);
    }

    /** No component is about to collapse or die, where rounding decides. */
    private static boolean isSound(final Fit fit, final int n) {
        final int fewest = fit.mixture().dimension() + 2;
        return Arrays.stream(fit.mixture().weights()).allMatch(w -> w * n >= fewest)
            && fit.warnings().stream().noneMatch(w -> w.kind() == FitWarning.Kind.COLLAPSED_COMPONENT);
    }

    @Property(tries = 800)
    void theLikelihoodNeverFalls(@ForAll("cases") final Case given, @ForAll final boolean accelerated,
        @ForAll final boolean kMeans) {
        final Fit fit = Fitter.fit(given.data(), given.steps().withMaxIterations(60).withAccelerated(accelerated)
            .withStart(kMeans ? Start.kMeans() : Start.randomPoints()), given.random());
        final double[] trace = fit.trace();
        for (int i = 1; i < trace.length; i++) {
            assertTrue(trace[i] >= trace[i - 1] - 1e-9, "iteration " + (i + 1) + ": " + (trace[i] - trace[i - 1]));
        }
        assertTrue(fit.score() >= fit.lowerBound() - 1e-9, "the last step");
    }

    @Property(tries = 300)
    void withAPriorTheSumOfLikelihoodAndPriorNeverFalls(@ForAll("cases") final Case given,
        @ForAll final boolean accelerated) {
        final Fit fit = Fitter.fit(given.data(), given.steps().withMaxIterations(60).withAccelerated(accelerated)
            .withStart(Start.randomPoints()).withPrior(Prior.weak()), given.random());
        final double[] trace = fit.trace();
        for (int i = 1; i < trace.length; i++) {
            assertTrue(trace[i] >= trace[i - 1] - 1e-9, "iteration " + (i + 1) + ": " + (trace[i] - trace[i - 1]));
        }
        assertTrue(fit.warnings().stream().noneMatch(w -> w.kind() == FitWarning.Kind.COLLAPSED_COMPONENT),
            fit.toString());
    }

    @Property(tries = 500)
    void aFitIsAMixtureOfFiniteNumbersWhoseScoreIsItsLikelihood(@ForAll("cases") final Case given,
        @ForAll final DegeneratePolicy policy, @ForAll final boolean accelerated) {
        final FitSettings settings = FitSettings.sklearn(given.k()).withCovarianceType(given.type())
            .withDegeneratePolicy(policy).withAccelerated(accelerated).withTolerance(1e-6);
        final Points data = given.data();
        final Fit fit;
        try {
            fit = Fitter.fit(data, settings, given.random());
        } catch (DegenerateFitException e) {
            assertEquals(DegeneratePolicy.FAIL, policy);
            assertTrue(e.getMessage().startsWith("Component "), e.getMessage());
            return;
        }
        assertEquals(1, Arrays.stream(fit.mixture().weights()).sum(), 1e-14);
        final double score = fit.mixture().meanLogLikelihood(data);
        assertEquals(score, fit.score(), 1e-10 * (1 + Math.abs(score)));
        final int p = fit.mixture().freeParameters();
        assertEquals(-2 * given.n() * score + 2 * p, fit.aic(), 1e-8 * (1 + Math.abs(fit.aic())));
        assertEquals(-2 * given.n() * score + p * Math.log(given.n()), fit.bic(), 1e-8 * (1 + Math.abs(fit.bic())));
        assertTrue(fit.icl() >= fit.bic());
        assertTrue(fit.iterations() >= 1 && fit.iterations() <= settings.maxIterations());
        assertEquals(fit.iterations(), fit.trace().length);
    }

    @Property(tries = 400)
    void aStepKeepsMeanAndCovarianceOfTheData(@ForAll("cases") final Case given) {
        final Points data = given.data();
        final Fit fit = Fitter.fit(data, given.steps().withCovarianceType(CovarianceType.FULL)
            .withStart(Start.randomPoints()), given.random());
        // held up at the floor: no longer the maximum
        Assume.that(fit.warnings().stream().noneMatch(w -> w.kind() == FitWarning.Kind.COLLAPSED_COMPONENT));
        final double[][] covariance = FitData.of(data, null).covariance();
        for (int i = 0; i < given.d(); i++) {
            double mean = 0;
            for (int row = 0; row < data.size(); row++) {
                mean += data.get(row, i) / data.size();
            }
            final double sd = Math.sqrt(covariance[i][i]);
            assertEquals(mean, fit.mixture().mean()[i], 1e-11 * (sd + Math.abs(mean)));
            for (int j = 0; j < given.d(); j++) {
                assertEquals(covariance[i][j], fit.mixture().covariance()[i][j],
                    1e-10 * sd * Math.sqrt(covariance[j][j]));
            }
        }
    }

    @Property(tries = 300)
    void theOrderOfRowsChangesNothing(@ForAll("large") final Case given) {
        final Points data = given.data();
        final int[] order = given.random().choose(given.n(), given.n());
        final double[][] rows = new double[given.n()][];
        Arrays.setAll(rows, i -> data.row(order[i]));
        final Fit plain = Fitter.fit(data, given.steps(), given.random());
        Assume.that(isSound(plain, given.n()));
        final Fit permuted = Fitter.fit(Points.ofRows(rows), given.steps(), given.random());
        assertNear(plain.mixture(), permuted.mixture());
    }

    @Property(tries = 300)
    void theOrderOfComponentsChangesNothing(@ForAll("large") final Case given) {
        final int[] order = given.random().choose(given.k(), given.k());
        final Fit plain = Fitter.fit(given.data(), given.steps(), given.random());
        Assume.that(isSound(plain, given.n()));
        final Fit permuted = Fitter.fit(given.data(),
            given.steps().withStart(Start.given(given.start().permuted(order))), given.random());
        assertNear(plain.mixture().permuted(order), permuted.mixture());
    }

    private static void assertNear(final GaussianMixture expected, final GaussianMixture actual) {
        final double distance = RandomCases.distance(expected, actual);
        assertTrue(distance < ROUNDING, () -> "off by " + distance + ": " + actual + " for " + expected);
    }

    @Property(tries = 400)
    void anAffineMapOfTheDataMapsTheFit(@ForAll("large") final Case given, @ForAll final long seed) {
        final AffineMap map = AffineMap.of(given.type(), given.d(), RandomStream.of(seed));
        final Fit plain = Fitter.fit(given.data(), given.steps(), given.random());
        Assume.that(isSound(plain, given.n()));
        final Fit mapped = Fitter.fit(map.apply(given.data()),
            given.steps().withStart(Start.given(map.apply(given.start()))), given.random());
        assertNear(map.apply(plain.mixture()), mapped.mixture());
        assertEquals(plain.score() - map.logDeterminant(), mapped.score(), ROUNDING);
    }

    @Property(tries = 300)
    void aWholeWeightIsARowRepeated(@ForAll("large") final Case given) {
        final Points data = given.data();
        final RandomStream random = given.random();
        final double[] weights = new double[given.n()];
        final List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(4);
            for (int times = 0; times < weights[i]; times++) {
                rows.add(data.row(i));
            }
        }
        final Fit repeated = Fitter.fit(Points.ofRows(rows.toArray(double[][]::new)), given.steps(), given.random());
        Assume.that(isSound(repeated, rows.size()));
        final Fit weighted = Fitter.fit(data, weights, given.steps(), given.random(), Monitor.NONE);
        assertNear(repeated.mixture(), weighted.mixture());
        assertEquals(repeated.score(), weighted.score(), ROUNDING);
        assertEquals(repeated.bic(), weighted.bic(), ROUNDING * rows.size());
    }

    @Property(tries = 40)
    void threadsChangeNoBit(@ForAll("cases") final Case given, @ForAll @IntRange(min = 2, max = 5) final int threads,
        @ForAll @IntRange(min = 5000, max = 20_000) final int n) {
        final Points data = new Case(n, given.d(), given.k(), given.type(), given.seed()).data();
        final FitSettings settings = FitSettings.sklearn(given.k()).withCovarianceType(given.type());
        assertEquals(Fitter.fit(data, settings, given.random()),
            Fitter.fit(data, settings.withThreads(threads), given.random()));
    }

    @Property(tries = 60)
    void theChosenNumberOfComponentsHasTheLeastCriterion(@ForAll("cases") final Case given,
        @ForAll final Criterion criterion) {
        final Selection selection = Fitter.select(given.data(), null,
            FitSettings.sklearn(1).withCovarianceType(given.type()), 1, given.k(), criterion, given.random(),
            Monitor.NONE);
        assertEquals(given.k(), selection.fits().size());
        for (int k = 1; k <= given.k(); k++) {
            assertEquals(k, selection.fits().get(k - 1).mixture().components());
            final Fit fit = selection.fits().get(k - 1);
            assertTrue(criterion.of(selection.best()) <= criterion.of(fit)
                || Selection.mayWin(selection.best()) && !Selection.mayWin(fit));
        }
    }

    /** A name of each setting that may be out of its range, and values of which the first two are not in it. */
    private static final Object[][] RANGES = {{"number of components", 0, -3, 1, 2, 4},
        {"number of restarts", 0, -1, 1, 2, 3}, {"tolerance", -1e-3, Double.NaN, 0.0, 1e-3, 1e300},
        {"maximum number of iterations", 0, -7, 1, 3, 100},
        {"regularization", -1e-6, Double.POSITIVE_INFINITY, 0.0, 1e-6, 10.0}, {"number of threads", 0, -2, 1, 2, 3}};

    @Property(tries = 600)
    void settingsAreRefusedByNameOrWork(@ForAll("cases") final Case given, @ForAll final long seed,
        @ForAll final DegeneratePolicy policy) {
        final RandomStream random = RandomStream.of(seed);
        final List<String> wrong = new ArrayList<>();
        final Object[] values = new Object[RANGES.length];
        for (int i = 0; i < values.length; i++) {
            // one value in eight is out of its range, so that about half of all settings have none that is
            final int index = random.nextInt(8) == 0 ? 1 + random.nextInt(2) : 3 + random.nextInt(3);
            values[i] = RANGES[i][index];
            if (index < 3) {
                wrong.add((String)RANGES[i][0]);
            }
        }
        final Start start = random.nextInt(2) == 0 ? Start.kMeans() : Start.randomPoints();
        final boolean pure = random.nextInt(2) == 0;
        final Fit fit;
        try {
            fit = Fitter.fit(given.data(), new FitSettings((int)values[0], given.type(), start, (int)values[1],
                (double)values[2], (int)values[3], (double)values[4], pure, policy, random.nextInt(2) == 0,
                random.nextInt(2) == 0, (int)values[5],
                random.nextInt(2) == 0 ? Optional.empty() : Optional.of(Prior.weak())), random);
        } catch (DegenerateFitException e) {
            assertTrue(policy == DegeneratePolicy.FAIL && wrong.isEmpty(), e.getMessage());
            return;
        } catch (IllegalArgumentException e) {
            assertTrue(wrong.stream().anyMatch(e.getMessage()::contains), e.getMessage() + " for " + wrong);
            return;
        }
        assertEquals(List.of(), wrong);
        assertEquals(values[0], fit.mixture().components());
        assertTrue(Double.isFinite(fit.score()) && Double.isFinite(fit.icl()), fit.toString());
    }
}
