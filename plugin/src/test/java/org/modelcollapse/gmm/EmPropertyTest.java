package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of EM whatever the data. */
class EmPropertyTest {

    private static final FitSettings PURE = FitSettings.sklearn(3).withMaximumLikelihood(true).withTolerance(0)
        .withMaxIterations(60).withStart(Start.randomPoints());

    @ParameterizedTest
    @EnumSource
    void likelihoodNeverFallsInPureMode(final CovarianceType type) {
        for (int replicate = 0; replicate < 60; replicate++) {
            final RandomStream random = RandomStream.of(1, type.ordinal(), replicate);
            final int d = 1 + replicate % 3;
            final Points data = RandomCases.data(40 + 5 * replicate, 3, d, random);
            for (final boolean accelerated : new boolean[]{false, true}) {
                final Fit fit =
                    Fitter.fit(data, PURE.withCovarianceType(type).withAccelerated(accelerated), random);
                final double[] trace = fit.trace();
                if (fit.warnings().stream().anyMatch(w -> w.kind() == FitWarning.Kind.COLLAPSED_COMPONENT)) {
                    continue; // held up at the floor: no longer the maximum
                }
                for (int i = 1; i < trace.length; i++) {
                    // the rounding of a sum of some hundred logarithms
                    assertTrue(trace[i] >= trace[i - 1] - 1e-13,
                        type + " replicate " + replicate + " iteration " + i + ": " + (trace[i] - trace[i - 1]));
                }
                assertTrue(fit.score() >= fit.lowerBound() - 1e-13);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void accelerationEndsInTheSameMaximum(final CovarianceType type) {
        for (int replicate = 0; replicate < 5; replicate++) {
            final RandomStream random = RandomStream.of(11, replicate);
            final Points data = RandomCases.data(400, 2, 3, random);
            final FitSettings settings = PURE.withComponents(2).withCovarianceType(type).withTolerance(1e-13)
                .withMaxIterations(20_000).withStart(Start.kMeans());
            final Fit plain = Fitter.fit(data, settings, RandomStream.of(replicate));
            final Fit accelerated = Fitter.fit(data, settings.withAccelerated(true), RandomStream.of(replicate));
            assertEquals(plain.score(), accelerated.score(), 1e-9, type + " replicate " + replicate);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aStepKeepsMeanAndVarianceOfTheData(final int k) {
        for (int replicate = 0; replicate < 20; replicate++) {
            final RandomStream random = RandomStream.of(2, k, replicate);
            final int d = 1 + replicate % 3;
            final Points data = RandomCases.data(300, 3, d, random);
            final Fit fit = Fitter.fit(data, PURE.withComponents(k).withMaxIterations(1 + replicate % 4), random);
            final double[][] covariance = FitData.of(data, null).covariance();
            for (int i = 0; i < d; i++) {
                double mean = 0;
                for (int row = 0; row < data.size(); row++) {
                    mean += data.get(row, i) / data.size();
                }
                final double sd = Math.sqrt(covariance[i][i]);
                assertEquals(mean, fit.mixture().mean()[i], 1e-12 * Math.max(sd, Math.abs(mean)));
                for (int j = 0; j < d; j++) {
                    assertEquals(covariance[i][j], fit.mixture().covariance()[i][j],
                        1e-12 * sd * Math.sqrt(covariance[j][j]));
                }
            }
        }
    }

    @Test
    void shiftedDataGiveShiftedMixtures() {
        for (final String name : new String[]{"overlap3_k3", "plane3_full", "plane3_tied", "plane3_diag"}) {
            final ReferenceCase reference = ReferenceCase.of(name);
            final GaussianMixture plain =
                Fitter.fit(reference.data(), reference.settings(), RandomStream.of(0)).mixture();
            final double[][] columns = new double[reference.d()][];
            for (int j = 0; j < columns.length; j++) {
                columns[j] = Arrays.stream(reference.data().column(j)).map(x -> x + 1e6).toArray();
            }
            final GaussianMixture start = moved(reference.start(), 1e6);
            final Fit fit = Fitter.fit(Points.wrap(columns), reference.settings().withStart(Start.given(start)),
                RandomStream.of(0));
            assertEquals(reference.iterations(), fit.iterations());
            // the shift itself rounds the data to 1e-10
            assertTrue(RandomCases.distance(plain, moved(fit.mixture(), -1e6)) < 1e-8);
        }
    }

    private static GaussianMixture moved(final GaussianMixture mixture, final double by) {
        final double[][] means = mixture.means();
        for (final double[] mean : means) {
            Arrays.setAll(mean, j -> mean[j] + by);
        }
        return GaussianMixture.of(mixture.covarianceType(), mixture.weights(), means, mixture.covariances());
    }

    @ParameterizedTest
    @EnumSource
    void scalingByAPowerOfTwoScalesExactly(final CovarianceType type) {
        final RandomStream random = RandomStream.of(3, type.ordinal());
        final Points data = RandomCases.data(400, 3, 2, random);
        final double[][] scaled = new double[2][];
        for (int j = 0; j < 2; j++) {
            scaled[j] = Arrays.stream(data.column(j)).map(x -> 0x1p20 * x).toArray();
        }
        final FitSettings settings = PURE.withCovarianceType(type);
        final GaussianMixture plain = Fitter.fit(data, settings, RandomStream.of(4)).mixture();
        final GaussianMixture large = Fitter.fit(Points.wrap(scaled), settings, RandomStream.of(4)).mixture();
        // scaling moves the log-likelihood by a constant, and so the rounding of the changes that EM stops by: a family that
        // converges slowly may stop a step earlier or later
        final double tolerance = 1e-7;
        for (int k = 0; k < 3; k++) {
            assertEquals(plain.weight(k), large.weight(k), tolerance);
            assertEquals(plain.mean(k, 0), 0x1p-20 * large.mean(k, 0), tolerance);
            assertEquals(plain.covariance(k, 1, 1), 0x1p-40 * large.covariance(k, 1, 1), tolerance);
        }
    }

    @Test
    void permutingRowsChangesNothingButRounding() {
        for (final ReferenceCase reference : ReferenceCase.all()) {
            final int n = reference.data().size();
            final int[] order = RandomStream.of(5).choose(n, n);
            final double[][] rows = new double[n][];
            Arrays.setAll(rows, i -> reference.data().row(order[i]));
            final Fit plain = Fitter.fit(reference.data(), reference.settings(), RandomStream.of(0));
            final Fit permuted = Fitter.fit(Points.ofRows(rows), reference.settings(), RandomStream.of(0));
            assertEquals(plain.iterations(), permuted.iterations());
            assertTrue(RandomCases.distance(plain.mixture(), permuted.mixture()) < 1e-11);
        }
    }

    @Test
    void permutingComponentsPermutesTheAnswer() {
        for (final ReferenceCase reference : ReferenceCase.all()) {
            final int[] order = new int[reference.k()];
            Arrays.setAll(order, k -> (k + 1) % reference.k());
            final Fit plain = Fitter.fit(reference.data(), reference.settings(), RandomStream.of(0));
            final Fit permuted = Fitter.fit(reference.data(),
                reference.settings().withStart(Start.given(reference.start().permuted(order))), RandomStream.of(0));
            assertEquals(plain.iterations(), permuted.iterations());
            assertTrue(RandomCases.distance(plain.mixture().permuted(order), permuted.mixture()) < 1e-11);
        }
    }

    @Test
    void aRowOfWeightTwoCountsLikeTwoRows() {
        final ReferenceCase reference = ReferenceCase.of("overlap3_k3");
        final double[] once = reference.data().column(0);
        final double[] twice = Arrays.copyOf(once, 2 * once.length - 500);
        final double[] weights = new double[once.length];
        for (int i = 0; i < once.length; i++) {
            weights[i] = i < 500 ? 1 : 2;
            if (i >= 500) {
                twice[once.length + i - 500] = once[i];
            }
        }
        final Fit repeated = Fitter.fit(Points.of(twice), reference.settings(), RandomStream.of(0));
        final Fit weighted =
            Fitter.fit(reference.data(), weights, reference.settings(), RandomStream.of(0), Monitor.NONE);
        assertEquals(repeated.iterations(), weighted.iterations());
        assertTrue(RandomCases.distance(repeated.mixture(), weighted.mixture()) < 1e-11);
        assertEquals(repeated.bic(), weighted.bic(), 1e-9);
        assertEquals(repeated.icl(), weighted.icl(), 1e-9);
    }

    @Test
    void rowsOfNoWeightCountForNothing() {
        final Points data = RandomCases.data(500, 2, 2, RandomStream.of(6));
        final double[][] more = new double[2][];
        for (int j = 0; j < 2; j++) {
            more[j] = Arrays.copyOf(data.column(j), 600);
            Arrays.fill(more[j], 500, 600, 10);
        }
        final double[] weights = new double[600];
        Arrays.fill(weights, 0, 500, 1);
        final FitSettings settings = FitSettings.sklearn(2).withStart(Start.given(
            RandomCases.mixture(2, 2, CovarianceType.FULL, RandomStream.of(7))));
        final Fit plain = Fitter.fit(data, settings, RandomStream.of(0));
        final Fit weighted = Fitter.fit(Points.wrap(more), weights, settings, RandomStream.of(0), Monitor.NONE);
        assertTrue(RandomCases.distance(plain.mixture(), weighted.mixture()) < 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void threadsChangeNoBit(final int threads) {
        for (int d = 1; d <= 3; d++) {
            final Points data = RandomCases.data(150_000, 3, d, RandomStream.of(8, d));
            final FitSettings settings = FitSettings.sklearn(3).withMaxIterations(4).withTolerance(0);
            final Fit one = Fitter.fit(data, settings, RandomStream.of(9));
            final Fit many = Fitter.fit(data, settings.withThreads(threads), RandomStream.of(9));
            assertEquals(one, many);
        }
    }

    @Test
    void theFixedPointOfTheAcceleratedModeIsThatOfEm() {
        // tolerance far below what is asked of the parameters: the log-likelihood is flat at its maximum
        for (final String name : new String[]{"overlap3_k3", "overlap3_k3_tied", "pair_k2", "plane3_full",
            "plane3_diag", "plane3_spherical", "plane3_tied", "faithful_full"}) {
            final ReferenceCase reference = ReferenceCase.of(name);
            final Fit plain = Fitter.fit(reference.data(),
                reference.settings().withTolerance(0).withMaxIterations(3000), RandomStream.of(0));
            final Fit accelerated = Fitter.fit(reference.data(),
                reference.settings().withTolerance(1e-15).withMaxIterations(400).withAccelerated(true),
                RandomStream.of(0));
            assertTrue(accelerated.converged());
            final double distance = RandomCases.distance(plain.mixture(), accelerated.mixture());
            assertTrue(distance < 1e-8, name + " " + distance);
        }
    }

    @Test
    void theAcceleratedModeTakesAFifthOfTheStepsWhereComponentsOverlap() {
        final ReferenceCase reference = ReferenceCase.of("overlap3_k3");
        for (final double tolerance : new double[]{1e-10, 1e-12, 1e-14}) {
            final FitSettings settings = reference.settings().withTolerance(tolerance);
            final Fit plain = Fitter.fit(reference.data(), settings, RandomStream.of(0));
            final Fit accelerated = Fitter.fit(reference.data(), settings.withAccelerated(true), RandomStream.of(0));
            assertTrue(5 * accelerated.iterations() < plain.iterations(), accelerated + " against " + plain);
            assertTrue(accelerated.score() >= plain.score() - tolerance);
        }
    }
}
