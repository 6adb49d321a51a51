package org.modelcollapse.collapse.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;

class MixtureDistanceTest {

    /** The stated error of the quadrature. */
    private static final double ERROR = 1e-8;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/collapse/distances.csv", numLinesToSkip = 1)
    void agreesWithTheReference(final String name, final String first, final String second, final double w1,
        final double w2, final double kl, final double reverse, final double js, final double logLikelihood) {
        final GaussianMixture p = parse(first);
        final GaussianMixture q = parse(second);
        assertEquals(w1, MixtureDistance.wasserstein1(p, q), ERROR * w1 + 1e-15, "W1");
        assertEquals(w2, MixtureDistance.wasserstein2(p, q), ERROR * w2 + 1e-12, "W2");
        assertEquals(kl, MixtureDistance.kullbackLeibler(p, q), ERROR * kl + 1e-15, "KL(p || q)");
        assertEquals(reverse, MixtureDistance.kullbackLeibler(q, p), ERROR * reverse + 1e-15, "KL(q || p)");
        assertEquals(js, MixtureDistance.jensenShannon(p, q), ERROR * js + 1e-15, "JS");
        assertEquals(logLikelihood, MixtureDistance.expectedLogLikelihood(p, q), ERROR * Math.abs(logLikelihood),
            "E_p[log q]");
        assertEquals(w1, MixtureDistance.wasserstein1(q, p), ERROR * w1 + 1e-15, "W1 is symmetric");
        assertEquals(w2, MixtureDistance.wasserstein2(q, p), ERROR * w2 + 1e-12, "W2 is symmetric");
        assertEquals(js, MixtureDistance.jensenShannon(q, p), ERROR * js + 1e-15, "JS is symmetric");
    }

    private static GaussianMixture parse(final String text) {
        final double[][] parts = Arrays.stream(text.split("\\|"))
            .map(part -> Arrays.stream(part.split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
        return GaussianMixture.of(parts[0], parts[1], parts[2]);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 1", "0, 1, 3, 1", "0, 1, 0, .001", "-5, 2, 1, 7",
        "1e6, 1, 1000001, .5", "0, 1, 1e-4, 1.0001"})
    void quadratureAgreesWithTheClosedFormsOfGaussians(final double m1, final double s1, final double m2,
        final double s2) {
        final GaussianMixture p = GaussianMixture.of(new double[] {1}, new double[] {m1}, new double[] {s1});
        final GaussianMixture q = GaussianMixture.of(new double[] {1}, new double[] {m2}, new double[] {s2});
        // the same distributions, in two components each so that quadrature is used
        final GaussianMixture twoP = GaussianMixture.of(new double[] {.5, .5}, new double[] {m1, m1},
            new double[] {s1, s1});
        final GaussianMixture twoQ = GaussianMixture.of(new double[] {.4, .6}, new double[] {m2, m2},
            new double[] {s2, s2});
        final double w2 = Math.hypot(m1 - m2, s1 - s2);
        assertEquals(w2, MixtureDistance.wasserstein2(p, q), 1e-15 * w2);
        assertEquals(w2, MixtureDistance.wasserstein2(twoP, twoQ), ERROR * w2 + 1e-12);
        final double w1 = MixtureDistance.wasserstein1(p, q);
        assertEquals(w1, MixtureDistance.wasserstein1(twoP, twoQ), ERROR * w1 + 1e-15 * s1);
        final double kl = MixtureDistance.kullbackLeibler(p, q);
        assertEquals(kl, MixtureDistance.kullbackLeibler(twoP, twoQ), ERROR * kl + 1e-14);
        assertEquals(MixtureDistance.expectedLogLikelihood(p, q),
            MixtureDistance.expectedLogLikelihood(twoP, twoQ), ERROR * (1 + kl));
    }

    @Test
    void closedFormsOfGaussians() {
        final GaussianMixture unit = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        final GaussianMixture moved = GaussianMixture.of(new double[] {1}, new double[] {3}, new double[] {1});
        final GaussianMixture wide = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {3});
        assertEquals(3, MixtureDistance.wasserstein1(unit, moved));
        assertEquals(2 * Math.sqrt(2 / Math.PI), MixtureDistance.wasserstein1(unit, wide), 1e-15);
        assertEquals(4.5, MixtureDistance.kullbackLeibler(unit, moved), 1e-15);
        assertEquals((1 / 9.0 - 1 + Math.log(9)) / 2, MixtureDistance.kullbackLeibler(unit, wide), 1e-15);
        assertEquals(-Math.log(2 * Math.PI * Math.E) / 2, MixtureDistance.expectedLogLikelihood(unit, unit), 1e-15);
    }

    @Test
    void gaussiansInThePlane() {
        // commuting covariances: axes separate after a rotation by 45 degrees, eigenvalues (3, 1) and (12, 4)
        final GaussianMixture p = plane(0, 0, 2, 1, 2);
        final GaussianMixture q = plane(1, -2, 8, 4, 8);
        final double roots = Math.pow(Math.sqrt(12) - Math.sqrt(3), 2) + Math.pow(Math.sqrt(4) - 1, 2);
        assertEquals(Math.sqrt(5 + roots), MixtureDistance.wasserstein2(p, q), 1e-14);
        // tr(B^-1 A) = 1/2, gap' B^-1 gap = (8 + 16 + 32) / 48, log det B / det A = log 16
        final double kl = (0.5 + 56 / 48.0 - 2 + Math.log(16)) / 2;
        assertEquals(kl, MixtureDistance.kullbackLeibler(p, q), 1e-14);
        assertEquals(0, MixtureDistance.kullbackLeibler(p, p), 1e-15);
        assertEquals(0, MixtureDistance.wasserstein2(p, p), 1e-7);
    }

    @Test
    void almostFlatGaussiansInThePlane() {
        final GaussianMixture round = plane(0, 0, 1, 0, 1);
        for (double thin = 1e-10; thin > 1e-14; thin /= 7) {
            final GaussianMixture flat = plane(0, 0, 1, 1 - thin, 1);
            // eigenvalues 2 - thin and thin
            final double expected = Math.hypot(Math.sqrt(2 - thin) - 1, 1 - Math.sqrt(thin));
            assertEquals(expected, MixtureDistance.wasserstein2(round, flat), 1e-7);
            assertEquals(expected, MixtureDistance.wasserstein2(flat, round), 1e-7);
            assertTrue(MixtureDistance.kullbackLeibler(round, flat) > 1e9);
            assertTrue(MixtureDistance.kullbackLeibler(flat, round) > 10);
        }
    }

    private static GaussianMixture plane(final double x, final double y, final double xx, final double xy,
        final double yy) {
        return GaussianMixture.of(CovarianceType.FULL, new double[] {1}, new double[][] {{x, y}},
            new double[][][] {{{xx, xy}, {xy, yy}}});
    }

    @Test
    void jensenShannonOfStrangersIsLogTwo() {
        final GaussianMixture p = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        final GaussianMixture q = GaussianMixture.of(new double[] {1}, new double[] {100}, new double[] {1});
        assertEquals(Math.log(2), MixtureDistance.jensenShannon(p, q), 1e-12);
    }

    @Test
    void aDeadComponentHasNoPart() {
        final GaussianMixture p = GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});
        final GaussianMixture dead = GaussianMixture.of(new double[] {.5, .5, 0}, new double[] {-2, 2, 500},
            new double[] {1, 1, 1e-6});
        assertEquals(0, MixtureDistance.wasserstein1(p, dead), 1e-12);
        assertEquals(0, MixtureDistance.kullbackLeibler(p, dead), 1e-12);
        assertEquals(0, MixtureDistance.wasserstein2(p, dead), 1e-10);
    }

    @Test
    void whatCannotBeComputedExactlyIsRefused() {
        final GaussianMixture line = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        final GaussianMixture plane = plane(0, 0, 1, 0, 1);
        assertThrows(IllegalArgumentException.class, () -> MixtureDistance.wasserstein2(line, plane));
        final var error = assertThrows(IllegalArgumentException.class,
            () -> MixtureDistance.wasserstein1(plane, plane));
        assertTrue(error.getMessage().contains("one dimension only"), error.getMessage());
    }
}
