package org.modelcollapse.collapse.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;

/** Fisher's information and Cox and Snell's bias of one-dimensional mixtures. */
class ComponentLawTest {

    private static double[] numbers(final String text) {
        return Arrays.stream(text.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static GaussianMixture mixture(final double[] weights, final double[] means, final double[] variances) {
        return GaussianMixture.of(weights, means, Arrays.stream(variances).map(Math::sqrt).toArray());
    }

    /** Values of component-law.csv, which make_component_law.py found by the formula as published, third derivatives and all. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/collapse/component-law.csv", numLinesToSkip = 1)
    @DisplayName("the covariance and the bias of a fit are those of an independent quadrature")
    void agreesWithTheTable(final String weights, final String means, final String variances, final String diagonal,
        final String bias) {
        final ComponentLaw law = ComponentLaw.of(mixture(numbers(weights), numbers(means), numbers(variances)));
        for (int i = 0; i < law.parameters(); i++) {
            assertEquals(numbers(diagonal)[i], law.covariance()[i][i], 1e-9 * numbers(diagonal)[i], "variance " + i);
            // the inverse multiplies rounding by the condition of the information, which is 1e3 at the most here
            assertEquals(numbers(bias)[i], law.bias()[i], 1e-8, "bias " + i);
        }
    }

    @Test
    @DisplayName("one Gaussian: variance of the mean V/n and of the variance 2 V^2/n, bias -V/n, all exact")
    void oneGaussian() {
        final ComponentLaw law = ComponentLaw.of(mixture(new double[] {1}, new double[] {7}, new double[] {9}));
        assertEquals(9, law.covariance()[0][0], 1e-11);
        assertEquals(162, law.covariance()[1][1], 1e-9);
        assertEquals(0, law.covariance()[0][1], 1e-10);
        assertEquals(0, law.bias()[0], 1e-10);
        assertEquals(-9, law.bias()[1], 1e-10);
    }

    /** The law of the total variance and of the mean holds whatever the components do, and so for their steps. */
    @Test
    @DisplayName("identities: the total variance drifts by -T/n, the mean not at all, and the mean's step has variance T/n")
    void identities() {
        final RandomStream random = RandomStream.of(20261127);
        for (int c = 0; c < 200; c++) {
            final int k = 1 + c % 4;
            final double[] w = new double[k];
            final double[] m = new double[k];
            final double[] v = new double[k];
            for (int i = 0; i < k; i++) {
                w[i] = .3 + random.nextDouble();
                m[i] = 3.5 * i + random.nextDouble();
                v[i] = .3 + 1.5 * random.nextDouble();
            }
            final double sum = Arrays.stream(w).sum();
            Arrays.setAll(w, i -> w[i] / sum);
            checkIdentities(w, m, v);
        }
    }

    private static void checkIdentities(final double[] w, final double[] m, final double[] v) {
        final int k = w.length;
        final ComponentLaw law = ComponentLaw.of(mixture(w, m, v));
        final double[][] j = law.covariance();
        final double[] b = law.bias();
        final int p = law.parameters();
        double mean = 0;
        double second = 0;
        for (int i = 0; i < k; i++) {
            mean += w[i] * m[i];
            second += w[i] * (v[i] + m[i] * m[i]);
        }
        final double variance = second - mean * mean;
        // derivatives of M = sum w m and of Q = sum w (v + m^2)
        final double[] dM = new double[p];
        final double[] dQ = new double[p];
        final double[][] ddM = new double[p][p];
        final double[][] ddQ = new double[p][p];
        for (int i = 0; i < k; i++) {
            final int at = k - 1 + i;
            final int vt = 2 * k - 1 + i;
            dM[at] = w[i];
            dQ[at] = 2 * w[i] * m[i];
            dQ[vt] = w[i];
            ddQ[at][at] = 2 * w[i];
            for (int h = 0; h < k - 1; h++) {
                final double sign = i == k - 1 ? -1 : i == h ? 1 : 0;
                dM[h] += sign * m[i];
                dQ[h] += sign * (v[i] + m[i] * m[i]);
                ddM[h][at] += sign;
                ddM[at][h] += sign;
                ddQ[h][at] += sign * 2 * m[i];
                ddQ[at][h] += sign * 2 * m[i];
                ddQ[h][vt] += sign;
                ddQ[vt][h] += sign;
            }
        }
        double driftM = 0;
        double driftQ = 0;
        double spreadM = 0;
        for (int a = 0; a < p; a++) {
            driftM += dM[a] * b[a];
            driftQ += dQ[a] * b[a];
            for (int c = 0; c < p; c++) {
                driftM += ddM[a][c] * j[a][c] / 2;
                driftQ += ddQ[a][c] * j[a][c] / 2;
                spreadM += dM[a] * dM[c] * j[a][c];
            }
        }
        final double scale = second + mean * mean;
        assertEquals(0, driftM, 1e-7 * Math.sqrt(scale), "drift of the mean");
        assertEquals(variance, spreadM, 1e-7 * scale, "variance of the mean's step");
        assertEquals(-variance, driftQ - 2 * mean * driftM - spreadM, 1e-6 * scale, "drift of the total variance");
    }

    @Test
    @DisplayName("moving and stretching the data moves and stretches the law")
    void followsAffineMaps() {
        final ComponentLaw law =
            ComponentLaw.of(mixture(new double[] {.3, .7}, new double[] {-1.5, 1.5}, new double[] {.5, 1.2}));
        final ComponentLaw far = ComponentLaw
            .of(mixture(new double[] {.3, .7}, new double[] {1000 - 150, 1000 + 150}, new double[] {5000, 12000}));
        final double[] unit = {1, 100, 100, 10000, 10000};
        for (int i = 0; i < 5; i++) {
            assertEquals(law.bias()[i] * unit[i], far.bias()[i], 1e-8 * unit[i]);
            assertEquals(law.covariance()[i][i] * unit[i] * unit[i], far.covariance()[i][i], 1e-8 * unit[i] * unit[i]);
        }
    }

    @Test
    @DisplayName("components of very different widths keep their digits")
    void narrowBesideWide() {
        final ComponentLaw law =
            ComponentLaw.of(mixture(new double[] {.5, .5}, new double[] {0, 1e4}, new double[] {1e-8, 1}));
        assertEquals(2e-8, law.covariance()[1][1], 1e-17); // v / w: well apart, each is a Gaussian of its own
        assertEquals(2, law.covariance()[2][2], 1e-9);
        assertEquals(-2e-8, law.bias()[3], 1e-17); // -v / (n w)
        assertEquals(-2, law.bias()[4], 1e-8);
    }

    @Test
    @DisplayName("what cannot be told apart is refused")
    void refuses() {
        assertTrue(assertThrows(IllegalArgumentException.class,
            () -> ComponentLaw.of(mixture(new double[] {.5, .5}, new double[] {1, 1}, new double[] {2, 2}))).getMessage()
                .contains("two of its components are the same"));
        assertThrows(IllegalArgumentException.class, () -> ComponentLaw.of(GaussianMixture.of(
            org.modelcollapse.gmm.CovarianceType.SPHERICAL, new double[] {1}, new double[][] {{0, 0}},
            new double[][][] {{{1, 0}, {0, 1}}})));
    }
}
