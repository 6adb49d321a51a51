package org.modelcollapse.collapse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;

/**
 * Distances of random pairs of mixtures against a slow evaluation of another kind: hundreds of panels a component, and for
 * W1 the antiderivative between the crossings. 1 to 5 components, centres .1 to 30 apart, deviations e^z, every fourth up
 * to 100 times narrower. -Ddistances.pairs=4000 makes them all.
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

    private static double logDensity(final GaussianMixture p, final double x) {
        final double[] logs = new double[p.components()];
        for (int k = 0; k < logs.length; k++) {
            final double z = (x - p.mean(k)) / p.sd(k);
            logs[k] = Math.log(p.weight(k) / p.sd(k)) - z * z / 2 - Math.log(2 * Math.PI) / 2;
        }
        final double largest = Arrays.stream(logs).max().orElseThrow();
        return largest + Math.log(Arrays.stream(logs).map(l -> Math.exp(l - largest)).sum());
    }

    /** Grid of panels: around each mean, and around each place where two components cross. */
    private static double[] grid(final GaussianMixture... mixtures) {
        double[] grid = {};
        for (final GaussianMixture mixture : mixtures) {
            for (int k = 0; k < mixture.components(); k++) {
                final double mean = mixture.mean(k);
                final double sd = mixture.sd(k);
                grid = add(grid, IntStream.rangeClosed(-80, 80).mapToDouble(i -> mean + i * sd / 6));
                for (int j = 0; j < k; j++) {
                    for (final double x : crossings(mixture, k, j)) {
                        final double width = 1 / Math.abs((x - mean) / sd / sd
                            - (x - mixture.mean(j)) / mixture.sd(j) / mixture.sd(j));
                        if (width < 10) {
                            grid = add(grid, IntStream.rangeClosed(-30, 30).mapToDouble(i -> x + 1.5 * i * width));
                        }
                    }
                }
            }
        }
        return Arrays.stream(grid).filter(Double::isFinite).sorted().distinct().toArray();
    }

    private static double[] add(final double[] grid, final DoubleStream more) {
        return DoubleStream.concat(Arrays.stream(grid), more).toArray();
    }

    private static double[] crossings(final GaussianMixture q, final int i, final int j) {
        final double a = (1 / q.variance(j) - 1 / q.variance(i)) / 2;
        final double b = q.mean(i) / q.variance(i) - q.mean(j) / q.variance(j);
        final double c = q.mean(j) * q.mean(j) / q.variance(j) / 2 - q.mean(i) * q.mean(i) / q.variance(i) / 2
            + Math.log(q.weight(i) * q.sd(j) / q.weight(j) / q.sd(i));
        final double root = Math.sqrt(b * b - 4 * a * c);
        return new double[] {(-b + root) / 2 / a, (-b - root) / 2 / a};
    }

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(12);

    private static double integrate(final double[] grid, final DoubleUnaryOperator f) {
        double sum = 0;
        for (int g = 1; g < grid.length; g++) {
            final double centre = (grid[g] + grid[g - 1]) / 2;
            final double half = (grid[g] - grid[g - 1]) / 2;
            for (int i = 0; i < 12; i++) {
                sum += half * RULE.getWeight(i) * f.applyAsDouble(centre + half * RULE.getPoint(i));
            }
        }
        return sum;
    }

    private static double slowKullbackLeibler(final GaussianMixture p, final GaussianMixture q) {
        return integrate(grid(p, q), x -> {
            final double log = logDensity(p, x);
            return log < -100 ? 0 : Math.exp(log) * (log - logDensity(q, x));
        });
    }

    private static double slowJensenShannon(final GaussianMixture p, final GaussianMixture q) {
        return integrate(grid(p, q), x -> {
            final double f = logDensity(p, x);
            final double g = logDensity(q, x);
            final double m = Math.max(f, g) + Math.log((Math.exp(f - Math.max(f, g)) + Math.exp(g - Math.max(f, g))) / 2);
            return (f < -100 ? 0 : Math.exp(f) * (f - m) / 2) + (g < -100 ? 0 : Math.exp(g) * (g - m) / 2);
        });
    }

    private static double gap(final GaussianMixture p, final GaussianMixture q, final double x) {
        double sum = 0;
        for (int k = 0; k < p.components(); k++) {
            sum -= p.weight(k) * Erf.erfc((x - p.mean(k)) / p.sd(k) / Math.sqrt(2)) / 2;
        }
        for (int k = 0; k < q.components(); k++) {
            sum += q.weight(k) * Erf.erfc((x - q.mean(k)) / q.sd(k) / Math.sqrt(2)) / 2;
        }
        return sum;
    }

    /** Antiderivative of the gap: E[(x - P)+] - E[(x - Q)+]. */
    private static double excess(final GaussianMixture p, final double x) {
        double sum = 0;
        for (int k = 0; k < p.components(); k++) {
            final double z = (x - p.mean(k)) / p.sd(k);
            sum += p.weight(k) * p.sd(k)
                * (z * Erf.erfc(-z / Math.sqrt(2)) / 2 + Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
        }
        return sum;
    }

    private static double slowWasserstein1(final GaussianMixture p, final GaussianMixture q) {
        final double[] grid = grid(p, q);
        double sum = 0;
        double from = grid[0];
        for (int g = 1; g < grid.length; g++) {
            final boolean positive = gap(p, q, grid[g - 1]) > 0;
            double to = grid[g];
            if (gap(p, q, to) > 0 != positive) {
                double low = grid[g - 1];
                for (int i = 0; i < 80; i++) {
                    final double middle = (low + to) / 2;
                    if (gap(p, q, middle) > 0 == positive) {
                        low = middle;
                    } else {
                        to = middle;
                    }
                }
            } else if (g + 1 < grid.length) {
                continue;
            }
            sum += Math.abs(excess(p, to) - excess(q, to) - excess(p, from) + excess(q, from));
            from = to;
        }
        return sum;
    }

    /** The square of W2 by 12-point rules over levels would meet the tails' logarithms; by x, T(x) by bisection. */
    private static double slowWasserstein2(final GaussianMixture p, final GaussianMixture q) {
        final MixtureTails f = MixtureTails.of(p);
        final MixtureTails g = MixtureTails.of(q);
        final double[] own = grid(p);
        final double[] images = Arrays.stream(grid(q)).map(y -> {
            final double level = g.lower(y);
            return level < .5 ? level < 1e-18 ? Double.NaN : f.lowerQuantile(level)
                : g.upper(y) < 1e-18 ? Double.NaN : f.upperQuantile(g.upper(y));
        }).toArray();
        final double[] grid = Arrays.stream(add(own, Arrays.stream(images))).filter(Double::isFinite).sorted().distinct()
            .toArray();
        return Math.sqrt(integrate(grid, x -> {
            final double level = f.lower(x);
            final double up = f.upper(x);
            if (level < 1e-19 || up < 1e-19) {
                return 0;
            }
            final double t = level < .5 ? g.lowerQuantile(level) : g.upperQuantile(up);
            return (x - t) * (x - t) * f.density(0, x);
        }));
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
            assertRelative(slowWasserstein1(p, q), MixtureDistance.wasserstein1(p, q), "W1 of " + pair);
            assertRelative(slowKullbackLeibler(p, q), MixtureDistance.kullbackLeibler(p, q), "KL of " + pair);
            assertRelative(slowJensenShannon(p, q), MixtureDistance.jensenShannon(p, q), "JS of " + pair);
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
            final double error = Math.min(Math.abs(slowWasserstein2(p, q) / ours - 1),
                Math.abs(slowWasserstein2(q, p) / ours - 1));
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
