package org.modelcollapse.collapse.math;

/**
 * Tail of the standard normal distribution, from a table of exact values and Taylor's series around the nearest one:
 * some 30 times as fast as a continued fraction, with a relative error below 1e-13 wherever the tail is a normal
 * number (tested). The table is from Laplace's continued fraction and the ascending series (Abramowitz and Stegun,
 * 26.2.14 and 26.2.11). Only operations that IEEE 754 fixes.
 */
public final class Normal {

    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

    /** Beyond this the tail is below the smallest normal number and taken as 0. */
    private static final double END = 37.5;

    private static final int STEPS = 64;

    private static final int TERMS = 16;

    /** -1/2, -1/3, ... */
    private static final double[] FALLING = new double[TERMS];

    private static final double[] TAIL = new double[(int)(END * STEPS) + 2];

    private static final double[] DENSITY = new double[TAIL.length];

    private static final double[] RECIPROCAL = new double[TERMS];

    static {
        for (int m = 1; m < TERMS; m++) {
            RECIPROCAL[m] = 1.0 / m;
        }
        for (int m = 0; m < TERMS; m++) {
            FALLING[m] = -1.0 / (m + 2);
        }
        for (int i = 0; i < TAIL.length; i++) {
            final double z = (double)i / STEPS;
            DENSITY[i] = StrictMath.exp(-0.5 * z * z) / SQRT_TWO_PI;
            TAIL[i] = z < 2 ? 0.5 - DENSITY[i] * series(z) : DENSITY[i] * millsRatio(z);
        }
    }

    private Normal() {
    }

    /** P(Z > z). */
    public static double upper(final double z) {
        return z < 0 ? 1 - positive(-z) : positive(z);
    }

    /** P(Z <= z). */
    public static double lower(final double z) {
        return upper(-z);
    }

    /** The density at z: 0 where the tail is. */
    public static double density(final double z) {
        final double y = Math.abs(z);
        if (!(y < END)) {
            return 0;
        }
        final int i = (int)(y * STEPS + 0.5);
        final double a = (double)i / STEPS;
        final double h = y - a;
        final double t = -h * (a + h / 2); // below 0.3, so that thirteen terms of the exponential series are enough
        double exp = 1;
        for (int m = 13; m > 0; m--) {
            exp = Math.fma(exp * t, RECIPROCAL[m], 1);
        }
        return DENSITY[i] * exp;
    }

    /** (P(Z <= z) - 1/2) / density: a series of positive terms. */
    private static double series(final double z) {
        double sum = 0;
        double term = z;
        for (int k = 1; k < 80; k++) {
            sum += term;
            term *= z * z / (2 * k + 1);
        }
        return sum;
    }

    /** P(Z > z) / density, converged for z of at least 2. */
    private static double millsRatio(final double z) {
        double tail = z;
        for (int k = 60 + (int)(2000 / (z * z)); k > 0; k--) {
            tail = z + k / tail;
        }
        return 1 / tail;
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
        double last = Double.POSITIVE_INFINITY;
        for (int m = 0; m < TERMS; m++) {
            final double term = hermite * power;
            sum += term;
            // one small term may be a root of its polynomial; two in a row cannot
            if (Math.abs(term) + Math.abs(last) <= 1e-17 * Math.abs(sum)) {
                break;
            }
            last = term;
            final double next = a * hermite - m * before;
            before = hermite;
            hermite = next;
            power *= h * FALLING[m];
        }
        return TAIL[i] - DENSITY[i] * sum;
    }
}
