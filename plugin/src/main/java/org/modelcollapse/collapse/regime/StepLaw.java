package org.modelcollapse.collapse.regime;

import org.modelcollapse.collapse.math.Spread;

/**
 * What the next training set is to be expected of, given all that a run has come to: the law of one step, from which
 * the law over all generations follows. A regime's is with its law, {@link ThreeWayLaw#step} and {@link
 * AccumulationLaw}.
 */
@FunctionalInterface
public interface StepLaw {

    /**
     * @param t number of the fits so far, at least 1
     * @param state what the run has come to
     * @return what training set t + 1 will be
     */
    NextSet next(int t, State state);

    /** What a run has come to after a fit, as far as the next training set depends on it. */
    interface State {

        /** @return the distribution, or the rows, that original points are drawn from anew */
        Spread original();

        /** @return training set 1 */
        Spread originalSet();

        /** @return the distribution of what the fitted model generates */
        Spread generated();

        /** @return the training set of the last fit */
        Spread current();

        /** @return all points so far, where data accumulate */
        Spread pool();
    }

    /**
     * A part of a training set: points of one source.
     *
     * @param share of the part in the training set, from 0 to 1: its share of the points, or of their weight where they
     *            have weights
     * @param source what the points are of
     * @param error variance of the mean of the part, as a share of the source's variance: 1/k for k independent draws,
     *            less for points chosen without replacement, 0 where all are taken
     */
    record Part(double share, Spread source, double error) {

        /** k independent draws. */
        public static Part drawn(final double share, final Spread source, final double k) {
            return new Part(share, source, k > 0 ? 1 / k : 0);
        }

        /** k of so many points, without replacement. */
        public static Part chosen(final double share, final Spread source, final double k, final double points) {
            return new Part(share, source, k > 0 && k < points ? (points - k) / ((points - 1) * k) : 0);
        }

        /** All points of a source. */
        public static Part whole(final double share, final Spread source) {
            return new Part(share, source, 0);
        }
    }
}
