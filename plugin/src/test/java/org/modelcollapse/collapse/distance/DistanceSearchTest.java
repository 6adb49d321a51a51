package org.modelcollapse.collapse.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;

/**
 * Distances of random pairs of mixtures against {@link SlowDistance}: 1 to 5 components, centres .1 to 30 apart, deviations
 * e^z, every fourth up to 100 times narrower. -Ddistances.pairs=4000 makes them all.
 */
class DistanceSearchTest {

    private static final int PAIRS = Integer.getInteger("distances.pairs", 60);

    private static final double ERROR = 1e-9;

    private static GaussianMixture random(final RandomStream random) {
        final int k = 1 + random.nextInt(5);
        final double apart = .1 * StrictMath.pow(300, random.nextDouble());
        final double[] w = new double[k];
        final double[] m = new double[k];
        final double[] s = new double[k];
        for (int i = 0; i < k; i++) {
            w[i] = .05 + random.nextDouble();
            m[i] = apart * random.nextGaussian();
            s[i] = StrictMath.exp(random.nextGaussian())
                / (random.nextInt(4) == 0 ? StrictMath.pow(100, random.nextDouble()) : 1);
        }
        final double sum = Arrays.stream(w).sum();
        return GaussianMixture.of(Arrays.stream(w).map(x -> x / sum).toArray(), m, s);
    }

    private static void assertRelative(final double expected, final double actual, final String what) {
        assertEquals(expected, actual, ERROR * expected, what);
    }

    @Test
    @DisplayName("W1, KL and JS of random pairs are right to 1e-9, and W2 is the same both ways")
    void randomPairs() {
        final RandomStream random = RandomStream.of(24);
        for (int i = 0; i < PAIRS; i++) {
            final GaussianMixture p = random(random);
            final GaussianMixture q = random(random);
            final String pair = "pair " + i + ": " + p + ", " + q;
            assertRelative(SlowDistance.wasserstein1(p, q), MixtureDistance.wasserstein1(p, q), "W1 of " + pair);
            assertRelative(SlowDistance.kullbackLeibler(p, q), MixtureDistance.kullbackLeibler(p, q), "KL of " + pair);
            assertRelative(SlowDistance.jensenShannon(p, q), MixtureDistance.jensenShannon(p, q), "JS of " + pair);
            // two different integrals; the slow one is compared below, where it is good enough
            assertRelative(MixtureDistance.wasserstein2(q, p), MixtureDistance.wasserstein2(p, q), "W2 of " + pair);
        }
    }

    @Test
    @DisplayName("W2 of random pairs is that of a slow integral")
    void randomTransports() {
        final RandomStream random = RandomStream.of(25);
        for (int i = 0; i < PAIRS / 6; i++) {
            final GaussianMixture p = random(random);
            final GaussianMixture q = random(random);
            final double ours = MixtureDistance.wasserstein2(p, q);
            // the slow integral has no panels of its own in the gaps of the first mixture: the better of both directions
            final double error = Math.min(Math.abs(SlowDistance.wasserstein2(p, q) / ours - 1),
                Math.abs(SlowDistance.wasserstein2(q, p) / ours - 1));
            assertTrue(error < ERROR, "pair " + i + ": " + error + ", " + p + ", " + q);
        }
    }

    private static GaussianMixture mixture(final String text) {
        final double[][] parts = Arrays.stream(text.split(";"))
            .map(part -> Arrays.stream(part.trim().split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
        final double sum = Arrays.stream(parts[0]).sum();
        return GaussianMixture.of(Arrays.stream(parts[0]).map(w -> w / sum).toArray(), parts[1], parts[2]);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"1;0;1, 1;1e16;1, 0.6931471805599453", "1;0;1, 1;0;1e20, 0.6931471805599453",
        ".5 .5;0 1e20;1 1, 1;0;1, 0.2157615543388357", "1;0;1e-20, 1;0;1, 0.6931471805599453",
        "1;1e16;1, 1;1e16;1e-16, 0.6931471805599453", ".5 .5;0 1e300;1 1e-100, 1;0;1, 0.2157615543388357"})
    @DisplayName("JS keeps a component that is narrower than 1e-14 of the range, or far away")
    void narrowAndFar(final String first, final String second, final double expected) {
        assertEquals(expected, MixtureDistance.jensenShannon(mixture(first), mixture(second)), 1e-12);
        assertEquals(expected, MixtureDistance.jensenShannon(mixture(second), mixture(first)), 1e-12);
    }

    @Test
    @DisplayName("the same component beside a mean of 1e16 is as far from another as it is beside 0")
    void farAlike() {
        final double js = MixtureDistance.jensenShannon(mixture(".5 .5;0 60;1 1"), mixture(".5 .5;0 60;1 2"));
        assertEquals(js, MixtureDistance.jensenShannon(mixture(".5 .5;0 1e16;1 1"), mixture(".5 .5;0 1e16;1 2")),
            1e-12);
        final double w = MixtureDistance.wasserstein1(mixture("1;0;1"), mixture("1;0;2")) / 2;
        assertEquals(w, MixtureDistance.wasserstein1(mixture(".5 .5;0 1e16;1 1"), mixture(".5 .5;0 1e16;1 2")), 1e-9);
        assertEquals(Math.sqrt(.5),
            MixtureDistance.wasserstein2(mixture(".5 .5;0 1e16;1 1"), mixture(".5 .5;0 1e16;1 2")), 1e-9);
        assertEquals(.5e20, MixtureDistance.wasserstein1(mixture(".5 .5;0 1e20;1 1"), mixture("1;0;1")), 1e11);
        assertEquals(Math.sqrt(.5) * 1e20, MixtureDistance.wasserstein2(mixture(".5 .5;0 1e20;1 1"), mixture("1;0;1")),
            1e11);
    }

    @Test
    @DisplayName("KL of components far beyond the range")
    void divergenceOfFar() {
        assertEquals(.25e40, MixtureDistance.kullbackLeibler(mixture(".5 .5;0 1e20;1 1"), mixture("1;0;1")), 1e31);
        assertEquals(Math.log(2), MixtureDistance.kullbackLeibler(mixture("1;0;1"), mixture(".5 .5;0 1e20;1 1")), 1e-9);
    }

    @Test
    @DisplayName("kinks: where distribution functions cross, and where another component leads far from any mean")
    void kinks() {
        assertEquals(3.8283846297, MixtureDistance.wasserstein1(mixture("1;5.9315;2.3072"),
            mixture(".4975 .5025;3.4426 14.1073;.023 .0138")), 1e-9);
        assertEquals(43.6734936223, MixtureDistance.kullbackLeibler(mixture(".5273 .4727;-5.366 -13.8145;17.381 .1786"),
            mixture(".3746 .3458 .2796;42.2746 -17.1744 11.6475;.0106 1.6407 .0068")), 1e-8);
    }

    @Test
    @DisplayName("JS to an original never falls while one Gaussian collapses onto a point beside it")
    void collapse() {
        final GaussianMixture original = mixture("1;0;1");
        double before = 0;
        for (double sd = 1; sd > 1e-150; sd /= 3) {
            final double js = MixtureDistance.jensenShannon(original, mixture("1;.3;" + sd));
            assertTrue(js >= before - 1e-12, "sd " + sd + ": " + js + " after " + before);
            before = js;
        }
        assertEquals(Math.log(2), before, 1e-12);
    }
}
