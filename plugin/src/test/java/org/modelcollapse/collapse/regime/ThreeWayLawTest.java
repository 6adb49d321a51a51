package org.modelcollapse.collapse.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.regime.GenerationMix.Counts;

class ThreeWayLawTest {

    @ParameterizedTest
    @CsvSource({ // four digits as published in the project's table of laws
        "1, 2,  10,  8,  60,  .8127, 5e-5",
        "1, 0,  10,  40, 100, .4761, 5e-5",
        "5, 0,  100, 0,  101, 1.812, 5e-4",
        "5, 0,  50,  50, 201, 1.093, 5e-4",
        "5, 5,  60,  35, 201, 4.584, 5e-4",
        "3, 0,  20,  0,  15,  1.39,  5e-3", // 3 (1 - 1/20)^15
    })
    void givesTheTabulatedValues(final double v0, final int original, final int fitted, final int current, final int t,
        final double expected, final double rounding) {
        final double[] law = ThreeWayLaw.ofMixture(v0, new Counts(original, fitted, current), OriginalSource.FRESH)
            .expectedTotalVariance(t);
        assertEquals(expected, law[t - 1], rounding);
    }

    /** v_1 = V0/n, v' = [(1-a)^2 - kappa/n] v + (a + kappa) V0/n, E[V_t] = V0 - v_t, as published in the same table. */
    @ParameterizedTest
    @CsvSource({"2, 10, 8", "0, 10, 40", "1, 99, 0", "5, 60, 35", "30, 30, 40", "20, 0, 0", "3, 0, 17", "100, 9900, 0"})
    void isTheTablesRecursionWhereOriginalPointsAreDrawnAnew(final int original, final int fitted, final int current) {
        final Counts counts = new Counts(original, fitted, current);
        final double n = counts.total();
        final double a = original / n;
        final double c = current / n;
        final double kappa = fitted / n + c * (1 - c) * n / (n - 1);
        final ThreeWayLaw law = ThreeWayLaw.ofMixture(5, counts, OriginalSource.FRESH);
        double v = 5 / n;
        for (final double expected : law.expectedTotalVariance(400)) {
            assertEquals(5 - v, expected, 1e-12);
            v = ((1 - a) * (1 - a) - kappa / n) * v + (a + kappa) * 5 / n;
        }
        if (original > 0) {
            assertEquals(5 * (1 - (a + kappa) / (n * a * (2 - a) + kappa)), law.stationaryTotalVariance().getAsDouble(),
                1e-12);
        }
    }

    @Test
    void withoutOriginalPointsItIsAGeometricDecay() {
        final int n = 40;
        final double c = 10.0 / n;
        final double kappa = 1 - c + c * (1 - c) * n / (n - 1);
        for (final OriginalSource source : OriginalSource.values()) {
            final double[] law = ThreeWayLaw.ofMixture(5, new Counts(0, 30, 10), source).expectedTotalVariance(300);
            for (int t = 1; t <= 300; t++) {
                assertEquals(5 * (1 - 1.0 / n) * Math.pow(1 - kappa / n, t - 1), law[t - 1], 1e-13);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 6931", "5000, 9242", "9000, 36480"})
    void halfLivesOfTheTenThousandPointRecursion(final int current, final int halfLife) {
        final double[] law = ThreeWayLaw.ofMixture(5, new Counts(0, 10_000 - current, current), OriginalSource.FRESH)
            .expectedTotalVariance(40_000);
        int t = 0;
        while (law[t] > law[0] / 2) {
            t++;
        }
        assertEquals(halfLife, t, 1); // published rounded down or up
    }

    @ParameterizedTest
    @CsvSource({"100, .995, 5e-4", "10, .952, 5e-4", "1, .667, 5e-4"})
    void aLittleOriginalDataKeepsTheVariance(final int original, final double kept, final double rounding) {
        final ThreeWayLaw law = ThreeWayLaw.ofMixture(1, new Counts(original, 10_000 - original, 0),
            OriginalSource.FRESH);
        assertEquals(kept, law.stationaryTotalVariance().getAsDouble(), rounding);
        assertEquals(law.stationaryTotalVariance().getAsDouble(), law.expectedTotalVariance(100_000)[99_999], 1e-8);
    }

    @ParameterizedTest
    @EnumSource(OriginalSource.class)
    void ordinaryLimits(final OriginalSource source) {
        // nothing but current points: the first fit for ever
        final double[] frozen = ThreeWayLaw.ofMixture(2, new Counts(0, 0, 8), source).expectedTotalVariance(5);
        assertArrayEquals(new double[] {1.75, 1.75, 1.75, 1.75, 1.75}, frozen, 1e-15);
        // nothing but original points: always as good as the first fit
        assertArrayEquals(frozen, ThreeWayLaw.ofMixture(2, new Counts(8, 0, 0), source).expectedTotalVariance(5),
            1e-15);
        assertEquals(OptionalDouble.of(0),
            ThreeWayLaw.ofMixture(2, new Counts(0, 8, 0), source).stationaryTotalVariance());
        assertEquals(OptionalDouble.empty(),
            ThreeWayLaw.ofMixture(2, new Counts(0, 0, 8), source).stationaryTotalVariance());
    }

    @Test
    void givenTheRowsTheFirstFitHasTheirVariance() {
        final Counts counts = new Counts(2, 5, 1);
        assertEquals(3, ThreeWayLaw.ofRows(3, counts, OriginalSource.FIXED_SET).expectedTotalVariance(1)[0]);
        assertEquals(3, ThreeWayLaw.ofRows(3, counts, OriginalSource.FRESH).expectedTotalVariance(1)[0]);
        // all rows with replacement: the bootstrap's (1 - 1/n) from fit 2 on
        assertArrayEquals(new double[] {4, 3, 3},
            ThreeWayLaw.ofRows(4, new Counts(4, 0, 0), OriginalSource.FRESH).expectedTotalVariance(3), 1e-15);
    }

    @Test
    void temperatureOfOneGaussian() { // counts and value of the project's table of laws
        final double[] law = ThreeWayLaw.ofMixture(1, new Counts(4, 16, 0), OriginalSource.FRESH)
            .with(ModelVariance.of(0, 0, .8))
            .expectedTotalVariance(60);
        assertEquals(.5147, law[59], 5e-5);
    }

    @Test
    void regularisationIsAFloorOfNTimesE() {
        final int n = 20;
        final double e = .01;
        final ThreeWayLaw law = ThreeWayLaw.ofMixture(1, new Counts(0, n, 0), OriginalSource.FRESH)
            .with(ModelVariance.of(0, e, 1));
        final double[] expected = law.expectedTotalVariance(100);
        for (int t = 1; t <= 100; t++) {
            final double q = Math.pow(1 - 1.0 / n, t);
            assertEquals(q + n * e * (1 - q), expected[t - 1], 1e-14);
        }
        assertEquals(n * e, law.stationaryTotalVariance().getAsDouble(), 1e-15);
    }

    @Test
    void kernelsWidenTowardsTheirOwnVariance() {
        final int n = 10;
        final double h = .5;
        final ThreeWayLaw law = ThreeWayLaw.ofMixture(1, new Counts(0, n, 0), OriginalSource.FRESH)
            .with(ModelVariance.of(0, h * h, 1));
        double u = 1 - 1.0 / n;
        for (final double expected : law.expectedTotalVariance(50)) {
            assertEquals(u + h * h, expected, 1e-14);
            u = (1 - 1.0 / n) * (u + h * h);
        }
        // the training set tends to (n - 1) h^2, the model has h^2 more
        assertEquals(n * h * h, law.stationaryTotalVariance().getAsDouble(), 1e-12);
    }

    @Test
    void theDivisorNMinusOneIsNeutral() {
        final ThreeWayLaw law = ThreeWayLaw.ofMixture(3, new Counts(0, 10, 0), OriginalSource.FRESH)
            .with(ModelVariance.of(1, 0, 1));
        for (final double expected : law.expectedTotalVariance(200)) {
            assertEquals(3, expected, 1e-12);
        }
        assertEquals(OptionalDouble.empty(), law.stationaryTotalVariance());
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 1, .7, 1, .2", "1, 4, 3, 1, 0, 0", "8, 0, 0, 1, 0, 0", "3, 3, 2, .5, 0, .1"})
    void theStationaryVarianceIsTheLimit(final int original, final int fitted, final int current, final double lambda,
        final int ddof, final double summand) {
        for (final OriginalSource source : OriginalSource.values()) {
            final ThreeWayLaw law = ThreeWayLaw.ofMixture(2, new Counts(original, fitted, current), source)
                .with(ModelVariance.of(ddof, summand, lambda));
            assertEquals(law.stationaryTotalVariance().getAsDouble(), law.expectedTotalVariance(2000)[1999], 1e-13);
        }
    }

    @Test
    void badNumbersAreRefused() {
        final Counts counts = new Counts(0, 5, 0);
        for (final double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class,
                () -> ThreeWayLaw.ofMixture(bad, counts, OriginalSource.FRESH));
            assertThrows(IllegalArgumentException.class, () -> ThreeWayLaw.ofRows(bad, counts, OriginalSource.FRESH));
        }
        final ThreeWayLaw law = ThreeWayLaw.ofMixture(1, counts, OriginalSource.FRESH);
        assertThrows(IllegalArgumentException.class, () -> law.expectedTotalVariance(0));
    }
}
