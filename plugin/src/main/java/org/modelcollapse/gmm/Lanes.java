package org.modelcollapse.gmm;

/**
 * The inner loops of the quick kernels, over a block of rows that fits the first-level cache. HotSpot's C2 compiler
 * turns each into vector instructions, on the condition that a loop runs from zero over whole arrays (no offset, so
 * rows are copied to a block first), has no casts, no branches and no running sum: sums are kept in lanes, one for each
 * place in the block, and added up at the end. Short loops over few arrays do better than a long one. Only operations
 * that IEEE 754 fixes are used, so vector and scalar code, and any machine, give the same bits.
 */
final class Lanes {

    private static final double LOG_TWO = 0.69314718055994530942;

    /** The most rows of a block. */
    static final int BLOCK = 256;

    /** Arguments of the exponential are held up to this: exp(-88) is 6e-39. */
    private static final double LEAST = -88;

    /** The exponential is computed of a 256th of the argument and squared eight times. */
    private static final double SCALE = 1.0 / 256;

    /** What polynomial and squarings make of {@link #LEAST}; subtracted, so that whatever is beyond is exactly 0. */
    private static final double AT_LEAST;

    static {
        final double[] value = {LEAST * SCALE};
        polynomial(value, 1);
        square(value, 1, 0);
        AT_LEAST = value[0];
    }

    private Lanes() {
    }

    /** q = c - (g (x - mean))^2. */
    static void logJoint(final double[] x, final double[] q, final int n, final double mean, final double g,
        final double c) {
        for (int i = 0; i < n; i++) {
            final double t = g * (x[i] - mean);
            q[i] = Math.fma(-t, t, c);
        }
    }

    /** m = max(m, q). */
    static void raise(final double[] m, final double[] q, final int n) {
        for (int i = 0; i < n; i++) {
            m[i] = Math.max(m[i], q[i]);
        }
    }

    /**
     * q = exp(q - m) for q not above m, exactly 0 from -88 down. Relative error below 1e-13 for results above 1e-9,
     * below 1e-8 for the least ones, which count for less than that.
     */
    static void exponentials(final double[] q, final double[] m, final int n) {
        for (int i = 0; i < n; i++) {
            q[i] = Math.max(q[i] - m[i], LEAST) * SCALE;
        }
        polynomial(q, n);
        square(q, n, AT_LEAST);
    }

    /** The Taylor polynomial of exp of degree 8. */
    private static void polynomial(final double[] u, final int n) {
        for (int i = 0; i < n; i++) {
            double p = Math.fma(u[i], 1.0 / 40320, 1.0 / 5040);
            p = Math.fma(u[i], p, 1.0 / 720);
            p = Math.fma(u[i], p, 1.0 / 120);
            p = Math.fma(u[i], p, 1.0 / 24);
            p = Math.fma(u[i], p, 1.0 / 6);
            p = Math.fma(u[i], p, 1.0 / 2);
            p = Math.fma(u[i], p, 1);
            u[i] = Math.fma(u[i], p, 1);
        }
    }

    /** To the power 256, less z. */
    private static void square(final double[] p, final int n, final double z) {
        for (int i = 0; i < n; i++) {
            double power = p[i];
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            p[i] = power - z;
        }
    }

    /** sum += e. */
    static void add(final double[] e, final double[] sum, final int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += e[i];
        }
    }

    /** moment += e log e, where log e is q - m. */
    static void addLogMoment(final double[] q, final double[] m, final double[] e, final double[] moment,
        final int n) {
        for (int i = 0; i < n; i++) {
            moment[i] = Math.fma(e[i], q[i] - m[i], moment[i]);
        }
    }

    /** inverse = 1 / sum, product *= sum, largest += m. */
    static void closeRows(final double[] sum, final double[] m, final double[] inverse, final double[] product,
        final double[] largest, final int n) {
        for (int i = 0; i < n; i++) {
            inverse[i] = 1 / sum[i];
            product[i] *= sum[i];
            largest[i] += m[i];
        }
    }

    /** logs += w log sum, largest += w m, w = w / sum, where w are the rows' weights. */
    static void closeWeightedRows(final double[] sum, final double[] m, final double[] w, final double[] logs,
        final double[] largest, final int n) {
        for (int i = 0; i < n; i++) {
            logs[i] = Math.fma(w[i], log(sum[i]), logs[i]);
            largest[i] = Math.fma(w[i], m[i], largest[i]);
            w[i] /= sum[i];
        }
    }

    /**
     * The logarithm of a positive normal number to two units in the last place: of the mantissa by the series of the
     * inverse hyperbolic tangent. {@link StrictMath#log} would do but for its price.
     */
    static double log(final double x) {
        int exponent = Math.getExponent(x);
        double mantissa = x * power(-exponent);
        if (mantissa > 1.4142135623730951) {
            mantissa *= 0.5;
            exponent++;
        }
        final double t = (mantissa - 1) / (mantissa + 1);
        final double u = t * t;
        double series = Math.fma(u, 1.0 / 21, 1.0 / 19);
        series = Math.fma(u, series, 1.0 / 17);
        series = Math.fma(u, series, 1.0 / 15);
        series = Math.fma(u, series, 1.0 / 13);
        series = Math.fma(u, series, 1.0 / 11);
        series = Math.fma(u, series, 1.0 / 9);
        series = Math.fma(u, series, 1.0 / 7);
        series = Math.fma(u, series, 1.0 / 5);
        series = Math.fma(u, series, 1.0 / 3);
        return Math.fma(exponent, LOG_TWO, Math.fma(2 * t * u, series, 2 * t));
    }

    /** entropy -= moment / sum, which with the logarithm of the sum is the entropy of a row. */
    static void addEntropy(final double[] moment, final double[] inverse, final double[] entropy, final int n) {
        for (int i = 0; i < n; i++) {
            entropy[i] = Math.fma(-moment[i], inverse[i], entropy[i]);
        }
    }

    /** Of two components: difference = q0 - q1, largest += max(q0, q1), e = exp(-|difference|). */
    static void pairExponentials(final double[] q0, final double[] q1, final double[] difference,
        final double[] largest, final double[] e, final int n) {
        for (int i = 0; i < n; i++) {
            final double d = q0[i] - q1[i];
            difference[i] = d;
            largest[i] += Math.max(q0[i], q1[i]);
            e[i] = Math.max(-Math.abs(d), LEAST) * SCALE;
        }
        polynomial(e, n);
        square(e, n, AT_LEAST);
    }

    /** Of two components: their shares from what {@link #pairExponentials} gave, and product *= 1 + e. */
    static void pairShares(final double[] difference, final double[] e, final double[] product, final double[] r0,
        final double[] r1, final int n) {
        for (int i = 0; i < n; i++) {
            // far beyond -1 and 1, so that first is 0 or 1, unless the two are equal: then both shares are 1/2
            final double first = Math.fma(0.5, Math.max(-1, Math.min(1, difference[i] * 0x1p1000)), 0.5);
            final double second = 1 - first;
            final double sum = 1 + e[i];
            final double inverse = 1 / sum;
            product[i] *= sum;
            r0[i] = inverse * Math.fma(second, e[i], first);
            r1[i] = inverse * Math.fma(first, e[i], second);
        }
    }

    /** Of two components: the entropy but for the logarithm of the sum. */
    static void addPairEntropy(final double[] difference, final double[] e, final double[] entropy, final int n) {
        for (int i = 0; i < n; i++) {
            entropy[i] = Math.fma(Math.abs(difference[i]), e[i] / (1 + e[i]), entropy[i]);
        }
    }

    /** share = e * inverse. */
    static void multiply(final double[] e, final double[] inverse, final int n) {
        for (int i = 0; i < n; i++) {
            e[i] *= inverse[i];
        }
    }

    /** The moments 0, 1 and 2 about the mean, weighted by the shares, added to the lanes. */
    static void addMoments(final double[] x, final double[] share, final double[] count, final double[] first,
        final double[] second, final int n, final double mean) {
        for (int i = 0; i < n; i++) {
            final double difference = x[i] - mean;
            final double weighted = share[i] * difference;
            count[i] += share[i];
            first[i] += weighted;
            second[i] = Math.fma(weighted, difference, second[i]);
        }
    }

    /** The same with shares that have still to be multiplied by a factor of each row. */
    static void addMoments(final double[] x, final double[] share, final double[] factor, final double[] count,
        final double[] first, final double[] second, final int n, final double mean) {
        for (int i = 0; i < n; i++) {
            final double s = share[i] * factor[i];
            final double difference = x[i] - mean;
            final double weighted = s * difference;
            count[i] += s;
            first[i] += weighted;
            second[i] = Math.fma(weighted, difference, second[i]);
        }
    }

    /** y = x - c. */
    static void subtract(final double[] x, final double c, final double[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] - c;
        }
    }

    /** y -= a x. */
    static void subtractOne(final double a, final double[] x, final double[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.fma(-a, x[i], y[i]);
        }
    }

    /** y -= a0 x0 + a1 x1 + a2 x2 + a3 x3. */
    static void subtractFour(final double a0, final double[] x0, final double a1, final double[] x1, final double a2,
        final double[] x2, final double a3, final double[] x3, final double[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.fma(-a3, x3[i], Math.fma(-a2, x2[i], Math.fma(-a1, x1[i], Math.fma(-a0, x0[i], y[i]))));
        }
    }

    /** y *= a, q -= y^2 / 2. */
    static void divideAndSubtractHalfSquare(final double a, final double[] y, final double[] q, final int n) {
        for (int i = 0; i < n; i++) {
            final double t = y[i] * a;
            y[i] = t;
            q[i] = Math.fma(-0.5 * t, t, q[i]);
        }
    }

    /** q -= (g (x - mean))^2. */
    static void subtractSquare(final double[] x, final double mean, final double g, final double[] q, final int n) {
        for (int i = 0; i < n; i++) {
            final double t = g * (x[i] - mean);
            q[i] = Math.fma(-t, t, q[i]);
        }
    }

    /** The same of two columns at once. */
    static void subtractSquares(final double[] x, final double meanX, final double gx, final double[] y,
        final double meanY, final double gy, final double[] q, final int n) {
        for (int i = 0; i < n; i++) {
            final double t = gx * (x[i] - meanX);
            final double u = gy * (y[i] - meanY);
            q[i] = Math.fma(-u, u, Math.fma(-t, t, q[i]));
        }
    }

    /** Zeros from n to the end of the lanes, so that quarters are whole. */
    static void clear(final double[] x, final int n) {
        for (int i = n; i < x.length; i++) {
            x[i] = 0;
        }
    }

    /** x *= a. */
    static void scale(final double a, final double[] x, final int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= a;
        }
    }

    /**
     * The moments 1 and 2 about the mean, weighted by the shares, added to lanes of a quarter of the block's rows: four
     * rows a lane, as fewer lanes stay in the first-level cache where there are many columns.
     */
    static void addQuarters(final double[] x, final double[] share, final double mean, final double[] first,
        final double[] second, final int quarter) {
        final int half = 2 * quarter;
        final int three = 3 * quarter;
        for (int i = 0; i < quarter; i++) {
            final double d0 = x[i] - mean;
            final double d1 = x[i + quarter] - mean;
            final double d2 = x[i + half] - mean;
            final double d3 = x[i + three] - mean;
            final double w0 = share[i] * d0;
            final double w1 = share[i + quarter] * d1;
            final double w2 = share[i + half] * d2;
            final double w3 = share[i + three] * d3;
            first[i] += (w0 + w1) + (w2 + w3);
            second[i] = Math.fma(w0, d0, Math.fma(w1, d1, Math.fma(w2, d2, Math.fma(w3, d3, second[i]))));
        }
    }

    /** The first moment alone. */
    static void addQuarters(final double[] x, final double[] share, final double mean, final double[] first,
        final int quarter) {
        final int half = 2 * quarter;
        final int three = 3 * quarter;
        for (int i = 0; i < quarter; i++) {
            first[i] = Math.fma(share[i], x[i] - mean, Math.fma(share[i + quarter], x[i + quarter] - mean,
                Math.fma(share[i + half], x[i + half] - mean, Math.fma(share[i + three], x[i + three] - mean, first[i]))));
        }
    }

    /** z = x y. */
    static void product(final double[] x, final double[] y, final double[] z, final int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * y[i];
        }
    }

    /** Sum of x y, by eight running sums. */
    static double dot(final double[] x, final double[] y, final int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + 7 < n; i += 8) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
            s2 = Math.fma(x[i + 2], y[i + 2], s2);
            s3 = Math.fma(x[i + 3], y[i + 3], s3);
            s4 = Math.fma(x[i + 4], y[i + 4], s4);
            s5 = Math.fma(x[i + 5], y[i + 5], s5);
            s6 = Math.fma(x[i + 6], y[i + 6], s6);
            s7 = Math.fma(x[i + 7], y[i + 7], s7);
        }
        for (; i < n; i++) {
            s0 = Math.fma(x[i], y[i], s0);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /**
     * Adds the sums of w_i times y_j to the lower triangle of a matrix, two lines of it at a time (one number above the
     * diagonal is written, too).
     */
    static void addProducts(final double[][] w, final double[][] y, final double[][] sums, final int n) {
        final int d = w.length;
        int i = 0;
        for (; i + 1 < d; i += 2) {
            int j = 0;
            for (; j + 3 < i; j += 4) {
                addDots(w[i], w[i + 1], y[j], y[j + 1], y[j + 2], y[j + 3], sums[i], sums[i + 1], j, n);
            }
            for (; j <= i; j += 2) {
                addDots(w[i], w[i + 1], y[j], y[j + 1], sums[i], sums[i + 1], j, n);
            }
        }
        if (i < d) {
            for (int j = 0; j <= i; j++) {
                sums[i][j] += dot(w[i], y[j], n);
            }
        }
    }

    /**
     * Adds the sums of two arrays times each of four others to eight numbers: as many running sums as keep both
     * multipliers busy while an array is read once for two or four of them.
     */
    private static void addDots(final double[] w0, final double[] w1, final double[] y0, final double[] y1, final double[] y2,
        final double[] y3, final double[] out0, final double[] out1, final int at, final int n) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int i = 0; i < n; i++) {
            final double a = w0[i];
            final double b = w1[i];
            a0 = Math.fma(a, y0[i], a0);
            a1 = Math.fma(a, y1[i], a1);
            a2 = Math.fma(a, y2[i], a2);
            a3 = Math.fma(a, y3[i], a3);
            b0 = Math.fma(b, y0[i], b0);
            b1 = Math.fma(b, y1[i], b1);
            b2 = Math.fma(b, y2[i], b2);
            b3 = Math.fma(b, y3[i], b3);
        }
        out0[at] += a0;
        out0[at + 1] += a1;
        out0[at + 2] += a2;
        out0[at + 3] += a3;
        out1[at] += b0;
        out1[at + 1] += b1;
        out1[at + 2] += b2;
        out1[at + 3] += b3;
    }

    /** The same for two others, by two running sums each. */
    private static void addDots(final double[] w0, final double[] w1, final double[] y0, final double[] y1, final double[] out0,
        final double[] out1, final int at, final int n) {
        double a0 = 0;
        double a1 = 0;
        double b0 = 0;
        double b1 = 0;
        double c0 = 0;
        double c1 = 0;
        double d0 = 0;
        double d1 = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            a0 = Math.fma(w0[i], y0[i], a0);
            a1 = Math.fma(w0[i], y1[i], a1);
            b0 = Math.fma(w1[i], y0[i], b0);
            b1 = Math.fma(w1[i], y1[i], b1);
            c0 = Math.fma(w0[i + 1], y0[i + 1], c0);
            c1 = Math.fma(w0[i + 1], y1[i + 1], c1);
            d0 = Math.fma(w1[i + 1], y0[i + 1], d0);
            d1 = Math.fma(w1[i + 1], y1[i + 1], d1);
        }
        if (i < n) {
            a0 = Math.fma(w0[i], y0[i], a0);
            a1 = Math.fma(w0[i], y1[i], a1);
            b0 = Math.fma(w1[i], y0[i], b0);
            b1 = Math.fma(w1[i], y1[i], b1);
        }
        out0[at] += a0 + c0;
        out0[at + 1] += a1 + c1;
        out1[at] += b0 + d0;
        out1[at + 1] += b1 + d1;
    }

    /** Sum of the first n numbers, by four running sums. */
    static double sum(final double[] x, final int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < n; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }

    /** Sum of the lanes, whose number is a multiple of four. */
    static double total(final double[] lanes) {
        return sum(lanes, lanes.length);
    }

    /** Sum of the logarithms of positive normal numbers: exponents and mantissas apart, one logarithm in all. */
    static double totalLog(final double[] lanes) {
        long exponents = 0;
        double mantissas = 1;
        for (int i = 0; i < lanes.length; i++) {
            final int exponent = Math.getExponent(lanes[i]);
            exponents += exponent;
            mantissas *= lanes[i] * power(-exponent);
        }
        return StrictMath.log(mantissas) + exponents * LOG_TWO;
    }

    /** 2 to a power within the range of normal numbers. */
    private static double power(final int exponent) {
        return Double.longBitsToDouble((exponent + 1023L) << 52);
    }
}
