package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * The E-step in several dimensions with one covariance for all components. Rows and means are multiplied by L^-1 once,
 * so that a component costs d operations a row rather than d^2; and the scatter about the means follows from the sums of
 * products of the rows, which never change. Both subtract what may be large from what may be large: {@link #suits} says
 * where no more than five of sixteen digits can get lost.
 */
final class TiedKernel extends BlockKernel {

    /** The largest squared distance of a row from the centre, in units of the covariance: 300 standard deviations. */
    private static final double GREATEST_SQUARE = 1e5;

    /** With fewer columns there is little to save. */
    private static final int FEWEST_COLUMNS = 5;

    private static final double SQRT_HALF = 0.70710678118654752440;

    private final int d;

    /** L^-1 x, times sqrt(1/2). */
    private final double[][] z;

    /** For each active component L^-1 mean, times sqrt(1/2). */
    private final double[][] mean;

    /** For each active component and column, the sum of share times z - mean, in lanes of four rows of a block. */
    private final double[][][] first;

    private final double[] count;

    private final double[] logScale;

    private Parameters parameters;

    private int from;

    private int to;

    TiedKernel(final FitData data, final int k) {
        super(data, k);
        d = data.dimension();
        final int block = block(data);
        z = Zeros.of(d, block);
        mean = Zeros.of(k, d);
        first = Zeros.of(k, d, block / 4);
        count = new double[k];
        logScale = new double[k];
    }

    /** Whether it pays, and the differences keep their digits. */
    static boolean suits(final FitData data, final Parameters parameters) {
        final int d = data.dimension();
        return d >= FEWEST_COLUMNS && reach(data, parameters, d) < GREATEST_SQUARE;
    }

    private static double reach(final FitData data, final Parameters parameters, final int d) {
        final Cholesky factor = parameters.factors()[0];
        final double[] bound = new double[d];
        double square = 0;
        for (int i = 0; i < d; i++) {
            bound[i] = Math.max(data.greatest(i), -data.least(i));
            for (final double[] mean : parameters.means()) {
                bound[i] = Math.max(bound[i], Math.abs(mean[i]));
            }
            for (int j = 0; j < i; j++) {
                bound[i] += Math.abs(factor.lower(i, j)) * bound[j];
            }
            bound[i] /= factor.lower(i, i);
            square += bound[i] * bound[i];
        }
        return square;
    }

    @Override
    void prepare(final Parameters at) {
        parameters = at;
        from = Integer.MAX_VALUE;
        to = 0;
        for (int a = 0; a < activeCount; a++) {
            logScale[a] = at.logScale(active[a]);
            count[a] = 0;
            mean[a] = at.factors()[0].solve(at.means()[active[a]]);
            for (int j = 0; j < d; j++) {
                mean[a][j] *= SQRT_HALF;
                Arrays.fill(first[a][j], 0);
            }
        }
    }

    @Override
    void load(final int start, final int n) {
        from = Math.min(from, start);
        to = start + n;
        final Cholesky factor = parameters.factors()[0];
        for (int i = 0; i < d; i++) {
            final double[] row = factor.row(i);
            data.copy(i, start, n, z[i]);
            int j = 0;
            Lanes.scale(SQRT_HALF, z[i], n);
            for (; j + 3 < i; j += 4) {
                Lanes.subtractFour(row[j], z[j], row[j + 1], z[j + 1], row[j + 2], z[j + 2], row[j + 3], z[j + 3], z[i],
                    n);
            }
            for (; j < i; j++) {
                Lanes.subtractOne(row[j], z[j], z[i], n);
            }
            Lanes.scale(1 / row[i], z[i], n);
            Lanes.clear(z[i], n);
        }
    }

    @Override
    void fillJoint(final int a, final double[] q, final int n) {
        Arrays.fill(q, 0, n, logScale[a]);
        int j = 0;
        for (; j + 1 < d; j += 2) {
            Lanes.subtractSquares(z[j], mean[a][j], 1, z[j + 1], mean[a][j + 1], 1, q, n);
        }
        if (j < d) {
            Lanes.subtractSquare(z[j], mean[a][j], 1, q, n);
        }
    }

    @Override
    void addMoments(final int a, final int n) {
        Lanes.clear(share[a], n);
        count[a] += Lanes.sum(share[a], n);
        for (int j = 0; j < d; j++) {
            Lanes.addQuarters(z[j], share[a], mean[a][j], first[a][j], (n + 3) / 4);
        }
    }

    @Override
    void addMoments(final int a, final double[] factor, final int n) {
        Lanes.multiply(share[a], factor, n);
        addMoments(a, n);
    }

    /** The scatter of all components together is filed under the one with the most rows; nobody asks for it apart. */
    @Override
    void finish(final Statistics sums) {
        final double[][] pooled = Zeros.of(d, d);
        final double[][] products = data.products(from, to);
        for (int i = 0; i < d; i++) {
            System.arraycopy(products[i], 0, pooled[i], 0, i + 1);
        }
        int most = 0;
        for (int a = 0; a < activeCount; a++) {
            most = count[a] > count[most] ? a : most;
            final int k = active[a];
            sums.count[k] = count[a];
            final double[] move = sums.first[k];
            final double[] whitened = new double[d];
            for (int j = 0; j < d; j++) {
                whitened[j] = Lanes.sum(first[a][j], first[a][j].length) / SQRT_HALF;
            }
            multiply(parameters.factors()[0], whitened, move);
            final double[] at = parameters.means()[k];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    pooled[i][j] -= at[i] * move[j] + at[j] * move[i] + count[a] * at[i] * at[j];
                }
            }
        }
        sums.second[active[most]] = pooled;
    }

    /** L x. */
    private static void multiply(final Cholesky factor, final double[] x, final double[] out) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                out[i] += factor.lower(i, j) * x[j];
            }
        }
    }
}
