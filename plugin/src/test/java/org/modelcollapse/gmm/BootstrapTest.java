package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Standard errors and intervals by resampling: beside mclust's, and the coverage that the laws of samples demand. */
class BootstrapTest {

    private static final Points FAITHFUL = Reference.points("data/faithful.csv");

    private static GaussianMixture fitted(final CovarianceType type) {
        return Fitter.fit(FAITHFUL, FitSettings.converged(2).withCovarianceType(type).withRegularization(0),
            RandomStream.of(1)).mixture().sortedByMean();
    }

    private static FitSettings settings(final CovarianceType type) {
        return FitSettings.converged(2).withCovarianceType(type).withRegularization(0).withTolerance(1e-8);
    }

    private static ToDoubleFunction<GaussianMixture> parameter(final Map<String, String> row) {
        final int k = Reference.whole(row, "component");
        final int i = Reference.whole(row, "i");
        final int j = Reference.whole(row, "j");
        return switch (row.get("kind")) {
            case "weight" -> m -> m.weight(k);
            case "mean" -> m -> m.mean(k, i);
            default -> m -> m.covariance(k, i, j);
        };
    }

    /** Reference values: MclustBootstrap of mclust 6.0.0 with 4,999 replicates ({@code mclust/bootstrap/make_bootstrap.R}). */
    @ParameterizedTest
    @CsvSource({"VVV, bs, NONPARAMETRIC", "VVV, wlbs, WEIGHTED_LIKELIHOOD", "VVV, pb, PARAMETRIC", "EEE, bs, NONPARAMETRIC",
        "EEE, wlbs, WEIGHTED_LIKELIHOOD", "EEE, pb, PARAMETRIC"})
    void asMclust(final String model, final String type, final Resampling how) {
        final CovarianceType family = "VVV".equals(model) ? CovarianceType.FULL : CovarianceType.TIED;
        final Bootstrap bootstrap = Bootstrap.of(FAITHFUL, fitted(family), settings(family), how, 4999, RandomStream.of(2),
            Monitor.NONE);
        final List<Map<String, String>> rows = Reference.table("../mclust/bootstrap/errors.csv").stream()
            .filter(r -> r.get("model").equals(model) && r.get("type").equals(type)).toList();
        assertEquals(12, rows.size());
        for (final Map<String, String> row : rows) {
            final String what = row.toString();
            final double error = Reference.number(row, "se");
            assertEquals(Reference.number(row, "estimate"), parameter(row).applyAsDouble(fitted(family)), 1e-4 * error, what);
            // both are drawn: a standard error of 4,999 values has one of its own of 1 % and more, a quantile one of 4 %
            assertEquals(error, bootstrap.standardError(parameter(row)), 0.08 * error, what);
            assertEquals(Reference.number(row, "low"), bootstrap.quantile(parameter(row), 0.025), 0.21 * error, what);
            assertEquals(Reference.number(row, "high"), bootstrap.quantile(parameter(row), 0.975), 0.21 * error, what);
        }
    }

    /**
     * Of one Gaussian, the interval of the mean by 999 parametric replicates reaches from the 25th to the 975th of normal
     * values with the fitted variance: in 500 data sets it covers the true mean where Student's t of the sample is within 1.96 times the
     * square root of (n - 1) / n.
     */
    @Test
    void coversAMeanAsOftenAsStudentsLawSays() {
        final int n = 15;
        final int sets = 500;
        final RandomStream random = RandomStream.of(11);
        int covered = 0;
        for (int s = 0; s < sets; s++) {
            final Points rows = MixtureSampler.of(GaussianMixture.of(new double[]{1}, new double[]{3}, new double[]{2}))
                .sample(n, random.split(s, 0));
            final FitSettings one = FitSettings.converged(1).withRegularization(0);
            final Bootstrap bootstrap = Bootstrap.of(rows, Fitter.fit(rows, one, random).mixture(), one,
                Resampling.PARAMETRIC, 999, random.split(s, 1), Monitor.NONE);
            covered += bootstrap.quantile(m -> m.mean(0), 0.025) <= 3 && bootstrap.quantile(m -> m.mean(0), 0.975) >= 3
                ? 1 : 0;
        }
        final double expected = 1 - 2 * new TDistribution(n - 1).cumulativeProbability(-1.959964 * Math.sqrt((n - 1.0) / n));
        final double z = (covered - sets * expected) / Math.sqrt(sets * expected * (1 - expected));
        assertTrue(Math.abs(z) < 4, covered + " of " + sets + ", expected " + expected);
    }

    /** Of two components of 100 rows each that do not overlap, the standard error of a mean is sd / 10. */
    @ParameterizedTest
    @EnumSource(Resampling.class)
    void theStandardErrorOfAMeanIsThatOfItsRows(final Resampling how) {
        final Points rows = MixtureSampler.of(GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{0, 100},
            new double[]{1, 3})).sample(200, RandomStream.of(5));
        final FitSettings two = FitSettings.converged(2).withRegularization(0);
        final GaussianMixture fitted = Fitter.fit(rows, two, RandomStream.of(6)).mixture().sortedByMean();
        final Bootstrap bootstrap = Bootstrap.of(rows, fitted, two, how, 4000, RandomStream.of(7), Monitor.NONE);
        for (int k = 0; k < 2; k++) {
            final int c = k;
            final double expected = fitted.sd(k) / Math.sqrt(200 * fitted.weight(k));
            // 4 of its standard errors of 1.1 %, and 1 % for the rows' number that is drawn, too
            assertEquals(expected, bootstrap.standardError(m -> m.mean(c)), 0.055 * expected);
            assertEquals(0, bootstrap.bias(m -> m.mean(c)), 4 * expected / Math.sqrt(4000));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        final GaussianMixture fitted = fitted(CovarianceType.FULL);
        final FitSettings settings = settings(CovarianceType.FULL);
        final ToDoubleFunction<GaussianMixture> parameter = m -> m.covariance(1, 1, 0);
        assertEquals(Bootstrap.of(FAITHFUL, fitted, settings, Resampling.NONPARAMETRIC, 50, RandomStream.of(1), Monitor.NONE)
            .standardError(parameter), Bootstrap.of(FAITHFUL, fitted, settings.withThreads(3), Resampling.NONPARAMETRIC, 50,
                RandomStream.of(1), Monitor.NONE).standardError(parameter));
    }

    @Test
    void tellsProgressAndStopsWhenToldTo() {
        final AtomicInteger told = new AtomicInteger();
        final Monitor impatient = new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                told.incrementAndGet();
            }

            @Override
            public void checkCanceled() {
                if (told.get() >= 10) {
                    throw new CancellationException();
                }
            }
        };
        assertThrows(CancellationException.class, () -> Bootstrap.of(FAITHFUL, fitted(CovarianceType.FULL),
            settings(CovarianceType.FULL).withThreads(2), Resampling.NONPARAMETRIC, 100_000, RandomStream.of(1), impatient));
        assertTrue(told.get() < 20, "stopped at once");
    }

    /** A quarter of all resamples leave the second component fewer than two different rows, onto which it collapses. */
    @Test
    void drawsAnewWhatCannotBeFitted() {
        final Points rows = Points.of(0, 1, 2, 3, 20, 21, 22);
        final GaussianMixture fitted = GaussianMixture.of(new double[]{0.57, 0.43}, new double[]{1.5, 21},
            new double[]{1.1, 0.8});
        final Bootstrap bootstrap = Bootstrap.of(rows, fitted, FitSettings.converged(2),
            Resampling.NONPARAMETRIC, 100, RandomStream.of(1), Monitor.NONE);
        assertTrue(bootstrap.failed() > 10, bootstrap.failed() + " drawn anew");
        assertEquals(100, bootstrap.replicates());
    }

    @Test
    void needsTwoReplicates() {
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.of(FAITHFUL, fitted(CovarianceType.FULL),
            settings(CovarianceType.FULL), Resampling.PARAMETRIC, 1, RandomStream.of(1), Monitor.NONE));
    }
}
