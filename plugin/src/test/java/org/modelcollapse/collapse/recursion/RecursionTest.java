package org.modelcollapse.collapse.recursion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.BudgetRegime;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.GrowingRegime;
import org.modelcollapse.collapse.regime.OriginalSource;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

class RecursionTest {

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static final GaussianMixture FAR =
        GaussianMixture.of(new double[] {1}, new double[] {1000}, new double[] {1});

    @Test
    void countsItsTrainingSetsFromOne() {
        final Recursion run = Recursion.ofMixture(PAIR, 10, GenerationMix.FITTED_ONLY, OriginalSource.FIXED_SET,
            RandomStream.of(1));
        assertEquals(0, run.generation());
        final Points first = run.first();
        assertEquals(1, run.generation());
        assertSame(first, run.current());
        final Points second = run.next(PAIR);
        assertEquals(2, run.generation());
        assertSame(second, run.current());
        assertSame(first, run.original());
        assertEquals(10, second.size());
    }

    @Test
    void partsComeInTheOrderOriginalFittedCurrent() {
        final Points rows = Points.of(IntStream.range(0, 20).asDoubleStream().toArray());
        final Recursion run = Recursion.ofRows(rows, GenerationMix.of(.25, .5), OriginalSource.FIXED_SET,
            RandomStream.of(7));
        assertArrayEquals(rows.column(0), run.first().column(0));
        final double[] second = run.next(FAR).column(0);
        assertDistinctRows(Arrays.copyOfRange(second, 0, 5));
        assertTrue(Arrays.stream(second, 5, 15).allMatch(x -> x > 900), "the fitted part");
        assertDistinctRows(Arrays.copyOfRange(second, 15, 20));
        final double[] third = run.next(FAR).column(0);
        assertDistinctRows(Arrays.copyOfRange(third, 0, 5));
        final Set<Double> current = new HashSet<>(Arrays.stream(second).boxed().toList());
        assertTrue(Arrays.stream(third, 15, 20).allMatch(current::contains), "the current part");
    }

    private static void assertDistinctRows(final double[] values) {
        final Set<Double> distinct = new HashSet<>(Arrays.stream(values).boxed().toList());
        assertEquals(values.length, distinct.size(), "drawn without replacement");
        assertTrue(distinct.stream().allMatch(x -> x >= 0 && x < 20), "drawn from the rows");
    }

    @Test
    void aPartThatTakesAllOfItsSourceTakesEachRowOnce() {
        final Points rows = Points.of(5, 3, 1, 4);
        final Recursion run = Recursion.ofRows(rows, GenerationMix.of(1, 0), OriginalSource.FIXED_SET,
            RandomStream.of(1));
        run.first();
        assertArrayEquals(new double[] {5, 3, 1, 4}, run.next(FAR).column(0));
    }

    @Test
    void freshRowsAreDrawnWithReplacement() {
        final Points rows = Points.of(IntStream.range(0, 100).asDoubleStream().toArray());
        final Recursion run = Recursion.ofRows(rows, GenerationMix.of(1, 0), OriginalSource.FRESH, RandomStream.of(1));
        run.first();
        final long distinct = Arrays.stream(run.next(FAR).column(0)).distinct().count();
        assertTrue(distinct > 45 && distinct < 80, "about 63 of 100 distinct rows, not " + distinct);
    }

    @Test
    void freshOriginalPointsOfAMixtureAreNewOnes() {
        final Recursion run = Recursion.ofMixture(PAIR, 50, GenerationMix.of(1, 0), OriginalSource.FRESH,
            RandomStream.of(3));
        final Set<Double> first = new HashSet<>(Arrays.stream(run.first().column(0)).boxed().toList());
        assertTrue(Arrays.stream(run.next(FAR).column(0)).noneMatch(first::contains));
    }

    @Test
    void everyRowIsChosenEquallyOften() {
        final int n = 12;
        final Points rows = Points.of(IntStream.range(0, n).asDoubleStream().toArray());
        for (final double share : new double[] {.25, .75}) {
            final Recursion run = Recursion.ofRows(rows, GenerationMix.of(share, 1 - share), OriginalSource.FIXED_SET,
                RandomStream.of(11));
            run.first();
            final int chosen = (int)(share * n);
            final int generations = 20_000;
            final int[] times = new int[n];
            final int[] together = new int[n];
            for (int t = 0; t < generations; t++) {
                final double[] next = run.next(FAR).column(0);
                final boolean zero = Arrays.stream(next, 0, chosen).anyMatch(x -> x == 0);
                for (int i = 0; i < chosen; i++) {
                    times[(int)next[i]]++;
                    together[(int)next[i]] += zero ? 1 : 0;
                }
            }
            final double pair = share * (chosen - 1) / (n - 1);
            for (int row = 0; row < n; row++) {
                assertBinomial(times[row], generations, share);
                if (row > 0) {
                    assertBinomial(together[row], generations, pair);
                }
            }
        }
    }

    private static void assertBinomial(final int successes, final int trials, final double p) {
        final double z = (successes - trials * p) / Math.sqrt(trials * p * (1 - p));
        assertTrue(Math.abs(z) < 4, "z = " + z + " for " + successes + " of " + trials + " at " + p);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        final GenerationMix mix = GenerationMix.of(.2, .5);
        final Recursion one = Recursion.ofMixture(PAIR, 31, mix, OriginalSource.FIXED_SET, RandomStream.of(5));
        final Recursion same = Recursion.ofMixture(PAIR, 31, mix, OriginalSource.FIXED_SET, RandomStream.of(5));
        final Recursion other = Recursion.ofMixture(PAIR, 31, mix, OriginalSource.FIXED_SET, RandomStream.of(6));
        one.first();
        same.first();
        other.first();
        for (int t = 0; t < 5; t++) {
            assertArrayEquals(one.next(PAIR).column(0), same.next(PAIR).column(0));
        }
        assertNotEquals(one.current(), other.next(PAIR));
    }

    @Test
    void rowsStayTogetherInSeveralDimensions() {
        final double[] x = IntStream.range(0, 30).asDoubleStream().toArray();
        final double[] y = Arrays.stream(x).map(v -> 2 * v + 1).toArray();
        final GaussianMixture plane = GaussianMixture.of(CovarianceType.FULL, new double[] {1}, new double[][] {{0, 0}},
            new double[][][] {{{1, .5}, {.5, 2}}});
        final Recursion run = Recursion.ofRows(Points.ofColumns(x, y), GenerationMix.of(.5, 0),
            OriginalSource.FIXED_SET, RandomStream.of(2));
        run.first();
        for (int t = 0; t < 10; t++) {
            final Points next = run.next(plane);
            for (int i = 0; i < next.size(); i++) {
                assertEquals(2 * next.get(i, 0) + 1, next.get(i, 1));
            }
        }
    }

    @Test
    void rowsOfAnotherGeneratorReplaceTheFittedPart() {
        final Points rows = Points.of(0, 1, 2, 3);
        final Recursion run = Recursion.ofRows(rows, GenerationMix.of(.25, .5), OriginalSource.FIXED_SET,
            RandomStream.of(2));
        run.first();
        assertEquals(2, run.needed());
        final double[] next = run.next(Points.of(100, 101, 102)).column(0);
        assertTrue(next[1] >= 100 && next[2] >= 100 && next[1] != next[2], Arrays.toString(next));
        assertTrue(next[0] < 4 && next[3] < 4, Arrays.toString(next));
    }

    @Test
    void tooFewGeneratedRowsAreRefusedWithBothNumbers() {
        final Recursion run = Recursion.ofRows(Points.of(0, 1, 2, 3), GenerationMix.of(0, 1), OriginalSource.FIXED_SET,
            RandomStream.of(2));
        run.first();
        final var error = assertThrows(IllegalArgumentException.class, () -> run.next(Points.of(9, 8, 7)));
        assertEquals("Training set 2 needs 4 generated rows, but only 3 came; generate more rows, or lower the ratio"
            + " of fitted points", error.getMessage());
    }

    @Test
    void misuseIsRefused() {
        final Recursion run = Recursion.ofMixture(PAIR, 10, GenerationMix.FITTED_ONLY, OriginalSource.FIXED_SET,
            RandomStream.of(1));
        assertThrows(IllegalStateException.class, () -> run.next(PAIR));
        assertThrows(IllegalStateException.class, run::current);
        run.first();
        assertThrows(IllegalStateException.class, run::first);
        final GaussianMixture plane = GaussianMixture.of(CovarianceType.FULL, new double[] {1}, new double[][] {{0, 0}},
            new double[][][] {{{1, 0}, {0, 1}}});
        assertThrows(IllegalArgumentException.class, () -> run.next(plane));
        assertThrows(IllegalArgumentException.class, () -> run.next(Points.ofColumns(new double[10], new double[10])));
        assertThrows(IllegalArgumentException.class, () -> Recursion.ofMixture(PAIR, 1, GenerationMix.FITTED_ONLY,
            OriginalSource.FIXED_SET, RandomStream.of(1)));
        assertThrows(IllegalArgumentException.class,
            () -> Recursion.of(Original.of(Points.of(1, 2, 3)), 4, Regime.replace(), Sampling.PLAIN,
                RandomStream.of(1)));
    }

    @Test
    void accumulateKeepsAllDataInTheirOrder() {
        final Recursion run = Recursion.of(Original.of(Points.of(1, 2, 3)), 3, new AccumulateRegime(),
            Sampling.PLAIN, RandomStream.of(1));
        run.first();
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, run.next(Points.of(4, 5, 6)).column(0));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, run.next(Points.of(7, 8, 9)).column(0));
        assertEquals(12, run.next(FAR).size());
    }

    @Test
    void theFixedBudgetChoosesFromAllDataSoFar() {
        final Recursion run = Recursion.of(Original.of(Points.of(1, 2, 3)), 3, new BudgetRegime(),
            Sampling.PLAIN, RandomStream.of(1));
        run.first();
        final Set<Double> seen = new HashSet<>();
        final Points generated = Points.of(4, 5, 6);
        for (int t = 0; t < 40; t++) {
            final double[] next = run.next(generated).column(0);
            assertEquals(3, next.length);
            Arrays.stream(next).forEach(seen::add);
        }
        assertEquals(Set.of(1d, 2d, 3d, 4d, 5d, 6d), seen);
    }

    @Test
    void sampleSizesGrowAsStated() {
        final Recursion run = Recursion.of(Original.of(PAIR), 10, new GrowingRegime(1.5), Sampling.PLAIN,
            RandomStream.of(1));
        assertEquals(10, run.first().size());
        assertEquals(28, run.next(PAIR).size()); // 10 * 2^1.5 = 28.28
        assertEquals(51, run.next(PAIR).size()); // 10 * 3^1.5 = 51.96
        assertThrows(IllegalArgumentException.class, () -> new GrowingRegime(Double.NaN));
        final var error = assertThrows(IllegalArgumentException.class,
            () -> new GrowingRegime(10).trainingSize(10_000, 100));
        assertTrue(error.getMessage().startsWith("Training set 100 would have"), error.getMessage());
    }
}
