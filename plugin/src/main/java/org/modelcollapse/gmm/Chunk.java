package org.modelcollapse.gmm;

/**
 * Some rows that a task looks at: a block of all rows.
 *
 * @param rows where the rows are
 * @param from the place of the first one there
 * @param to the place after the last
 * @param index which of the chunks of all rows this is
 */
record Chunk(FitData rows, int from, int to, int index) {

    /** The place of the first row among all rows. */
    int first() {
        return index * RowBlock.rows(rows.dimension());
    }
}
