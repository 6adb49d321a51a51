package org.modelcollapse.gmm;

import java.util.HashMap;
import java.util.Map;

/**
 * A stream of random numbers: the generator xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number
 * generators", ACM Trans. Math. Softw. 47, 2021, doi:10.1145/3460772), its state filled from a seed by SplitMix64
 * (Steele, Lea and Flood, doi:10.1145/2660193.2660195), as its authors recommend. The same seed gives the same values
 * on every machine.
 *
 * <p>A stream has an identity (seed and path) and a position. {@link #split} derives another stream from the identity
 * alone, so what was drawn before makes no difference, and a computation may be cut into parts, each with the stream of
 * its own path, that run in any order. The position is mutable state: <strong>not</strong> safe for use by several
 * threads at once.
 */
public final class RandomStream {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private static final double UNIT = 0x1p-53;

    /** Of so many times as many numbers, few are chosen without a list of all. */
    private static final int SPARSE = 64;

    private final long[] identity;

    private long s0;

    private long s1;

    private long s2;

    private long s3;

    /** A stream whose identity, and state at the start, are four words. */
    RandomStream(final long... identity) {
        this.identity = identity;
        s0 = identity[0];
        s1 = identity[1];
        s2 = identity[2];
        s3 = identity[3];
        if ((s0 | s1 | s2 | s3) == 0) {
            s0 = GOLDEN; // the one state the generator cannot leave
        }
    }

    /**
     * The stream of a seed.
     *
     * @param seed any number
     * @return a stream at its start
     */
    public static RandomStream of(final long seed) {
        final long[] identity = new long[4];
        for (int i = 0; i < 4; i++) {
            identity[i] = mix(seed + (i + 1) * GOLDEN);
        }
        return new RandomStream(identity);
    }

    /**
     * The stream of a seed and a path, the same as {@code of(seed).split(path)}.
     *
     * @param seed any number
     * @param path any numbers, for example scenario and replicate
     * @return a stream at its start
     */
    public static RandomStream of(final long seed, final long... path) {
        return of(seed).split(path);
    }

    /**
     * Derives a stream that is independent, for all practical purposes, of this one and of those of other paths. It
     * depends on this stream's seed and path, not on what was drawn from it. A path of two numbers is the same as two
     * splits of one number each.
     *
     * @param path any numbers, at least one
     * @return a stream at its start
     */
    public RandomStream split(final long... path) {
        Check.atLeast("length of the path", path.length, 1);
        long[] key = identity;
        for (final long step : path) {
            key = absorb(key, step);
        }
        return new RandomStream(key);
    }

    /** Every word of the new key depends on every word of the old one and on the step. */
    private static long[] absorb(final long[] key, final long step) {
        final long[] next = new long[4];
        long carry = mix(step + GOLDEN);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                carry = mix(carry + GOLDEN ^ key[i] + (4 * round + i) * GOLDEN);
                next[i] ^= carry;
            }
        }
        return next;
    }

    /** The output function of SplitMix64. */
    private static long mix(final long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** {@return the next 64 random bits} */
    public long nextLong() {
        final long result = Long.rotateLeft(s0 + s3, 23) + s0;
        final long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** {@return a number from 0 (included) to 1 (excluded), one of 2^53 equally likely multiples of 2^-53} */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * A whole number, exactly uniform (Lemire, doi:10.1145/3230636).
     *
     * @param bound at least 1
     * @return a number from 0 (included) to {@code bound} (excluded)
     */
    public int nextInt(final int bound) {
        Check.atLeast("bound", bound, 1);
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xffffffffL;
        if (low < bound) {
            final long threshold = (1L << 32) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xffffffffL;
            }
        }
        return (int)(product >>> 32);
    }

    /**
     * A whole number, exactly uniform.
     *
     * @param bound at least 1
     * @return a number from 0 (included) to {@code bound} (excluded)
     */
    public long nextLong(final long bound) {
        if (!(bound >= 1)) {
            throw new IllegalArgumentException("The bound must be at least 1, but is " + bound + ".");
        }
        if (bound <= Integer.MAX_VALUE) {
            return nextInt((int)bound);
        }
        final long mask = -1L >>> Long.numberOfLeadingZeros(bound - 1 | 1);
        long candidate = nextLong() & mask;
        while (candidate >= bound) {
            candidate = nextLong() & mask;
        }
        return candidate;
    }

    /** {@return a number from the standard normal distribution} */
    public double nextGaussian() {
        final long bits = nextLong();
        final int layer = (int)bits & Ziggurat.MASK;
        final double x = (bits >> 11) * Ziggurat.SCALE[layer];
        return Math.abs(x) < Ziggurat.EDGE[layer] ? x : Ziggurat.outside(layer, x, this);
    }

    /**
     * Fills a part of an array with normal numbers: the same values as as many calls of {@link #nextGaussian}, each
     * turned into {@code fma(sd, z, mean)}.
     *
     * @param out where to write
     * @param from first index
     * @param to index after the last
     * @param mean the mean
     * @param sd the standard deviation, not negative
     */
    public void fillGaussian(final double[] out, final int from, final int to, final double mean, final double sd) {
        Check.range(from, to, out.length);
        Check.finite("mean", mean);
        Check.notNegative("standard deviation", sd);
        // the state in local variables, which the compiler keeps in registers, as it does not the fields
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = from; i < to; i++) {
            final long bits = Long.rotateLeft(a + d, 23) + a;
            final long t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
            final int layer = (int)bits & Ziggurat.MASK;
            double z = (bits >> 11) * Ziggurat.SCALE[layer];
            if (!(Math.abs(z) < Ziggurat.EDGE[layer])) {
                setState(a, b, c, d);
                z = Ziggurat.outside(layer, z, this);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
            out[i] = Math.fma(sd, z, mean);
        }
        setState(a, b, c, d);
    }

    /**
     * Fills a part of an array with independent values of a one-dimensional mixture: for each a word for its component
     * and a normal number.
     *
     * @param out where to write
     * @param components where to write the components, or {@code null}
     * @param from first index
     * @param to index after the last
     * @param table picks components
     * @param means of the components
     * @param sds of the components
     */
    void fillMixture(final double[] out, final int[] components, final int from, final int to,
        final ComponentTable table, final double[] means, final double[] sds) {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = from; i < to; i++) {
            final int k = table.component(Long.rotateLeft(a + d, 23) + a);
            long t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
            final long bits = Long.rotateLeft(a + d, 23) + a;
            t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
            final int layer = (int)bits & Ziggurat.MASK;
            double z = (bits >> 11) * Ziggurat.SCALE[layer];
            if (!(Math.abs(z) < Ziggurat.EDGE[layer])) {
                setState(a, b, c, d);
                z = Ziggurat.outside(layer, z, this);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
            out[i] = Math.fma(sds[k], z, means[k]);
            if (components != null) {
                components[i] = k;
            }
        }
        setState(a, b, c, d);
    }

    private void setState(final long a, final long b, final long c, final long d) {
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /**
     * A binomial number, exact in distribution.
     *
     * @param n number of trials, at least 0
     * @param p probability of success, 0 to 1
     * @return the number of successes
     */
    public long nextBinomial(final long n, final double p) {
        return Counts.binomial(n, p, this);
    }

    /**
     * Multinomial counts, exact in distribution: the binomial of the first cell, then that of the second among the
     * rest, and so on.
     *
     * @param n number of trials, at least 0
     * @param weights of the cells, not negative, not all zero; need not sum to 1
     * @return a count for each cell; they sum to {@code n}
     */
    public long[] nextMultinomial(final long n, final double... weights) {
        return Counts.multinomial(n, weights, this);
    }

    /**
     * Puts a part of an array into an order that is uniform among all (Fisher and Yates).
     *
     * @param values the array
     * @param from first index
     * @param to index after the last
     */
    public void shuffle(final double[] values, final int from, final int to) {
        partialShuffle(values, from, to, to - from);
    }

    /**
     * Draws without replacement: permutes a part of an array so that its first {@code m} values are a uniform random
     * choice, in uniform random order. Takes {@code m} draws.
     *
     * @param values the array
     * @param from first index
     * @param to index after the last
     * @param m how many to choose, 0 to {@code to - from}
     */
    public void partialShuffle(final double[] values, final int from, final int to, final int m) {
        Check.range(from, to, values.length);
        requireChoice(m, to - from);
        for (int i = from; i < from + m; i++) {
            final int j = i + nextInt(to - i);
            final double swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /**
     * Chooses {@code m} of the numbers 0 to {@code n - 1} without replacement.
     *
     * @param n how many there are, at least 0
     * @param m how many to choose, 0 to {@code n}
     * @return the chosen ones in uniform random order
     */
    public int[] choose(final int n, final int m) {
        requireChoice(m, n);
        if (m < n / SPARSE) {
            return chooseFew(n, m);
        }
        final int[] numbers = new int[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = i;
        }
        for (int i = 0; i < m; i++) {
            final int j = i + nextInt(n - i);
            final int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
        return m == n ? numbers : java.util.Arrays.copyOf(numbers, m);
    }

    /** The same where few are chosen, without a list of all numbers. */
    private int[] chooseFew(final int n, final int m) {
        final int[] chosen = new int[m];
        final Map<Integer, Integer> moved = new HashMap<>();
        for (int i = 0; i < m; i++) {
            final int j = i + nextInt(n - i);
            chosen[i] = moved.getOrDefault(j, j);
            moved.put(j, moved.getOrDefault(i, i));
        }
        return chosen;
    }

    private static void requireChoice(final int m, final int n) {
        if (!(m >= 0 && m <= n)) {
            throw new IllegalArgumentException("Cannot choose " + m + " of " + n + " without replacement.");
        }
    }
}
