package org.modelcollapse.knime.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine says of its columns, with the names that they have in the table. */
class ColumnNamesTest {

    private static final List<String> NAMES = List.of("Eruption (min)", "a$1\\b, \"c\"", "column 1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "Column 1 is constant, so remove it.|Column \"Eruption (min)\" is constant, so remove it.",
        "The variance of column 2 is small.|The variance of column \"a$1\\b, \"c\"\" is small.",
        "column 3 and column 1|column \"column 1\" and column \"Eruption (min)\"",
        "Scenario \"column 1\": column 3 has collapsed|Scenario \"column 1\": column \"column 1\" has collapsed",
        "column 4, column 0, column 99999999999, columns 1, column, 1|column 4, column 0, column 99999999999, columns 1, column, 1",
        "nothing|nothing"})
    void putsNamesForNumbers(final String message, final String named) {
        assertEquals(named, ColumnNames.in(message, NAMES));
    }

    @Test
    void noMessageStaysNone() {
        assertNull(ColumnNames.in((String)null, NAMES));
        assertEquals("Column \"x\" is constant",
            ColumnNames.in(new IllegalStateException("Column 1 is constant"), List.of("x")).getMessage());
    }
}
