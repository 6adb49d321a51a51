package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigammaTest {

    @ParameterizedTest
    @CsvSource({ // mpmath 1.2.1 at 40 digits
        "0.5,    -1.2703628454614782,     4.9348022005446793",
        "1,      -0.57721566490153286,    1.6449340668482264",
        "2.5,    -0.21313409122891188,    0.49035775610023486",
        "9.5,    -0.053553922203545617,   0.11099728846909903",
        "24.5,   -0.020546971197373779,   0.041660642161016485",
        "4999.5, -0.00010001333500018668, 0.0002000400073345335",
    })
    void minusLogAndDerivative(final double x, final double minusLog, final double derivative) {
        assertEquals(minusLog, Digamma.minusLog(x), 1e-13 * -minusLog);
        assertEquals(derivative, Digamma.derivative(x), 1e-13 * derivative);
    }

    /** Reference values: scipy.special.digamma of SciPy 1.10.1; the last but two is next to the only zero. */
    @ParameterizedTest
    @CsvSource({"0.01, -100.56088545786868", "0.5, -1.9635100260214235", "1, -0.5772156649015329",
        "2, 0.42278433509846713", "1.4616321449683622, -9.241265521729427e-17", "100, 4.600161852738088",
        "1e9, 20.723265836446412"})
    void digamma(final double x, final double expected) {
        assertEquals(expected, Digamma.of(x), 1e-13 * Math.max(1, Math.abs(expected)));
    }
}
