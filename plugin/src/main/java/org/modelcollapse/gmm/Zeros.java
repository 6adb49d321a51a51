package org.modelcollapse.gmm;

/**
 * Arrays of arrays for small fits, of which a study makes millions: {@code new double[a][b]} goes through the virtual
 * machine's own code and takes several times as long as arrays made one by one.
 */
final class Zeros {

    private Zeros() {
    }

    static double[][] of(final int a, final int b) {
        final double[][] zeros = new double[a][];
        for (int i = 0; i < a; i++) {
            zeros[i] = new double[b];
        }
        return zeros;
    }

    static double[][][] of(final int a, final int b, final int c) {
        final double[][][] zeros = new double[a][][];
        for (int i = 0; i < a; i++) {
            zeros[i] = of(b, c);
        }
        return zeros;
    }
}
