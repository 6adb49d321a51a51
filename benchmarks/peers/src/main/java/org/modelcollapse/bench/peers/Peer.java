package org.modelcollapse.bench.peers;

/** A library that fits Gaussian mixtures. */
public interface Peer {

    /**
     * Turns rows into the library's own form, outside of what is timed.
     *
     * @param rows n x d
     * @return the data, ready to be fitted
     * @throws Exception if the library refuses the data
     */
    Data prepare(double[][] rows) throws Exception;

    /** Data in a library's own form. */
    interface Data {

        /**
         * Fits a mixture.
         *
         * @param start where to start from, if the library can be told
         * @param iterations the most EM iterations
         * @param tolerance stop when the mean log-likelihood per row changes by less; 0 for all iterations
         * @return the answer
         * @throws Exception if the library refuses
         */
        Answer fit(Mix start, int iterations, double tolerance) throws Exception;
    }

    /**
     * An answer.
     *
     * @param mix the fitted mixture
     * @param iterations how many EM iterations were made, -1 if the library does not tell
     */
    record Answer(Mix mix, int iterations) {
    }
}
