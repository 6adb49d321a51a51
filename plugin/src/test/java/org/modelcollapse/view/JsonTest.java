package org.modelcollapse.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("JSON")
class JsonTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "3, 3", "-17, -17", "9007199254740991, 9007199254740991", "0.1, 0.1",
        "0.123456789012, 0.12345679", "-2.5e-300, -2.5E-300", "1e300, 1E+300", "1234567.89012, 1234567.9",
        "NaN, null", "Infinity, null", "-Infinity, null", "4.9e-324, 4.9406565E-324"})
    @DisplayName("writes whole numbers exactly, others with eight digits, and what is no number as null")
    void numbers(final double number, final String json) {
        assertEquals(json, Json.write(number));
        assertEquals("[" + json + "]", Json.write(new double[]{number}));
    }

    @Test
    @DisplayName("loses at most half a unit of the eighth digit")
    void digits() {
        for (int i = 1; i < 2_000; i++) {
            final double number = Math.PI * i * i * i / 1e5;
            assertEquals(number, Double.parseDouble(Json.write(number)), 5e-8 * number);
        }
    }

    @Test
    @DisplayName("escapes what texts may not hold, and what would end the script element of a page")
    void texts() {
        assertEquals("\"a\\\"b\\\\c\\u000ad\\u0001\\u003c/script>\\u2028\u00e9\"",
            Json.write("a\"b\\c\nd\u0001</script>\u2028\u00e9"));
    }

    @Test
    @DisplayName("writes maps in their order, lists, truth values and nothing")
    void structures() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", List.of(true, "x"));
        map.put("a", null);
        map.put("e", Arrays.asList(null, Map.of(), List.of(), new double[0]));
        assertEquals("{\"z\":[true,\"x\"],\"a\":null,\"e\":[null,{},[],[]]}", Json.write(map));
    }

    @Test
    @DisplayName("refuses what it has no form for, by name")
    void refuses() {
        final Exception refused = assertThrows(IllegalArgumentException.class, () -> Json.write(new int[1]));
        assertTrue(refused.getMessage().contains("[I"), refused.getMessage());
    }
}
