package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * Sums of row weights, taken block by block as those of a fit are, so that they have the same bits for rows in memory and
 * elsewhere. Rows of weight 0 count for nothing and are in no block.
 */
public final class WeightSums {

    private WeightSums() {
    }

    /**
     * The sum of row weights.
     *
     * @param weights {@code n} numbers, at least 0, not all 0
     * @param dimension number of columns of the rows
     * @return their sum
     */
    public static double total(final double[] weights, final int dimension) {
        final double[] positive = Arrays.stream(weights).filter(w -> w > 0).toArray();
        return FitData.sum(positive, positive.length, dimension);
    }

    /**
     * The sum of row weights.
     *
     * @param rows that have weights
     * @return their sum
     */
    public static double total(final RowBlocks rows) {
        return rows.sum(new Shares(1));
    }

    /**
     * Row weights of which only the ratios count, scaled so that they sum to the number of rows that have any.
     *
     * @param weights {@code n} numbers, at least 0, not all 0
     * @param dimension number of columns of the rows
     * @return {@code n} numbers
     */
    public static double[] scaled(final double[] weights, final int dimension) {
        final double largest = Arrays.stream(weights).max().orElse(0);
        // by the largest first, so that the sum of very small weights is no rounded number
        final double[] shares = Arrays.stream(weights).map(w -> w / largest).toArray();
        final double factor = Arrays.stream(shares).filter(w -> w > 0).count() / total(shares, dimension);
        return Arrays.stream(shares).map(w -> w * factor).toArray();
    }

    /**
     * What row weights are to be multiplied by, after they were divided by the largest, so that they sum to the number of
     * rows.
     *
     * @param rows that have weights
     * @param largest the largest of them
     * @return the factor, for {@link RowBlock#scaled}
     */
    public static double factor(final RowBlocks rows, final double largest) {
        return rows.size() / rows.sum(new Shares(largest));
    }

    private record Shares(double largest) implements BlockTask<Double> {
        @Override
        public Double of(final RowBlock block) {
            double sum = 0;
            for (final double weight : block.weights()) {
                sum += weight / largest;
            }
            return sum;
        }

        @Override
        public Double sum(final Double earlier, final Double later) {
            return earlier + later;
        }
    }
}
