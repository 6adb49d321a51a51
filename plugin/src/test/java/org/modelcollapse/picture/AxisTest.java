package org.modelcollapse.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

    private static List<String> labels(final Axis axis) {
        return axis.ticks().stream().map(Axis::label).toList();
    }

    @Test
    void aRoundAxisBeginsAndEndsAtTicks() {
        final Axis axis = Axis.round(1, 1987, 100, 900, 8);
        assertEquals(List.of("0", "500", "1,000", "1,500", "2,000"), labels(axis));
        assertEquals(100, axis.at(0));
        assertEquals(900, axis.at(2000));
        assertEquals(500, axis.at(1000));
    }

    @Test
    void ticksOfFractionsHaveTheDigitsOfTheirStep() {
        assertEquals(List.of("0", "0.5", "1.0", "1.5", "2.0", "2.5"), labels(Axis.round(0, 2.05, 0, 1, 5)));
    }

    @Test
    void negativeTicksHaveAMinusSign() {
        assertEquals(List.of("\u22126", "\u22124", "\u22122", "0", "2", "4", "6"), labels(Axis.round(-5.5, 5.1, 0, 1, 8)));
    }

    @Test
    void anExactAxisKeepsItsEndsAndHasTicksBetween() {
        final Axis axis = Axis.exact(-0.3, 4.4, 0, 47, 5);
        assertEquals(List.of("0", "1", "2", "3", "4"), labels(axis));
        assertEquals(0, axis.at(-0.3));
        assertEquals(47, axis.at(4.4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 1e-300, 1e300, -4.9e-324, 123456789.123})
    void anAxisOfOneValueShowsIt(final double value) {
        final Axis axis = Axis.round(value, value, 0, 100, 5);
        assertTrue(axis.low() <= value && value <= axis.high() && axis.low() < axis.high(), axis.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.00|0", "1E+3|1,000", "1234567|1,234,567", "20000000|2e7", "0.00002|0.00002", "0.00000002|2e\u22128", "-1500.5|\u22121,500.5"})
    void labelsReadWell(final String tick, final String label) {
        assertEquals(label, Axis.label(new BigDecimal(tick)));
    }
}
