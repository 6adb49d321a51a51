package org.modelcollapse.collapse.original;

import java.util.Optional;

import org.modelcollapse.collapse.math.Spread;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/** What a recursion starts from: a mixture, or the user's own rows. Immutable. */
public interface Original {

    /**
     * @param mixture the distribution to draw from
     * @return an original of which every run draws its own training set 1
     */
    static Original of(final GaussianMixture mixture) {
        return new MixtureOriginal(mixture);
    }

    /**
     * @param rows the user's data
     * @return an original whose rows are training set 1 of every run
     */
    static Original of(final Points rows) {
        return new RowsOriginal(rows);
    }

    /** @return number of columns of a point */
    int dimension();

    /** @return the mixture, if it is one */
    Optional<GaussianMixture> mixture();

    /** @return the rows, if it is rows */
    Optional<Points> rows();

    /**
     * @param n wished number of points of training set 1
     * @throws IllegalArgumentException if training set 1 has another number of points
     */
    void requireSize(int n);

    /** @return mean and total variance: of the mixture, or of the rows with divisor n */
    Spread spread();

    /**
     * @param variance the original's total variance, or that of what a model of bins makes of it
     * @param n number of points of training set 1
     * @return the total variance (divisor n) that is to be expected of training set 1
     */
    double firstVariance(double variance, int n);

    /** @return what hands out training set 1, and fresh points later; for one run or several of one thread */
    Origin origin();
}
