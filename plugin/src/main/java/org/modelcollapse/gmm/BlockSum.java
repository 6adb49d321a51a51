package org.modelcollapse.gmm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A sum over blocks in an order that is fixed: that of a binary tree whose leaves are the blocks, from left to right
 * (pairwise summation; Higham 1993, doi:10.1137/0914050). Any stretch of blocks can be summed up by itself, into a few
 * parts that are nodes of the tree; the total is the same, bit by bit, however the blocks were cut into stretches. And it
 * is more exact than one block after the other: the rounding grows with the logarithm of their number. It holds a
 * position: not safe for use by several threads.
 *
 * @param <T> what is added
 */
public final class BlockSum<T> {

    /**
     * The sum of the blocks {@code index * 2^level} to {@code (index + 1) * 2^level - 1}.
     *
     * @param <T> what is added
     * @param level of the node, 0 for a single block
     * @param index of the node among those of its level
     * @param value the sum
     */
    public record Part<T>(int level, int index, T value) implements Serializable {
    }

    private final BinaryOperator<T> sum;

    private final ArrayList<Part<T>> parts = new ArrayList<>();

    private BlockSum(final BinaryOperator<T> sum) {
        this.sum = sum;
    }

    /**
     * An empty sum.
     *
     * @param <T> what is added
     * @param sum adds two, the one of earlier blocks first; it may write to that one and return it
     * @return the sum
     */
    public static <T> BlockSum<T> of(final BinaryOperator<T> sum) {
        return new BlockSum<>(sum);
    }

    /**
     * Adds the next block.
     *
     * @param block its index: one more than the last one's
     * @param value what it adds
     */
    public void add(final int block, final T value) {
        add(new Part<>(0, block, value));
    }

    /**
     * Adds the next stretch of blocks.
     *
     * @param part of another sum, which begins where this one ends
     */
    public void add(final Part<T> part) {
        if (!parts.isEmpty() && end(parts.get(parts.size() - 1)) != start(part)) {
            throw new IllegalArgumentException("Block " + end(parts.get(parts.size() - 1)) + " is next, not "
                + start(part) + ".");
        }
        Part<T> last = part;
        while (!parts.isEmpty() && areSiblings(parts.get(parts.size() - 1), last)) {
            final Part<T> before = parts.remove(parts.size() - 1);
            last = new Part<>(last.level() + 1, last.index() / 2, sum.apply(before.value(), last.value()));
        }
        parts.add(last);
    }

    private static long start(final Part<?> part) {
        return (long)part.index() << part.level();
    }

    private static long end(final Part<?> part) {
        return part.index() + 1L << part.level();
    }

    private static boolean areSiblings(final Part<?> left, final Part<?> right) {
        return left.level() == right.level() && left.index() % 2 == 0 && right.index() == left.index() + 1;
    }

    /** {@return the parts that cannot be added up without other blocks, at most two a level} */
    public List<Part<T>> parts() {
        return List.copyOf(parts);
    }

    /**
     * The sum of all blocks, once they are there from the first to the last. It may write to what was added.
     *
     * @return the total; {@code null} if there are no blocks
     */
    public T total() {
        if (!parts.isEmpty() && start(parts.get(0)) != 0) {
            throw new IllegalStateException("The first block is missing.");
        }
        T total = null;
        for (int i = 0; i < parts.size(); i++) {
            total = i == 0 ? parts.get(0).value() : sum.apply(total, parts.get(i).value());
        }
        return total;
    }
}
