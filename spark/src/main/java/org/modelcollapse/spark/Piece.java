package org.modelcollapse.spark;

import java.io.Serializable;

/**
 * Rows that stand together in a file, as they are read: those that can be used, column by column.
 *
 * @param summary what there is to say of them
 * @param columns their values
 * @param weights their weights, or null
 */
record Piece(Summary summary, double[][] columns, double[] weights) implements Serializable {

    /**
     * Where a piece is from.
     *
     * @param file by its address
     * @param start where the stretch of the file begins that one task reads
     * @param number which piece of the stretch it is, from 0
     */
    record Place(String file, long start, int number) implements Serializable {
    }

    /**
     * All that is to be known of a piece before it is cut into blocks.
     *
     * @param place where it is from
     * @param seen how many rows there were, usable or not
     * @param used how many can be used and have a weight
     * @param weightless how many can be used, but have a weight of 0
     * @param largestWeight the largest weight, 0 if rows have none
     * @param wholeWeights whether all weights are whole numbers
     * @param trouble the first value that nothing can be done with, or null
     */
    record Summary(Place place, int seen, int used, int weightless, double largestWeight, boolean wholeWeights,
        Trouble trouble) implements Serializable {
    }

    /**
     * A value that nothing can be done with.
     *
     * @param row of the piece, from 0
     * @param column its name
     * @param words what is wrong and what to do
     */
    record Trouble(int row, String column, String words) implements Serializable {
    }
}
