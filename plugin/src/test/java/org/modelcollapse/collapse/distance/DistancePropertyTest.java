package org.modelcollapse.collapse.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.modelcollapse.Cases;
import org.modelcollapse.Generated;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** What must hold of distances between any two mixtures or samples, tried on generated ones. */
@Generated
class DistancePropertyTest {

    /** The stated relative error of the quadrature. */
    private static final double ERROR = 1e-8;

    @Provide
    Arbitrary<GaussianMixture> line() {
        return Cases.lineMixtures();
    }

    /** An error that no digit of the means can tell from none: they are rounded where they are far apart. */
    private static double unit(final GaussianMixture... mixtures) {
        double largest = 0;
        for (final GaussianMixture mixture : mixtures) {
            for (int k = 0; k < mixture.components(); k++) {
                largest = Math.max(largest, Math.abs(mixture.mean(k)) + mixture.sd(k));
            }
        }
        return largest;
    }

    private static GaussianMixture affine(final GaussianMixture mixture, final double factor, final double shift) {
        final double[] means = new double[mixture.components()];
        final double[] sds = new double[mixture.components()];
        for (int k = 0; k < means.length; k++) {
            means[k] = factor * mixture.mean(k) + shift;
            sds[k] = Math.abs(factor) * mixture.sd(k);
        }
        return GaussianMixture.of(mixture.weights(), means, sds);
    }

    @Property(tries = 400)
    void distancesAreSymmetricAndWithinTheirBounds(@ForAll("line") final GaussianMixture p,
        @ForAll("line") final GaussianMixture q) {
        final double w1 = MixtureDistance.wasserstein1(p, q);
        final double w2 = MixtureDistance.wasserstein2(p, q);
        final double js = MixtureDistance.jensenShannon(p, q);
        assertEquals(w1, MixtureDistance.wasserstein1(q, p), ERROR * w1, "W1 is symmetric");
        assertEquals(w2, MixtureDistance.wasserstein2(q, p), ERROR * w2 + 1e-9 * unit(p, q), "W2 is symmetric");
        assertEquals(js, MixtureDistance.jensenShannon(q, p), ERROR * js + 1e-14, "JS is symmetric");
        assertTrue(js >= 0 && js <= Math.log(2), "JS " + js);
        final double kl = MixtureDistance.kullbackLeibler(p, q);
        assertTrue(kl >= 0 && kl >= 2 * js * js, "KL " + kl);
        // KL(p || (p+q)/2) is at most KL(p || q) / 2, as log is concave
        assertTrue(js <= (kl + MixtureDistance.kullbackLeibler(q, p)) / 4 * (1 + ERROR) + 1e-14, "JS below KL");
        assertTrue(Math.abs(p.mean()[0] - q.mean()[0]) <= w1 * (1 + ERROR) + 1e-15 * unit(p, q), "means apart");
        assertTrue(w1 <= w2 * (1 + ERROR) + 1e-9 * unit(p, q), "W1 " + w1 + " is at most W2 " + w2);
    }

    @Property(tries = 50)
    void aMixtureIsNotAwayFromItself(@ForAll("line") final GaussianMixture p, @ForAll @IntRange(max = 4) final int part) {
        // the same distribution, one of its components written as two
        final int k = p.components();
        final int split = part % k;
        final double[] weights = Arrays.copyOf(p.weights(), k + 1);
        final double[] means = new double[k + 1];
        final double[] sds = new double[k + 1];
        for (int c = 0; c <= k; c++) {
            means[c] = p.mean(c == k ? split : c);
            sds[c] = p.sd(c == k ? split : c);
        }
        weights[k] = weights[split] / 4;
        weights[split] -= weights[k];
        final GaussianMixture same = GaussianMixture.of(weights, means, sds);
        assertEquals(0, MixtureDistance.wasserstein1(p, same), 1e-13 * unit(p));
        // a root of rounding
        assertEquals(0, MixtureDistance.wasserstein2(p, same), 1e-7 * unit(p));
        assertEquals(0, MixtureDistance.kullbackLeibler(p, same), 1e-14);
        assertEquals(0, MixtureDistance.jensenShannon(p, same), 1e-14);
    }

    @Property(tries = 200)
    void theTriangleInequalityHolds(@ForAll("line") final GaussianMixture p, @ForAll("line") final GaussianMixture q,
        @ForAll("line") final GaussianMixture r) {
        final double w1 = MixtureDistance.wasserstein1(p, q) + MixtureDistance.wasserstein1(q, r);
        assertTrue(MixtureDistance.wasserstein1(p, r) <= w1 * (1 + ERROR), "W1");
        final double w2 = MixtureDistance.wasserstein2(p, q) + MixtureDistance.wasserstein2(q, r);
        assertTrue(MixtureDistance.wasserstein2(p, r) <= w2 * (1 + ERROR) + 1e-9 * unit(p, q, r), "W2");
        // the root of JS is a metric (Endres and Schindelin 2003)
        final double js = Math.sqrt(MixtureDistance.jensenShannon(p, q))
            + Math.sqrt(MixtureDistance.jensenShannon(q, r));
        assertTrue(Math.sqrt(MixtureDistance.jensenShannon(p, r)) <= js * (1 + ERROR), "JS");
    }

    @Property(tries = 300)
    void affineMapsScaleDistancesAndLeaveDivergences(@ForAll("line") final GaussianMixture p,
        @ForAll("line") final GaussianMixture q, @ForAll @DoubleRange(min = 0.1, max = 10) final double scale,
        @ForAll final boolean mirrored, @ForAll @DoubleRange(min = -100, max = 100) final double shift) {
        final double factor = mirrored ? -scale : scale;
        final GaussianMixture mappedP = affine(p, factor, shift * unit(p, q));
        final GaussianMixture mappedQ = affine(q, factor, shift * unit(p, q));
        final double rounding = 1e-13 * unit(mappedP, mappedQ);
        final double w1 = scale * MixtureDistance.wasserstein1(p, q);
        assertEquals(w1, MixtureDistance.wasserstein1(mappedP, mappedQ), 2 * ERROR * w1 + rounding, "W1");
        final double w2 = scale * MixtureDistance.wasserstein2(p, q);
        assertEquals(w2, MixtureDistance.wasserstein2(mappedP, mappedQ), 2 * ERROR * w2 + 1e4 * rounding, "W2");
        final double js = MixtureDistance.jensenShannon(p, q);
        assertEquals(js, MixtureDistance.jensenShannon(mappedP, mappedQ), 1e-7 * js + 1e-14, "JS");
        final double kl = MixtureDistance.kullbackLeibler(p, q);
        assertEquals(kl, MixtureDistance.kullbackLeibler(mappedP, mappedQ), 1e-7 * kl + 1e-14, "KL");
    }

    @Property(tries = 300)
    void wasserstein1IsWhatTheClosedFormBetweenCrossingsGives(@ForAll("line") final GaussianMixture p,
        @ForAll("line") final GaussianMixture q) {
        final double expected = SlowDistance.wasserstein1(p, q);
        assertEquals(expected, MixtureDistance.wasserstein1(p, q), ERROR * expected + 1e-13 * unit(p, q));
    }

    @Property(tries = 200)
    void divergencesAreWhatASlowQuadratureGives(@ForAll("line") final GaussianMixture p,
        @ForAll("line") final GaussianMixture q) {
        final double kl = SlowDistance.kullbackLeibler(p, q);
        assertEquals(kl, MixtureDistance.kullbackLeibler(p, q), ERROR * kl + 1e-13, "KL");
        final double js = SlowDistance.jensenShannon(p, q);
        assertEquals(js, MixtureDistance.jensenShannon(p, q), ERROR * js + 1e-13, "JS");
    }

    @Property(tries = 10)
    void wasserstein2IsWhatItsTransportMapGives(@ForAll("line") final GaussianMixture p,
        @ForAll("line") final GaussianMixture q) {
        final double expected = SlowDistance.wasserstein2(p, q);
        assertEquals(expected, MixtureDistance.wasserstein2(p, q), 1e-7 * expected + 1e-8 * unit(p, q));
    }

    @Property(tries = 400)
    void samplesAreCoupledByRank(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 12) final int n,
        @ForAll @IntRange(min = 1, max = 12) final int m) {
        final RandomStream random = RandomStream.of(seed);
        final double[] x = random.nextInt(2) == 0 ? normal(n, random) : whole(n, random);
        final double[] y = normal(m, random);
        // n m values each, so that they are paired one by one
        final double[] manyX = new double[n * m];
        final double[] manyY = new double[n * m];
        Arrays.setAll(manyX, i -> x[i / m]);
        Arrays.setAll(manyY, i -> y[i / n]);
        Arrays.sort(manyX);
        Arrays.sort(manyY);
        double first = 0;
        double second = 0;
        for (int i = 0; i < n * m; i++) {
            first += Math.abs(manyX[i] - manyY[i]) / (n * m);
            second += (manyX[i] - manyY[i]) * (manyX[i] - manyY[i]) / (n * m);
        }
        assertEquals(first, SampleDistance.wasserstein1(Points.of(x), Points.of(y)), 1e-13 * (1 + first));
        assertEquals(Math.sqrt(second), SampleDistance.wasserstein2(Points.of(x), Points.of(y)), 1e-13 * (1 + second));
    }

    private static double[] normal(final int n, final RandomStream random) {
        final double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static double[] whole(final int n, final RandomStream random) {
        final double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextInt(4));
        return values;
    }

    @Property(tries = 300)
    void aSampleIsAsFarFromAMixtureAsNarrowComponentsAtItsPoints(@ForAll("line") final GaussianMixture q,
        @ForAll final long seed, @ForAll @IntRange(min = 1, max = 8) final int n) {
        final Points sample = MixtureSampler.of(q).sample(n, RandomStream.of(seed));
        final double width = 1e-4 * unit(q);
        final double[] weights = new double[n];
        final double[] sds = new double[n];
        Arrays.fill(weights, 1.0 / n);
        Arrays.fill(sds, width);
        final GaussianMixture narrow = GaussianMixture.of(weights, sample.column(0), sds);
        assertEquals(SlowDistance.wasserstein1(narrow, q), SampleDistance.wasserstein1(sample, q), width, "W1");
        assertEquals(MixtureDistance.wasserstein2(narrow, q), SampleDistance.wasserstein2(sample, q),
            width + 1e-7 * unit(q), "W2");
    }
}
