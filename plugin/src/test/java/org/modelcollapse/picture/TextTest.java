package org.modelcollapse.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0.000", "1|1.000", "0.25|0.2500", "0.99999|1.000", "0.0123456|0.01235", "-2.00049|-2.000", "31.4159|31.42", "272|272.0", "10000|10,000", "1234567|1,234,567", "0.00001|1.000e-05",
        "1e300|1.000e+300", "NaN|NaN"})
    void numbersHaveFourDigits(final double value, final String text) {
        assertEquals(text, Text.number(value));
    }
}
