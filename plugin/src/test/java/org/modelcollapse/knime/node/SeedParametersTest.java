package org.modelcollapse.knime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The seed in a dialog")
class SeedParametersTest {

    @Test
    @DisplayName("is drawn anew by each click of the button, and fits the integer settings of other nodes")
    void button() {
        final var provider = new SeedParameters.DrawnSeed();
        final long[] drawn = LongStream.range(0, 50).map(i -> provider.computeState(null)).toArray();
        assertTrue(LongStream.of(drawn).distinct().count() >= 49, "fifty draws of two thousand million repeat rarely");
        assertTrue(LongStream.of(drawn).allMatch(seed -> seed >= 0 && seed < Integer.MAX_VALUE));
    }

    @Test
    @DisplayName("is told where to be found when each execution draws one")
    void whereDrawn() {
        final String text = OpenDialog.on(new SeedParameters()).show(new SeedParameters.WhereDrawn()).orElseThrow()
            .description();
        assertTrue(text.contains("flow variable \"seed\""), text);
        assertEquals(1, text.lines().count());
    }
}
