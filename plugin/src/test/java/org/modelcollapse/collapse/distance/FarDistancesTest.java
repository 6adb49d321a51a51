package org.modelcollapse.collapse.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/** Reference values by hand: powers of a scale, halves of distances of halves, and differences of deviations. */
@DisplayName("Distances of what is very far, very narrow or very near")
class FarDistancesTest {

    private static GaussianMixture normal(final double mean, final double sd) {
        return GaussianMixture.of(new double[] {1}, new double[] {mean}, new double[] {sd});
    }

    private static GaussianMixture two(final double weight, final double mean, final double sd, final double mean2,
        final double sd2) {
        return GaussianMixture.of(new double[] {weight, 1 - weight}, new double[] {mean, mean2},
            new double[] {sd, sd2});
    }

    private static GaussianMixture plane(final double xx, final double xy, final double yy) {
        return GaussianMixture.of(CovarianceType.FULL, new double[] {1}, new double[][] {{0, 0}},
            new double[][][] {{{xx, xy}, {xy, yy}}});
    }

    private static void near(final double expected, final double actual) {
        assertEquals(1, actual / expected, 1e-9, () -> actual + " for " + expected);
    }

    @Test
    @DisplayName("half of the mass is moved by 1e200: W1 is half of it, W2 its root's share, KL is beyond numbers")
    void squaresOverflow() {
        final GaussianMixture far = two(0.5, 0, 1, 1e200, 1);
        near(5e199, MixtureDistance.wasserstein1(far, normal(0, 1)));
        near(Math.sqrt(0.5) * 1e200, MixtureDistance.wasserstein2(far, normal(0, 1)));
        near(Math.sqrt(0.5) * 1e200, MixtureDistance.wasserstein2(normal(0, 1), far));
        assertEquals(Double.POSITIVE_INFINITY, MixtureDistance.kullbackLeibler(far, normal(0, 1)));
        assertEquals(Double.NEGATIVE_INFINITY, MixtureDistance.expectedLogLikelihood(far, normal(0, 1)));
        near(Math.log(2), MixtureDistance.kullbackLeibler(normal(0, 1), far));
    }

    @Test
    @DisplayName("distances scale with the unit of length, at both ends of the numbers; divergences do not change")
    void units() {
        final GaussianMixture p = two(0.5, -2, 1, 2, 0.5);
        final GaussianMixture q = two(0.25, -1, 2, 3, 1);
        for (final int exponent : new int[] {-510, -400, 400, 505}) {
            final double unit = StrictMath.scalb(1.0, exponent);
            final GaussianMixture scaledP = two(0.5, -2 * unit, unit, 2 * unit, 0.5 * unit);
            final GaussianMixture scaledQ = two(0.25, -unit, 2 * unit, 3 * unit, unit);
            near(MixtureDistance.wasserstein1(p, q), MixtureDistance.wasserstein1(scaledP, scaledQ) / unit);
            near(MixtureDistance.wasserstein2(p, q), MixtureDistance.wasserstein2(scaledP, scaledQ) / unit);
            near(MixtureDistance.kullbackLeibler(p, q), MixtureDistance.kullbackLeibler(scaledP, scaledQ));
            near(MixtureDistance.jensenShannon(p, q), MixtureDistance.jensenShannon(scaledP, scaledQ));
        }
    }

    @Test
    @DisplayName("means at both ends of the numbers: their difference is none, half of it is")
    void endsOfTheNumbers() {
        near(1.6e308, MixtureDistance.wasserstein1(two(0.5, -8e307, 1, 8e307, 1), two(0.5, -8e307, 1, -8e307, 1)) * 2);
        near(Math.log(2), MixtureDistance.jensenShannon(normal(-1.5e308, 1), normal(1.5e308, 1)));
    }

    @Test
    @DisplayName("a far component that both have in common takes no part, however its weight is rounded")
    void commonComponent() {
        for (final double far : new double[] {1e6, 1e10, 1e20, -1e163, 1e303}) {
            for (final double weight : new double[] {0.5, 0.3, 1.0 / 3}) {
                final GaussianMixture p = two(weight, 0, 1, far, 1);
                final GaussianMixture q = two(weight, 0.125, 1, far, 1);
                near(weight / 8, MixtureDistance.wasserstein1(p, q));
                near(Math.sqrt(weight) / 8, MixtureDistance.wasserstein2(p, q));
            }
        }
        // .1 + .2 and .3 + 0 differ as numbers
        final GaussianMixture three = GaussianMixture.of(new double[] {0.1, 0.2, 0.7}, new double[] {0, 0, 1e20},
            new double[] {1, 1, 1});
        near(0.3 / 8, MixtureDistance.wasserstein1(three, two(0.3, 0.125, 1, 1e20, 1)));
    }

    @Test
    @DisplayName("samples against a mixture 1e200 away, and against each other")
    void samples() {
        final Points rows = Points.of(0, 1, 2, 5);
        near(1e200, SampleDistance.wasserstein2(rows, normal(1e200, 1)));
        near(1e200, SampleDistance.wasserstein1(rows, normal(1e200, 1)));
        near(3e200, SampleDistance.wasserstein2(Points.of(1e200, 1e200), Points.of(4e200, -2e200)));
        near(3e-200, SampleDistance.wasserstein2(Points.of(1e-200), Points.of(4e-200)));
        near(1.5e308, SampleDistance.wasserstein1(Points.of(-1e308, 0, 0, 0), Points.of(5e307, 0, 0, 0)) * 4);
    }

    @Test
    @DisplayName("rows beside a mixture at 1e16 are what they are beside 0")
    void offsetSamples() {
        final double at = 1e16;
        near(SampleDistance.wasserstein1(Points.of(-4, 0, 2), normal(0, 1)),
            SampleDistance.wasserstein1(Points.of(at - 4, at, at + 2), normal(at, 1)));
        near(SampleDistance.wasserstein2(Points.of(-4, 0, 2), normal(0, 1)),
            SampleDistance.wasserstein2(Points.of(at - 4, at, at + 2), normal(at, 1)));
    }

    @Test
    @DisplayName("a row at a far and narrow component adds the deviation of that, whatever the others are")
    void sampleOfFarComponent() {
        final double w2 = SampleDistance.wasserstein2(Points.of(-1, 0, 1.5), normal(0, 1));
        near(w2 / Math.sqrt(2), SampleDistance.wasserstein2(Points.of(-1, 0, 1.5, 1e306, 1e306, 1e306),
            two(0.5, 0, 1, 1e306, 1e-92)));
    }

    @Test
    @DisplayName("W2 of planes: differences of deviations where sums of variances would cancel or overflow")
    void planes() {
        near(Math.sqrt(2) * 1e-9, MixtureDistance.wasserstein2(plane(1, 0, 1),
            plane((1 + 1e-9) * (1 + 1e-9), 0, (1 + 1e-9) * (1 + 1e-9))), 1e-6);
        near(1, MixtureDistance.wasserstein2(plane(1e20, 0, 1), plane(1e20, 0, 4)));
        near(1, MixtureDistance.wasserstein2(plane(1e300, 0, 1), plane(1e300, 0, 4)));
        near(Math.sqrt(5) * 1e150, MixtureDistance.wasserstein2(plane(1e300, 0, 1e300), plane(4e300, 0, 9e300)));
        near(Math.sqrt(5) * 1e-150, MixtureDistance.wasserstein2(plane(1e-300, 0, 1e-300), plane(4e-300, 0, 9e-300)));
        // both turned by 45 degrees: eigenvalues 3 and 1, times a scale, and times 4
        for (final double scale : new double[] {1e-300, 1e-40, 1, 1e40, 1e300}) {
            near(2 * Math.sqrt(scale), MixtureDistance.wasserstein2(plane(2 * scale, scale, 2 * scale),
                plane(8 * scale, 4 * scale, 8 * scale)));
        }
    }

    @Test
    @DisplayName("the divergence of planes that are nearly the same keeps its digits")
    void nearPlanes() {
        final double h = 1e-7; // twice the eigenvalue 1 + h: each gives (h - log(1 + h)) / 2 = h^2 / 4 - h^3 / 6
        near(2 * (h * h / 4 - h * h * h / 6),
            MixtureDistance.kullbackLeibler(plane(2 * (1 + h), 1 + h, 2 * (1 + h)), plane(2, 1, 2)), 1e-7);
    }

    @Test
    @DisplayName("the search for a quantile comes to its end where a narrow component sits on wide ones")
    void quantiles() {
        final double[] variances = {14.5945195305997, 0.05509154421609321, 0.4815142265462001, 2.0822257478183817,
            2.3465502755217806};
        final double[] means =
            {0.9537836759886693, -0.6080249229382014, -0.25554420212031104, 0.7746955377284072, 0.5957313759085169};
        final double[] weights =
            {0.47379400053924997, 0.2056857255912157, 0.11732939563607399, 0.10579032723918155, 0.09740055099427881};
        final MixtureTails tails =
            MixtureTails.of(weights, means, Arrays.stream(variances).map(Math::sqrt).toArray());
        for (int i = 1; i < 500; i++) {
            final double p = i / 1000.0;
            assertEquals(p, tails.lower(tails.lowerQuantile(p)), 1e-13, "quantile of " + p);
            assertEquals(p, tails.upper(tails.upperQuantile(p)), 1e-13, "upper quantile of " + p);
        }
    }

    private static void near(final double expected, final double actual, final double share) {
        assertEquals(1, actual / expected, share, () -> actual + " for " + expected);
    }
}
