package org.modelcollapse.collapse.experiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Numbers of generations, from 1: some one by one, or every nth up to a last one, which is among them in any case.
 * Immutable; a range takes no more memory than one number, however long it is.
 */
public final class Generations {

    private static final Generations NONE = new Generations(new int[0], 0, 1);

    /** Ascending; empty for a range. */
    private final int[] single;

    /** The last of a range; 0 if there is none. */
    private final int last;

    private final int every;

    private Generations(final int[] single, final int last, final int every) {
        this.single = single;
        this.last = last;
        this.every = every;
    }

    /** @return no generation */
    public static Generations none() {
        return NONE;
    }

    /**
     * @param numbers in any order, each from 1
     * @return those
     * @throws IllegalArgumentException if one is below 1
     */
    public static Generations of(final List<Integer> numbers) {
        final int[] sorted = numbers.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        if (sorted.length > 0 && sorted[0] < 1) {
            throw new IllegalArgumentException("Generations are numbered from 1, so that " + sorted[0] + " cannot be kept");
        }
        return new Generations(sorted, 0, 1);
    }

    /**
     * @param every at least 1
     * @param last at least 1
     * @return generations 1, 1 + every, 1 + 2 every, ... and the last
     * @throws IllegalArgumentException if a number is below 1
     */
    public static Generations every(final int every, final int last) {
        if (every >= 1 && last >= 1) {
            return new Generations(new int[0], last, every);
        }
        throw new IllegalArgumentException(
            "Every nth generation up to a last one needs numbers from 1, but they are " + every + " and " + last);
    }

    /**
     * @param generation any
     * @return whether it is one of them
     */
    public boolean contains(final int generation) {
        return last > 0 ? generation == last || generation >= 1 && generation < last && (generation - 1) % every == 0
            : Arrays.binarySearch(single, generation) >= 0;
    }

    /** @return how many there are */
    public long count() {
        return last > 0 ? (last - 1L) / every + ((last - 1) % every == 0 ? 1 : 2) : single.length;
    }

    /** @return them, ascending */
    public IntStream stream() {
        return last == 0 ? IntStream.of(single) : IntStream.concat(
            IntStream.rangeClosed(0, (last - 1) / every).map(i -> 1 + i * every),
            (last - 1) % every == 0 ? IntStream.empty() : IntStream.of(last));
    }

    /**
     * The points of the training sets of all of them together.
     *
     * @param size points of a generation's training set; never falls from one generation to the next
     * @param most later generations do not count
     * @return the sum, at once where all sets have the same size
     */
    long points(final IntToLongFunction size, final int most) {
        if (last > 0 && last <= most && size.applyAsLong(1) == size.applyAsLong(last)) {
            return count() * size.applyAsLong(1);
        }
        return stream().filter(g -> g <= most).mapToLong(size::applyAsLong).sum();
    }

    void write(final DataOutputStream out) throws IOException {
        out.writeInt(last);
        out.writeInt(every);
        out.writeInt(single.length);
        for (final int generation : single) {
            out.writeInt(generation);
        }
    }

    static Generations read(final DataInputStream in) throws IOException {
        final int last = in.readInt();
        final int every = in.readInt();
        final List<Integer> single = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            single.add(in.readInt());
        }
        return last > 0 ? every(every, last) : of(single);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Generations that && last == that.last && every == that.every
            && Arrays.equals(single, that.single);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * last + every) + Arrays.hashCode(single);
    }

    @Override
    public String toString() {
        return last > 0 ? "every " + every + " to " + last : Arrays.toString(single);
    }
}
