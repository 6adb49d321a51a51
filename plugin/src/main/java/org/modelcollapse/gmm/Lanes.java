package org.modelcollapse.gmm;

/**
 * The inner loops of the quick kernels, over a block of rows that fits the first-level cache. HotSpot's C2 compiler turns
 * each into vector instructions, on the condition that a loop runs from zero over whole arrays (no offset, so rows are
 * copied to a block first), has no casts, no branches and no running sum: sums are kept in lanes, one for each place in
 * the block, and added up at the end. Only operations that IEEE 754 fixes are used, so vector and scalar code, and any
 * machine, give the same bits.
 */
final class Lanes {

    /** Rows of a block. */
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

    /** As {@link #logJoint}, and m = max(m, q). */
    static void logJointAndMax(final double[] x, final double[] q, final double[] m, final int n, final double mean,
        final double g, final double c) {
        for (int i = 0; i < n; i++) {
            final double t = g * (x[i] - mean);
            final double value = Math.fma(-t, t, c);
            q[i] = value;
            m[i] = Math.max(m[i], value);
        }
    }

    /**
     * e = exp(q - m) for q not above m, exactly 0 from -88 down. Relative error below 1e-13 for results above 1e-9,
     * below 1e-8 for the least ones, which count for less than that.
     */
    static void exponentials(final double[] q, final double[] m, final double[] e, final int n) {
        for (int i = 0; i < n; i++) {
            e[i] = Math.max(q[i] - m[i], LEAST) * SCALE;
        }
        polynomial(e, n);
        square(e, n, AT_LEAST);
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

    /** Sum of the lanes, by four running sums. */
    static double total(final double[] lanes) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < BLOCK; i += 4) {
            a += lanes[i];
            b += lanes[i + 1];
            c += lanes[i + 2];
            d += lanes[i + 3];
        }
        return (a + b) + (c + d);
    }

    /** Sum of the logarithms of positive normal numbers: exponents and mantissas apart, one logarithm in all. */
    static double totalLog(final double[] lanes) {
        long exponents = 0;
        double mantissas = 1;
        for (int i = 0; i < BLOCK; i++) {
            final int exponent = Math.getExponent(lanes[i]);
            exponents += exponent;
            mantissas *= lanes[i] * power(-exponent);
        }
        return StrictMath.log(mantissas) + exponents * 0.69314718055994530942;
    }

    /** 2 to a power within the range of normal numbers. */
    private static double power(final int exponent) {
        return Double.longBitsToDouble((exponent + 1023L) << 52);
    }
}
