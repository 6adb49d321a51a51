package org.modelcollapse.knime.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The middle of values with ties")
class MiddleTest {

    @ParameterizedTest(name = "{0}, {1} dropped at either end: places {2}")
    @CsvSource({
        "0 0 0 0 0 0 0 0 0 1, 3, 3 4 5 6",
        "1 0 0 0 0 0 0 0 0 0, 3, 4 5 6 7",
        "7 7 7 7 7, 1, 1 2 3",
        "7 7 7 7 7, 0, 0 1 2 3 4",
        "2 1 2 1 3 3, 1, 0 2 3 4",
        "2 1 2 1 3 3, 2, 0 2",
        "0.0 -0.0 0.0, 1, 1",
        "5 NaN 5 Infinity 5, 1, 2"})
    void dropsAsManyAtEitherEndInTheOrderOfTheRows(final String values, final int dropped, final String places) {
        final double[] rows = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        final Middle middle = Middle.of(Arrays.stream(rows).filter(Double::isFinite).sorted().toArray(), dropped);
        assertEquals(places, IntStream.range(0, rows.length).filter(i -> middle.takes(rows[i])).mapToObj(Integer::toString)
            .collect(Collectors.joining(" ")));
    }
}
