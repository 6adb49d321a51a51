package org.modelcollapse.gmm;

/**
 * All rows of a fit, in memory or elsewhere, moved towards the origin: where a column lies to one side of zero, the middle
 * of its range is subtracted, so that squares lose no digits. Whatever is computed here is the same, bit by bit, wherever
 * the rows are.
 */
interface AllRows {

    /** The number of rows. */
    int size();

    /** The number of columns. */
    int dimension();

    /** What is subtracted from a column. */
    double centre(int j);

    /** The least value of a centred column. */
    double least(int j);

    /** The greatest value of a centred column. */
    double greatest(int j);

    /** Whether rows have weights of their own. */
    boolean weighted();

    /** The sum of the row weights. */
    double totalWeight();

    /** The covariance of all rows, divided by their total weight; computed when first asked for. */
    double[][] covariance();

    /** The number of distinct rows, or {@code enough} as soon as as many are found. */
    int distinctRows(int enough);

    /** A row as it was given, not centred. */
    default double[] row(final int i) {
        return rows(i).row(0);
    }

    /** Some rows, in the given order, with their weights, in the same centred coordinates. */
    FitData rows(int... rows);

    /** Means of the cells of a grid in one column, in the same centred coordinates. */
    FitData cells(double[] sums, double[] weights);

    /** The data in memory. */
    FitData gather();

    /** Whether they are in memory already. */
    boolean inMemory();

    /** The sum of what a task finds in all chunks. */
    <T> T sum(ChunkTask<T> task, Monitor monitor);

    /** E-steps over these rows. */
    DataPass pass(int components, int threads, Monitor monitor);

    /** Refuses columns whose squares could overflow. */
    default void requireNarrow() {
        for (int j = 0; j < dimension(); j++) {
            if (!(greatest(j) - least(j) <= FitData.WIDEST)) {
                throw new IllegalArgumentException("Column " + (j + 1) + " reaches from " + (least(j) + centre(j)) + " to "
                    + (greatest(j) + centre(j))
                    + ": its variance is too large for a number; divide the column by a constant.");
            }
        }
    }

    /** Refuses settings that these data cannot serve. */
    default void requireSuitable(final FitSettings settings) {
        final int k = settings.components();
        if (settings.start() instanceof Start.Given given) {
            Check.sameDimension("start mixture", given.mixture().dimension(), dimension());
        }
        if (size() < k) {
            throw new IllegalArgumentException("There are " + size() + " rows"
                + (weighted() ? " of positive weight" : "") + " for " + k
                + " components: every component needs at least one row; take fewer components or more rows.");
        }
        final int distinct = distinctRows(k);
        if (distinct < k) {
            throw new IllegalArgumentException("There are only " + distinct + " distinct rows"
                + (weighted() ? " of positive weight" : "") + " for " + k
                + " components: take fewer components or other rows.");
        }
        if (settings.ridge() > 0) {
            return;
        }
        for (int j = 0; j < dimension(); j++) {
            final double range = greatest(j) - least(j);
            if (!(range >= FitData.NARROWEST)) {
                throw new IllegalArgumentException("Column " + (j + 1) + (range == 0 ? " is constant"
                    : " reaches only from " + (least(j) + centre(j)) + " to " + (greatest(j) + centre(j)))
                    + ", so its variance is no positive number: remove or rescale it, or fit with regularization.");
            }
        }
    }
}
