package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

/** What is not known of a row follows from what is, as the rules of probability say. */
class ConditionalTest {

    private static final double[][] FIRST = {{2, 0.8, -0.3}, {0.8, 1, 0.4}, {-0.3, 0.4, 1.5}};

    private static final double[][] SECOND = {{1, -0.6, 0.2}, {-0.6, 2, 0.1}, {0.2, 0.1, 0.5}};

    private static final GaussianMixture MIXTURE = GaussianMixture.of(CovarianceType.FULL, new double[]{0.3, 0.7},
        new double[][]{{0, 1, -1}, {2, -1, 0.5}}, new double[][][]{FIRST, SECOND});

    @Test
    void aMarginalIsTheMixtureOfItsColumns() {
        final GaussianMixture marginal = MIXTURE.marginal(2, 0);
        assertEquals(GaussianMixture.of(CovarianceType.FULL, new double[]{0.3, 0.7}, new double[][]{{-1, 0}, {0.5, 2}},
            new double[][][]{{{1.5, -0.3}, {-0.3, 2}}, {{0.5, 0.2}, {0.2, 1}}}), marginal);
    }

    @Test
    void aMarginalNeedsDifferentColumnsThatAreThere() {
        assertThrows(IllegalArgumentException.class, () -> MIXTURE.marginal(0, 0));
        assertThrows(IllegalArgumentException.class, () -> MIXTURE.marginal(3));
        assertThrows(IllegalArgumentException.class, () -> MIXTURE.marginal());
    }

    /** The density of the whole row is that of its known part times that of the rest given it: Simpson's rule over the rest. */
    @Test
    void theExpectationIsTheIntegralOverWhatIsNotKnown() {
        final double[] row = {0.7, Double.NaN, -0.2};
        final double h = 0.005;
        double mass = 0;
        double moment = 0;
        for (int i = -4000; i <= 4000; i++) {
            final double x = i * h;
            final double density = MIXTURE.density(row[0], x, row[2]);
            mass += h * density;
            moment += h * density * x;
        }
        final Conditional conditional = Conditional.of(MIXTURE, true, false, true);
        assertEquals(Math.log(mass), conditional.logDensity(row), 1e-12);
        assertEquals(moment / mass, conditional.mean(row)[1], 1e-12);
        assertEquals(0.7, conditional.mean(row)[0]);
    }

    @Test
    void aRowOfWhichNothingIsKnownIsTheMixture() {
        final Conditional conditional = Conditional.of(MIXTURE, false, false, false);
        final double[] row = {Double.NaN, Double.NaN, Double.NaN};
        assertArrayEquals(MIXTURE.mean(), conditional.mean(row), 1e-15);
        assertArrayEquals(MIXTURE.weights(), conditional.responsibilities(row));
        assertEquals(Optional.empty(), conditional.marginal());
    }

    @Test
    void aWholeRowStaysAsItIs() {
        final Conditional conditional = Conditional.of(MIXTURE, true, true, true);
        final double[] row = {1, 2, 3};
        assertArrayEquals(row, conditional.mean(row));
        assertArrayEquals(row, conditional.draw(row, RandomStream.of(1)));
        assertEquals(MIXTURE.logDensity(row), conditional.logDensity(row));
    }

    /** Rows of the mixture, two columns forgotten and drawn anew, are again rows of the mixture. */
    @Test
    void drawsKeepMeansAndCovariances() {
        final int n = 200_000;
        final Points rows = MixtureSampler.of(MIXTURE).sample(n, RandomStream.of(3));
        final Conditional conditional = Conditional.of(MIXTURE, false, true, false);
        final RandomStream random = RandomStream.of(4);
        final double[][] drawn = new double[n][];
        for (int i = 0; i < n; i++) {
            drawn[i] = conditional.draw(rows.row(i), random);
        }
        final double[] mean = MIXTURE.mean();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                double squares = 0;
                for (final double[] row : drawn) {
                    final double product = (row[a] - mean[a]) * (row[b] - mean[b]);
                    sum += product;
                    squares += product * product;
                }
                final double error = Math.sqrt((squares / n - sum / n * sum / n) / n);
                final double z = (sum / n - MIXTURE.covariance()[a][b]) / error;
                assertTrue(Math.abs(z) < 4, "covariance " + a + ", " + b + ": z = " + z);
            }
        }
    }

    /** The first component has lost all its weight: nothing is ever drawn from it. */
    @Test
    void nothingIsDrawnFromAComponentOfNoWeight() {
        final GaussianMixture mixture = GaussianMixture.of(CovarianceType.FULL, new double[]{1, 0},
            new double[][]{{0, 0}, {1e6, 1e6}}, new double[][][]{{{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}});
        final Conditional conditional = Conditional.of(mixture, true, false);
        final RandomStream random = RandomStream.of(5);
        for (int i = 0; i < 1000; i++) {
            assertTrue(conditional.draw(new double[]{1e6, Double.NaN}, random)[1] < 100);
        }
    }
}
