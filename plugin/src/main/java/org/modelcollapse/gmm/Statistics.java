package org.modelcollapse.gmm;

import java.io.Serializable;

/**
 * What the E-step leaves for the M-step: sums over rows, weighted by responsibility, of 1, x - m and (x - m)(x - m)',
 * where m is the component's current mean; and the log-likelihood. Taken about the current mean the sums keep their
 * digits however far the component lies from zero.
 */
final class Statistics implements Serializable {

    private static final long serialVersionUID = 1;

    /** Sum over rows of the log density. */
    double logLikelihood;

    /** Sum over rows of the entropy of the responsibilities. */
    double entropy;

    /** Sum of responsibilities, K. */
    final double[] count;

    /** First moments about the current means, K x d. */
    final double[][] first;

    /** Second moments about the current means, K x d x d, of which the lower triangle or only the diagonal is used. */
    final double[][][] second;

    Statistics(final int k, final int d) {
        count = new double[k];
        first = Zeros.of(k, d);
        second = Zeros.of(k, d, d);
    }

    void add(final Statistics other) {
        logLikelihood += other.logLikelihood;
        entropy += other.entropy;
        addMoments(other);
    }

    void addMoments(final Statistics other) {
        for (int k = 0; k < count.length; k++) {
            count[k] += other.count[k];
            for (int i = 0; i < first[k].length; i++) {
                first[k][i] += other.first[k][i];
                for (int j = 0; j <= i; j++) {
                    second[k][i][j] += other.second[k][i][j];
                }
            }
        }
    }
}
