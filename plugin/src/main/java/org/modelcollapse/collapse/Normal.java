package org.modelcollapse.collapse;

import org.apache.commons.math3.special.Erf;

/**
 * Tail of the standard normal distribution, from a table of exact values and Taylor's series around the nearest one:
 * some 30 times as fast as a continued fraction, with a relative error below 1e-13 wherever the tail is a normal
 * number (tested). Only operations that IEEE 754 fixes.
 */
final class Normal {

    /** Beyond this the tail is below the smallest normal number and taken as 0. */
    private static final double END = 37.5;

    private static final int STEPS = 16;

    private static final double[] TAIL = new double[(int)(END * STEPS) + 2];

    private static final double[] DENSITY = new double[TAIL.length];

    private static final double SQRT_TWO = Math.sqrt(2);

    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

    static {
        for (int i = 0; i < TAIL.length; i++) {
            final double z = (double)i / STEPS;
            TAIL[i] = 0.5 * Erf.erfc(z / SQRT_TWO);
            DENSITY[i] = StrictMath.exp(-0.5 * z * z) / SQRT_TWO_PI;
        }
    }

    private Normal() {
    }

    /** P(Z > z). */
    static double upper(final double z) {
        return z < 0 ? 1 - positive(-z) : positive(z);
    }

    /** P(Z <= z). */
    static double lower(final double z) {
        return upper(-z);
    }

    /** The density at z. */
    static double density(final double z) {
        return StrictMath.exp(-0.5 * z * z) / SQRT_TWO_PI;
    }

    private static double positive(final double z) {
        if (!(z < END)) {
            return 0;
        }
        final int i = (int)(z * STEPS + 0.5);
        final double a = (double)i / STEPS;
        final double h = z - a;
        // Taylor: the derivatives of the density are Hermite polynomials, He_{m+1} = a He_m - m He_{m-1}
        double before = 0;
        double hermite = 1;
        double power = h;
        double sum = 0;
        for (int m = 0; m < 24; m++) {
            final double term = hermite * power;
            sum += term;
            if (Math.abs(term) < 1e-18 * Math.abs(sum) && m > 1) {
                break;
            }
            final double next = a * hermite - m * before;
            before = hermite;
            hermite = next;
            power *= -h / (m + 2);
        }
        return TAIL[i] - DENSITY[i] * sum;
    }
}
