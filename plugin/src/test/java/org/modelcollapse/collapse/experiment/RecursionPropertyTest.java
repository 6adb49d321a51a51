package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.modelcollapse.Cases;
import org.modelcollapse.Generated;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.HistogramLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.AccumulationLaw;
import org.modelcollapse.collapse.regime.BudgetRegime;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.GrowingRegime;
import org.modelcollapse.collapse.regime.MixRegime;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.collapse.regime.ThreeWayLaw;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** What must hold of any recursion, experiment and law, tried on generated settings. */
@Generated
class RecursionPropertyTest {

    @Provide
    Arbitrary<GaussianMixture> line() {
        return Cases.lineMixtures();
    }

    @Provide
    Arbitrary<GenerationMix> mixes() {
        return Combinators.combine(Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 100))
            .as((original, of) -> GenerationMix.of(original / 100.0, of / 100.0 * (1 - original / 100.0)));
    }

    @Provide
    Arbitrary<Regime> regimes() {
        return Arbitraries.oneOf(Combinators.combine(mixes(), Arbitraries.of(OriginalSource.class)).as(MixRegime::new),
            Arbitraries.of(new AccumulateRegime(), new BudgetRegime()),
            Cases.number(0, 1.5).map(GrowingRegime::new));
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        final Arbitrary<Learner> learners = Arbitraries.of(new GaussianLearner(0), new GaussianLearner(1),
            new MixtureLearner(FitSettings.sklearn(2), 0), new KernelLearner(0.3),
            new HistogramLearner(-20, 20, 10), new CategoryLearner(4));
        return Combinators.combine(line(), Arbitraries.integers().between(10, 40), regimes(), learners,
            Arbitraries.integers().between(1, 12), Arbitraries.integers().between(1, 5))
            .as((original, n, regime, learner, generations, every) -> Scenario
                .of("generated", Original.of(original), n, regime, learner, generations)
                .withMetrics(EnumSet.of(Metric.TOTAL_VARIANCE, Metric.MEAN, Metric.COMPONENTS, Metric.WEIGHT_ENTROPY,
                    Metric.WEIGHT_DIVERSITY, Metric.SURVIVING_COMPONENTS, Metric.LOWER_TAIL, Metric.UPPER_TAIL), every)
                .withKept(List.of(1, generations), 1));
    }

    @Property(tries = 1000)
    void ratiosGiveCountsThatAddUpOrAreRefused(@ForAll @DoubleRange(min = -0.2, max = 1.2) final double original,
        @ForAll @DoubleRange(min = -0.2, max = 1.2) final double fitted,
        @ForAll @IntRange(min = 1, max = 100_000) final int n) {
        final boolean possible = original >= 0 && fitted >= 0 && original + fitted <= 1;
        try {
            final GenerationMix.Counts counts = GenerationMix.of(original, fitted).counts(n);
            assertTrue(possible, counts + " for " + original + " and " + fitted);
            assertEquals(n, counts.original() + counts.fitted() + counts.current());
            assertTrue(counts.original() <= n * original && counts.original() > n * original - 1);
            assertTrue(counts.fitted() <= n * fitted && counts.fitted() > n * fitted - 1);
        } catch (IllegalArgumentException e) {
            assertTrue(!possible && e.getMessage().startsWith("Invalid ratio"), e.getMessage());
        }
    }

    @Property(tries = 500)
    void trainingSetsHaveTheirSizesAndPartsAndComeAgainFromTheSameSeed(@ForAll("line") final GaussianMixture original,
        @ForAll("regimes") final Regime regime, @ForAll @IntRange(min = 2, max = 60) final int n,
        @ForAll final long seed) {
        // the fitted model is far from the original, so that each point tells where it comes from
        final GaussianMixture far = GaussianMixture.of(new double[] {1}, new double[] {1e9}, new double[] {1});
        final Recursion one = Recursion.of(Original.of(original), n, regime, Sampling.PLAIN, RandomStream.of(seed));
        final Recursion two = Recursion.of(Original.of(original), n, regime, Sampling.PLAIN, RandomStream.of(seed));
        assertEquals(one.first(), two.first());
        assertEquals(n, one.current().size());
        for (int t = 2; t <= 5; t++) {
            final Points before = one.current();
            final Points next = one.next(far);
            assertEquals(next, two.next(far));
            assertEquals(regime.trainingSize(n, t), next.size());
            final long fitted = Arrays.stream(next.column(0)).filter(x -> x > 1e8).count();
            if (regime instanceof MixRegime mix) {
                final GenerationMix.Counts counts = mix.mix().counts(n);
                final double[] values = next.column(0);
                final int fromFitted = counts.original() + counts.fitted();
                assertTrue(Arrays.stream(values, 0, counts.original()).allMatch(x -> x < 1e8), "original part");
                assertTrue(Arrays.stream(values, counts.original(), fromFitted).allMatch(x -> x > 1e8), "fitted part");
                final List<Double> current = Arrays.stream(before.column(0)).boxed().toList();
                assertTrue(Arrays.stream(values, fromFitted, n).allMatch(current::contains), "current part");
            } else if (regime instanceof AccumulateRegime) {
                assertEquals((t - 1L) * n, fitted);
            } else if (regime instanceof GrowingRegime) {
                assertEquals(next.size(), fitted);
            }
        }
    }

    private static byte[] run(final Experiment experiment, final RunStore store, final int threads)
        throws IOException {
        experiment.run(store, threads, Monitor.NONE);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int r = 0; r < experiment.replicates(); r++) {
            bytes.write(RunCodec.encode(store.get(0, r)));
        }
        return bytes.toByteArray();
    }

    @Property(tries = 300)
    void threadsAndCheckpointsChangeNoByte(@ForAll("scenarios") final Scenario scenario, @ForAll final long seed,
        @ForAll @DoubleRange(min = 0, max = 1) final double kept) throws IOException {
        final Experiment experiment = Experiment.of(seed, 4, List.of(scenario));
        final byte[] whole;
        try (RunStore store = RunStore.inMemory()) {
            whole = run(experiment, store, 1);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("Scenario \"generated\": the first training set cannot be fitted"),
                e.getMessage());
            return;
        }
        try (RunStore store = RunStore.inMemory()) {
            assertArrayEquals(whole, run(experiment, store, 2));
        }
        final Path file = Files.createTempFile("checkpoint", null);
        try {
            Files.delete(file);
            try (RunStore store = RunStore.inFile(file)) {
                assertArrayEquals(whole, run(experiment, store, 2));
            }
            final byte[] content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, (int)(kept * content.length)));
            try (RunStore store = RunStore.inFile(file)) {
                assertArrayEquals(whole, run(experiment, store, 1));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Property(tries = 300)
    void aRunIsReadBackTheSame(@ForAll("scenarios") final Scenario scenario, @ForAll final long seed)
        throws IOException {
        final RunResult run = new Run(scenario).make(0, 0, RandomStream.of(seed), Monitor.NONE, () -> {
        });
        final byte[] bytes = RunCodec.encode(run);
        final RunResult back = RunCodec.decode(bytes);
        assertArrayEquals(bytes, RunCodec.encode(back));
        assertEquals(run.reason(), back.reason());
        assertEquals(run.kept().size(), back.kept().size());
        assertEquals(run.kept().get(0).points(), back.kept().get(0).points());
        final int names = scenario.measured().names().size();
        for (final double[] row : run.recorded()) {
            assertEquals(names, row.length);
            assertTrue(Arrays.stream(row).allMatch(Double::isFinite), Arrays.toString(row));
        }
    }

    @Property(tries = 1000)
    void theLawOfTheMixIsThatOfSquaredErrors(@ForAll("mixes") final GenerationMix mix,
        @ForAll @IntRange(min = 2, max = 10_000) final int n, @ForAll @DoubleRange(min = 0.01, max = 100) final double v0,
        @ForAll @IntRange(min = 1, max = 200) final int fits) {
        final GenerationMix.Counts counts = mix.counts(n);
        final double[] law =
            ThreeWayLaw.ofMixture(v0, counts, OriginalSource.FRESH).expectedTotalVariance(fits);
        final double a = counts.original() / (double)n;
        final double c = counts.current() / (double)n;
        final double kappa = counts.fitted() / (double)n + c * (1 - c) * n / (n - 1);
        // E[V] = V0 - v, and v follows a recursion of its own
        double v = v0 / n;
        for (final double expected : law) {
            assertEquals(v0 - v, expected, 1e-11 * v0);
            assertTrue(expected >= 0 && expected <= v0);
            v = ((1 - a) * (1 - a) - kappa / n) * v + (a + kappa) * v0 / n;
        }
    }

    @Property(tries = 500)
    void theLawOfAccumulationIsItsProduct(@ForAll @IntRange(min = 2, max = 10_000) final int n,
        @ForAll @DoubleRange(min = 0.01, max = 100) final double v0, @ForAll @IntRange(min = 1, max = 300) final int fits) {
        final double first = v0 * (n - 1) / n;
        final double[] all = AccumulationLaw.accumulate(first, n, fits, ModelVariance.KEPT);
        final double[] budget = AccumulationLaw.accumulateSubsample(first, n, fits, ModelVariance.KEPT);
        double product = v0;
        for (int t = 1; t <= fits; t++) {
            product *= 1 - 1.0 / n / t / t;
            assertEquals(product, all[t - 1], 1e-12 * v0);
            assertTrue(all[t - 1] >= AccumulationLaw.accumulateLimit(v0, n) * (1 - 1e-12));
            assertTrue(budget[t - 1] >= 0 && budget[t - 1] <= all[t - 1] * (1 + 1e-12));
        }
    }

    @Property(tries = 40)
    void simulatedVariancesAreThoseOfTheLaw(@ForAll("line") final GaussianMixture original,
        @ForAll("regimes") final Regime regime, @ForAll @IntRange(min = 10, max = 40) final int n,
        @ForAll @IntRange(min = 1, max = 4) final int fits, @ForAll final long seed) {
        final Scenario scenario =
            Scenario.of("law", Original.of(original), n, regime, new GaussianLearner(0), fits);
        final double expected =
            ScenarioLaws.expected(scenario).get(Metric.TOTAL_VARIANCE.label()).applyAsDouble(fits);
        final Replicates variances = new Replicates("variance");
        for (int r = 0; r < 2000; r++) {
            final Recursion run = Recursion.of(Original.of(original), n, regime, Sampling.PLAIN,
                RandomStream.of(seed, r));
            Points training = run.first();
            for (int t = 1; t < fits; t++) {
                training = run.next(scenario.learner().learn(training, Monitor.NONE));
            }
            variances.add(scenario.learner().learn(training, Monitor.NONE).totalVariance());
        }
        // the mean of 2,000 skewed variances is not quite normal: 6 where 4 would do for one case
        assertEquals(0, variances.z(expected), 6, "z");
    }
}
