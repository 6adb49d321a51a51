package org.modelcollapse.knime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number in a message")
class NumberTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1, 1", "2.23606, 2.236", "-5, -5", "10000, 10000", "0.0001, 0.0001",
        "0.00000000015, 1.5E-10", "123456789, 123500000", "1e12, 1E+12"})
    @DisplayName("has four digits at most and an exponent only where it is very large or small")
    void numbers(final double value, final String text) {
        assertEquals(text, NumberText.of(value));
    }

    @Test
    @DisplayName("has commas between thousands if it is a count, and three digits if it is a percentage")
    void countsAndPercentages() {
        assertEquals("6,931", NumberText.of(6931L));
        assertEquals("81.9 %", NumberText.percent(0.81870));
        assertEquals("100 %", NumberText.percent(1));
        assertEquals("0 %", NumberText.percent(0));
    }
}
