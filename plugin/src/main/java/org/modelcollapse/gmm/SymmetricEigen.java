package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, which need nothing but square roots and
 * give also small eigenvalues of badly scaled positive matrices to many digits.
 *
 * @param values the greatest first
 * @param vectors the eigenvectors, a column each, in the order of the values
 */
record SymmetricEigen(double[] values, double[][] vectors) {

    private static final int MOST_SWEEPS = 60;

    /** An entry is nothing to rotate away if it is so small a part of the geometric mean of its diagonal entries. */
    private static final double NEGLIGIBLE = 1e-16;

    static SymmetricEigen of(final double[][] symmetric) {
        final int d = symmetric.length;
        final double[][] a = new double[d][];
        Arrays.setAll(a, i -> symmetric[i].clone());
        final double[][] v = Rotation.identity(d);
        boolean rotated = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && rotated; sweep++) {
            rotated = false;
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    if (Math.abs(a[p][q]) > NEGLIGIBLE * Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]))) {
                        final Rotation rotation = Rotation.diagonalising(a[p][p], a[q][q], a[p][q]);
                        rotation.turn(a, p, q);
                        a[p][q] = 0;
                        a[q][p] = 0;
                        rotation.turnColumns(v, p, q);
                        rotated = true;
                    }
                }
            }
        }
        final int[] order = IntStream.range(0, d).boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> a[j][j]).reversed()).mapToInt(Integer::intValue).toArray();
        final double[] values = new double[d];
        final double[][] vectors = Zeros.of(d, d);
        for (int j = 0; j < d; j++) {
            values[j] = a[order[j]][order[j]];
            for (int i = 0; i < d; i++) {
                vectors[i][j] = v[i][order[j]];
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    /** V diag(values) V', exactly symmetric. */
    static double[][] composed(final double[][] vectors, final double[] values) {
        final int d = values.length;
        final double[][] result = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int m = 0; m < d; m++) {
                    sum += vectors[i][m] * values[m] * vectors[j][m];
                }
                result[i][j] = sum;
                result[j][i] = sum;
            }
        }
        return result;
    }
}
