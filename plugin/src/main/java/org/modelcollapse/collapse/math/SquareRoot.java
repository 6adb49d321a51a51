package org.modelcollapse.collapse.math;

import java.util.function.DoubleUnaryOperator;

/** Roots of sums of squares of lengths that may be too large or too small to be squared. */
public final class SquareRoot {

    /** Lengths up to 2 to this, and down to its reciprocal, can be squared as they are. */
    private static final int USUAL = 330;

    /** A sum below this may have lost digits. */
    private static final double TINY = 1e-270;

    private SquareRoot() {
    }

    /**
     * @param longest the order of the longest of the lengths
     * @param squares the sum of squares if all lengths are multiplied by a scale, a power of two
     * @return the root of the sum, in the unit of the lengths
     */
    public static double of(final double longest, final DoubleUnaryOperator squares) {
        final int exponent = StrictMath.getExponent(longest);
        int scale = Math.abs(exponent) <= USUAL ? 0 : Math.max(-exponent, Double.MIN_EXPONENT);
        double sum = squares.applyAsDouble(StrictMath.scalb(1.0, scale));
        if (!(sum < Double.POSITIVE_INFINITY) && scale == 0) { // squares times densities were too large
            scale = -exponent;
            sum = squares.applyAsDouble(StrictMath.scalb(1.0, scale));
        }
        while (sum < TINY && scale < Double.MAX_EXPONENT) { // all that counts is far shorter than the longest
            final int finer = Math.min(scale + 480, Double.MAX_EXPONENT);
            final double again = squares.applyAsDouble(StrictMath.scalb(1.0, finer));
            if (!(again >= 0 && again < Double.POSITIVE_INFINITY)) {
                break;
            }
            sum = again;
            scale = finer;
        }
        return StrictMath.scalb(Math.sqrt(Math.max(0, sum)), -scale);
    }
}
