package org.modelcollapse.gmm;

/**
 * Digamma function, also less the logarithm, and its derivative trigamma, by their asymptotic series (Abramowitz and Stegun,
 * 6.3.18 and 6.4.12) after recurrence to large arguments. Relative error below 1e-13 (tested): the difference is taken
 * before the leading terms can cancel. All methods are safe for use by many threads.
 */
public final class Digamma {

    private static final double LARGE = 20;

    private Digamma() {
    }

    /**
     * The digamma function psi, the derivative of the logarithm of the gamma function.
     *
     * @param x above 0
     * @return psi(x), to 1e-13 absolute or relative, whichever is more
     */
    public static double of(final double x) {
        return StrictMath.log(x) + minusLog(x);
    }

    /**
     * The digamma function less the logarithm.
     *
     * @param x above 0
     * @return psi(x) - log x, which is negative, about -1 / (2 x)
     */
    public static double minusLog(final double x) {
        double shifted = x;
        double sum = 0;
        while (shifted < LARGE) {
            // psi(x) - log x = [psi(x+1) - log(x+1)] + log(1 + 1/x) - 1/x
            sum += StrictMath.log1p(1 / shifted) - 1 / shifted;
            shifted++;
        }
        final double y = 1 / (shifted * shifted);
        final double series = y * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132)))));
        return sum - 0.5 / shifted - series;
    }

    /**
     * The trigamma function.
     *
     * @param x above 0
     * @return psi'(x)
     */
    public static double derivative(final double x) {
        double shifted = x;
        double sum = 0;
        while (shifted < LARGE) {
            sum += 1 / (shifted * shifted);
            shifted++;
        }
        final double y = 1 / (shifted * shifted);
        final double series = y * (1.0 / 6 - y * (1.0 / 30 - y * (1.0 / 42 - y * (1.0 / 30 - y * (5.0 / 66)))));
        return sum + (1 + 0.5 / shifted + series) / shifted;
    }
}
