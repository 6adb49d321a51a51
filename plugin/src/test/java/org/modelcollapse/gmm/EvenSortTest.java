package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Even sort")
class EvenSortTest {

    enum Shape {
        NORMAL(z -> z), SHIFTED(z -> 1e6 + z), TAILS(z -> z * z * z * z * z), ROUNDED(z -> Math.rint(2 * z) + 0.0),
        CROWDED(z -> z > 2 ? 1e9 : z), CONSTANT(z -> 3), NEARLY_CONSTANT(z -> z > 0 ? 1 : Math.nextUp(1)),
        DENORMAL(z -> z * 1e-310), HUGE(z -> z * 1e307);

        private final DoubleUnaryOperator of;

        Shape(final DoubleUnaryOperator of) {
            this.of = of;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("gives what the library's gives")
    void sortsAsTheLibrary(final Shape shape) {
        final RandomStream random = RandomStream.of(7);
        for (int n = 1; n <= 300; n++) {
            final double[] values = new double[n];
            Arrays.setAll(values, i -> shape.of.applyAsDouble(random.nextGaussian()));
            final double[] expected = values.clone();
            Arrays.sort(expected);
            assertArrayEquals(expected, EvenSort.sorted(values, expected[0], expected[n - 1]), shape + " " + n);
        }
    }
}
