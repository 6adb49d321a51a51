package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The search for the best maximum")
class BestFitTest {

    /** Parallel clusters, ten times as long as wide, four standard deviations apart across, turned by half a radian. */
    private static Points cigars(final int clusters, final long seed) {
        final RandomStream random = RandomStream.of(seed);
        final double cos = 0.87758256189037271612;
        final double sin = 0.47942553860420300027;
        final double[][] rows = new double[600][];
        for (int i = 0; i < rows.length; i++) {
            final double across = random.nextGaussian() + 4 * (random.nextInt(clusters) - (clusters - 1) / 2.0);
            final double along = 10 * random.nextGaussian();
            rows[i] = new double[]{cos * across - sin * along, sin * across + cos * along};
        }
        return Points.ofRows(rows);
    }

    private static Fit best(final Points data, final int components, final Effort effort, final int threads) {
        return BestFit.fit(data, null, FitSettings.converged(components).withThreads(threads), effort,
            RandomStream.of(1), Monitor.NONE);
    }

    @ParameterizedTest(name = "finds the number of parallel cigars by BIC, {0}")
    @ValueSource(ints = {2, 3})
    void cigars(final int clusters) {
        for (long seed = 0; seed < 3; seed++) {
            final Selection selection = BestFit.select(cigars(clusters, seed), null, FitSettings.converged(1), 1, 5,
                Criterion.BIC, Effort.USUAL, RandomStream.of(1), Monitor.NONE);
            assertEquals(clusters, selection.best().mixture().components(), "seed " + seed);
        }
    }

    @Test
    @DisplayName("is never worse than one start by k-means")
    void atLeastAsGoodAsKMeans() {
        for (long seed = 0; seed < 5; seed++) {
            final Points data = cigars(3, seed);
            for (int k = 1; k <= 5; k++) {
                final Fit one = Fitter.fit(data, FitSettings.converged(k), RandomStream.of(1));
                final Fit best = best(data, k, Effort.QUICK, 1);
                assertTrue(best.score() > one.score() - 1e-7, "K = " + k + ", seed " + seed);
            }
        }
    }

    @Test
    @DisplayName("gives the same bits on any number of threads")
    void threads() {
        final Points data = cigars(3, 1);
        assertEquals(best(data, 4, Effort.USUAL, 1), best(data, 4, Effort.USUAL, 3));
    }

    @Test
    @DisplayName("counts where its starts ended")
    void report() {
        final SearchReport report = best(cigars(3, 2), 5, Effort.USUAL, 1).search().orElseThrow();
        assertEquals(report.starts(), report.maxima().stream().mapToInt(SearchReport.Maximum::found).sum());
        for (int m = 0; m < report.maxima().size(); m++) {
            final int maximum = m;
            assertEquals(report.maxima().get(m).found(),
                report.endings().stream().filter(e -> e.maximum() == maximum).count());
        }
        assertTrue(report.nextBestBelow() > 0);
        assertEquals(report.maxima().stream().filter(m -> m.found() == 1).count(),
            report.chanceOfBetter() * report.starts(), 1e-9);
    }

    @Test
    @DisplayName("the healthy maxima are in falling order, then the spikes")
    void order() {
        final List<SearchReport.Maximum> maxima = best(cigars(2, 3), 6, Effort.USUAL, 1).search().orElseThrow().maxima();
        for (int m = 1; m < maxima.size(); m++) {
            if (maxima.get(m).spike() == maxima.get(m - 1).spike()) {
                assertTrue(maxima.get(m).logLikelihood() <= maxima.get(m - 1).logLikelihood());
            } else {
                assertTrue(maxima.get(m).spike());
            }
        }
    }

    @Test
    @DisplayName("a spike does not win: three equal rows among a hundred are no component")
    void spikes() {
        final RandomStream random = RandomStream.of(5);
        final double[] values = new double[103];
        for (int i = 0; i < 100; i++) {
            values[i] = (i < 50 ? -3 : 3) + random.nextGaussian();
        }
        values[100] = values[101] = values[102] = 0.5;
        final Fit fit = best(Points.of(values), 3, Effort.USUAL, 1);
        for (int k = 0; k < 3; k++) {
            assertTrue(fit.mixture().covariances()[k][0][0] > 1e-3);
        }
    }

    @ParameterizedTest(name = "covariances of type {0}")
    @EnumSource(CovarianceType.class)
    void types(final CovarianceType type) {
        final Points data = cigars(3, 4);
        final FitSettings settings = FitSettings.converged(3).withCovarianceType(type);
        final Fit best = BestFit.fit(data, null, settings, Effort.QUICK, RandomStream.of(1), Monitor.NONE);
        final Fit one = Fitter.fit(data, settings.withRestarts(10), RandomStream.of(2));
        assertTrue(best.score() > one.score() - 1e-7, best.score() + " against " + one.score());
    }

    @Test
    @DisplayName("of many rows in one column a fine grid is searched, and EM on all rows ends in the same maximum")
    void grid() {
        final GaussianMixture truth =
            GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{-2, 2}, new double[]{1, 1});
        final Points data = Points.of(MixtureSampler.of(truth).sample(20_000, RandomStream.of(3)).column(0));
        final Fit best = best(data, 2, Effort.USUAL, 1);
        final Fit all = Fitter.fit(data, FitSettings.converged(2), RandomStream.of(1));
        assertTrue(best.search().orElseThrow().rowsSearched() <= 256);
        assertEquals(all.score(), best.score(), 1e-9);
    }

    @Test
    @DisplayName("rows of weight 2 count like two rows")
    void weights() {
        final Points data = cigars(2, 6);
        final double[] two = new double[data.size()];
        java.util.Arrays.fill(two, 2);
        final Fit weighted = BestFit.fit(data, two, FitSettings.converged(2), Effort.USUAL, RandomStream.of(1),
            Monitor.NONE);
        assertEquals(best(data, 2, Effort.USUAL, 1).score(), weighted.score(), 1e-6);
    }

    @Test
    @DisplayName("a start mixture leaves nothing to search, and the error says so")
    void givenStart() {
        final Points data = cigars(2, 7);
        final FitSettings settings =
            FitSettings.converged(2).withStart(Start.given(best(data, 2, Effort.QUICK, 1).mixture()));
        assertTrue(assertThrows(IllegalArgumentException.class,
            () -> BestFit.fit(data, null, settings, Effort.QUICK, RandomStream.of(1), Monitor.NONE)).getMessage()
                .contains("nothing to search"));
    }

    @Test
    @DisplayName("more components than distinct rows are refused by name")
    void tooManyComponents() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> best(Points.of(1, 1, 1, 2, 2), 3, Effort.QUICK, 1))
            .getMessage().contains("only 2 distinct rows"));
    }

    @Test
    @DisplayName("where all starts end in spikes, a warning says so")
    void onlySpikes() {
        final Fit fit = best(Points.of(0, 1, 2, 3, 4, 5), 5, Effort.QUICK, 1);
        assertTrue(fit.warnings().stream().anyMatch(w -> w.kind() == FitWarning.Kind.ONLY_SPIKES), fit.toString());
    }

    @Test
    @DisplayName("can be cancelled, and tells its progress in words")
    void monitor() {
        final List<String> words = new ArrayList<>();
        final Monitor impatient = new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                words.add(message.get());
            }

            @Override
            public void checkCanceled() {
                if (words.size() > 1) {
                    throw new CancellationException();
                }
            }
        };
        assertThrows(CancellationException.class, () -> BestFit.fit(cigars(3, 8), null, FitSettings.converged(5),
            Effort.THOROUGH, RandomStream.of(1), impatient));
        assertTrue(words.get(1).startsWith("Looking for the best maximum: start "), words.get(1));
        assertFalse(words.isEmpty());
    }

    @Test
    @DisplayName("one start that stopped early is beaten by a search, and by how much is told")
    void gain() {
        final Points data = cigars(3, 9);
        final FitSettings settings = FitSettings.sklearn(3);
        final Fit early = Fitter.fit(data, settings, RandomStream.of(1));
        final double gain = BestFit.gain(data, null, settings, early, RandomStream.of(2), Monitor.NONE);
        assertEquals((best(data, 3, Effort.USUAL, 1).score() - early.score()) * data.size(), gain, 0.1);
    }
}
