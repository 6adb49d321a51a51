package org.modelcollapse.collapse.math;

/** Summaries of probabilities. */
public final class Weights {

    private Weights() {
    }

    /** @return the entropy of probabilities in nats */
    public static double entropy(final double[] weights) {
        double sum = 0;
        for (final double w : weights) {
            sum -= w > 0 ? w * StrictMath.log(w) : 0;
        }
        return Math.max(0, sum);
    }

    /** @return the chance that two draws differ, 1 less the sum of squares */
    public static double diversity(final double[] weights) {
        double sum = 0;
        for (final double w : weights) {
            sum += w * w;
        }
        return Math.max(0, 1 - sum);
    }

    /** How many weigh one of n points or more; a weight of k/n may be an ulp less than that. */
    public static int surviving(final double[] weights, final int n) {
        int count = 0;
        for (final double w : weights) {
            count += w * n > 1 - 1e-9 ? 1 : 0;
        }
        return count;
    }
}
