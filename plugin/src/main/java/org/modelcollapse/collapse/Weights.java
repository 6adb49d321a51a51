package org.modelcollapse.collapse;

/** Summaries of probabilities. */
final class Weights {

    private Weights() {
    }

    static double entropy(final double[] weights) {
        double sum = 0;
        for (final double w : weights) {
            sum -= w > 0 ? w * StrictMath.log(w) : 0;
        }
        return Math.max(0, sum);
    }

    static double diversity(final double[] weights) {
        double sum = 0;
        for (final double w : weights) {
            sum += w * w;
        }
        return Math.max(0, 1 - sum);
    }

    /** How many weigh one of n points or more; a weight of k/n may be an ulp less than that. */
    static int surviving(final double[] weights, final int n) {
        int count = 0;
        for (final double w : weights) {
            count += w * n > 1 - 1e-9 ? 1 : 0;
        }
        return count;
    }
}
