package org.modelcollapse.bench.peers;

/**
 * The parameters of a mixture.
 *
 * @param weights K numbers
 * @param means K x d
 * @param covariances K x d x d
 */
public record Mix(double[] weights, double[][] means, double[][][] covariances) {

    /** {@return an empty mixture of that shape} */
    static Mix create(final int k, final int d) {
        return new Mix(new double[k], new double[k][d], new double[k][d][d]);
    }

    /** {@return number of components} */
    public int components() {
        return weights.length;
    }

    /** {@return number of columns} */
    public int dimension() {
        return means[0].length;
    }
}
