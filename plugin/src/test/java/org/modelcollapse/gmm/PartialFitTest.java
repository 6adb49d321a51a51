package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** EM over rows of which some values are not known. */
class PartialFitTest {

    private static final FitSettings PURE = FitSettings.sklearn(2).withMaximumLikelihood(true).withTolerance(1e-13)
        .withMaxIterations(20_000).withAccelerated(true);

    /** A sample of a mixture with a fifth of its values taken away at random, and no row without any. */
    private static PartialPoints withGaps(final int n, final int d, final long seed) {
        final RandomStream random = RandomStream.of(seed);
        final Points data = RandomCases.data(n, 2, d, random);
        final double[][] columns = new double[d][];
        Arrays.setAll(columns, data::column);
        for (int i = 0; i < n; i++) {
            final int kept = random.nextInt(d);
            for (int j = 0; j < d; j++) {
                columns[j][i] = j != kept && random.nextDouble() < 0.25 ? Double.NaN : columns[j][i];
            }
        }
        return PartialPoints.ofColumns(columns);
    }

    private static double logLikelihood(final GaussianMixture mixture, final PartialPoints points) {
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            final boolean[] known = new boolean[points.dimension()];
            for (int j = 0; j < known.length; j++) {
                known[j] = points.isKnown(i, j);
            }
            sum += Conditional.of(mixture, known).logDensity(points.row(i));
        }
        return sum;
    }

    @Test
    void oneColumnThatEndsEarlyHasAndersonsSolution() {
        // Anderson 1957, doi:10.1080/01621459.1957.10501379: regression of the second column in the complete rows
        final double[] x = {1, 2, 3, 4, 5, 6, 7, 9};
        final double[] y = {2, 1, 4, 3, 6, Double.NaN, Double.NaN, Double.NaN};
        final GaussianMixture fit = Fitter.fit(PartialPoints.ofColumns(x, y), null, PURE.withComponents(1),
            RandomStream.of(1), Monitor.NONE).mixture();
        final double meanX = 37.0 / 8;
        final double varianceX = 221.0 / 8 - meanX * meanX;
        // of the five complete rows: mean of x 3, of y 3.2, sums of squares 10, products 10, of y 14.8
        final double slope = 1;
        final double residual = 14.8 / 5 - slope * slope * 10 / 5;
        assertEquals(meanX, fit.mean(0, 0), 1e-9);
        assertEquals(varianceX, fit.covariance(0, 0, 0), 1e-8);
        assertEquals(3.2 + slope * (meanX - 3), fit.mean(0, 1), 1e-6);
        assertEquals(slope * varianceX, fit.covariance(0, 0, 1), 1e-5);
        assertEquals(residual + slope * slope * varianceX, fit.covariance(0, 1, 1), 1e-5);
    }

    @Test
    void withoutGapsTheFitIsThatOfTheWholeRows() {
        final Points whole = RandomCases.data(300, 2, 3, RandomStream.of(2));
        final PartialPoints partial = PartialPoints.ofColumns(whole.column(0), whole.column(1), whole.column(2));
        assertEquals(Fitter.fit(whole, null, PURE, RandomStream.of(3), Monitor.NONE),
            Fitter.fit(partial, null, PURE, RandomStream.of(3), Monitor.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void theLikelihoodOfWhatIsKnownNeverFallsAndIsTheScore(final CovarianceType family) {
        for (int replicate = 0; replicate < 5; replicate++) {
            final PartialPoints data = withGaps(120, 3, 10 + replicate);
            final Fit fit = Fitter.fit(data, null,
                PURE.withCovarianceType(family).withAccelerated(false).withMaxIterations(60), RandomStream.of(replicate),
                Monitor.NONE);
            final double[] trace = fit.trace();
            for (int i = 1; i < trace.length; i++) {
                assertTrue(trace[i] >= trace[i - 1] - 1e-9, family + " iteration " + i + ": " + (trace[i] - trace[i - 1]));
            }
            assertEquals(logLikelihood(fit.mixture(), data) / data.size(), fit.score(), 1e-9);
        }
    }

    @Test
    void noParameterNearbyIsMoreLikely() {
        final PartialPoints data = withGaps(200, 2, 5);
        final GaussianMixture fit = Fitter.fit(data, null, PURE, RandomStream.of(1), Monitor.NONE).mixture();
        final double best = logLikelihood(fit, data);
        final RandomStream random = RandomStream.of(6);
        for (int replicate = 0; replicate < 200; replicate++) {
            final double[] weights = fit.weights();
            final double[][] means = fit.means();
            final double[][][] covariances = fit.covariances();
            final double move = 1e-3 * random.nextGaussian();
            weights[0] += move;
            weights[1] -= move;
            for (int k = 0; k < 2; k++) {
                for (int i = 0; i < 2; i++) {
                    means[k][i] += 1e-3 * random.nextGaussian();
                    covariances[k][i][i] *= 1 + 1e-3 * random.nextGaussian();
                }
            }
            assertTrue(logLikelihood(GaussianMixture.of(CovarianceType.FULL, weights, means, covariances), data) < best);
        }
    }

    @Test
    void rowWeightsAndThreadsAndTheSearchWorkToo() {
        final PartialPoints data = withGaps(300, 2, 7);
        final double[] weights = new double[300];
        Arrays.setAll(weights, i -> i % 3);
        final FitSettings settings = PURE.withTolerance(1e-8);
        final Fit one = BestFit.fit(data, weights, settings, Effort.QUICK, RandomStream.of(1), Monitor.NONE);
        assertEquals(one,
            BestFit.fit(data, weights, settings.withThreads(3), Effort.QUICK, RandomStream.of(1), Monitor.NONE));
        final Selection selection = Fitter.select(data, weights, settings,
            List.of(CovarianceType.EII, CovarianceType.VVV), 1, 3, Criterion.BIC, RandomStream.of(2), Monitor.NONE);
        assertEquals(6, selection.fits().size());
    }

    @Test
    void whatSaysNothingIsRefusedByName() {
        final double none = Double.NaN;
        assertTrue(refusal(new double[]{1, none}, new double[]{2, none}).startsWith("Row 2 has no value at all"));
        assertTrue(refusal(new double[]{1, 2}, new double[]{none, none}).startsWith("Column 2 has no value at all"));
        assertTrue(refusal(new double[]{1, 1.0 / 0}, new double[]{1, 2}).contains("row 2 of column 1 is Infinity"));
    }

    private static String refusal(final double[]... columns) {
        return assertThrows(IllegalArgumentException.class, () -> PartialPoints.ofColumns(columns)).getMessage();
    }
}
