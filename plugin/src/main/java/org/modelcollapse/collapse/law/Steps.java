package org.modelcollapse.collapse.law;

import java.util.OptionalDouble;

/**
 * The steps of a run, or of many, held against the law: how far each new variance was from what was to be expected of it
 * given all before, in units of how far it had to be. Under the law these differences have mean 0 whatever the past
 * (martingale differences), and nearly the same size, so that their sum divided by the root of the sum of their squares
 * is a z-score, N(0, 1), however heavy the tails of the variance itself are. Immutable.
 *
 * @param count how many
 * @param sum sum of the differences
 * @param squares sum of their squares
 */
public record Steps(long count, double sum, double squares) {

    /** No step. */
    public static final Steps NONE = new Steps(0, 0, 0);

    /** With fewer steps the sum is not yet normal, and no evidence either. */
    public static final int FEWEST = 20;

    /**
     * @param other further steps
     * @return all of them; to give the same bits, always add in the same order
     */
    public Steps plus(final Steps other) {
        return new Steps(count + other.count, sum + other.sum, squares + other.squares);
    }

    /** @return the z-score of the steps; empty if there are fewer than {@link #FEWEST}, or none of them moved */
    public OptionalDouble z() {
        return count >= FEWEST && squares > 0 ? OptionalDouble.of(sum / Math.sqrt(squares)) : OptionalDouble.empty();
    }
}
