package org.modelcollapse.gmm;

import java.util.Arrays;

/** The E-step in several dimensions where no column depends on another within a component: columns are gone through one by one. */
final class DiagonalKernel extends BlockKernel {

    private static final double SQRT_HALF = 0.70710678118654752440;

    private final int d;

    private final double[][] x;

    /** Moments about the mean in lanes, each of four rows of a block. */
    private final double[][][] first;

    private final double[][][] second;

    private final double[] count;

    private final double[] logScale;

    /** For each active component and column, sqrt(1/2) over the standard deviation. */
    private final double[][] g;

    private Parameters parameters;

    DiagonalKernel(final FitData data, final int k) {
        super(data, k);
        d = data.dimension();
        final int block = block(data);
        x = Zeros.of(d, block);
        first = Zeros.of(k, d, block / 4);
        second = Zeros.of(k, d, block / 4);
        count = new double[k];
        logScale = new double[k];
        g = Zeros.of(k, d);
    }

    @Override
    void prepare(final Parameters at) {
        parameters = at;
        for (int a = 0; a < activeCount; a++) {
            logScale[a] = at.logScale(active[a]);
            count[a] = 0;
            for (int j = 0; j < d; j++) {
                g[a][j] = SQRT_HALF / at.factors()[active[a]].lower(j, j);
                Arrays.fill(first[a][j], 0);
                Arrays.fill(second[a][j], 0);
            }
        }
    }

    @Override
    void load(final int from, final int n) {
        for (int j = 0; j < d; j++) {
            data.copy(j, from, n, x[j]);
            Lanes.clear(x[j], n);
        }
    }

    @Override
    void fillJoint(final int a, final double[] q, final int n) {
        final double[] mean = parameters.means()[active[a]];
        final double[] scale = g[a];
        Arrays.fill(q, 0, n, logScale[a]);
        int j = 0;
        for (; j + 1 < d; j += 2) {
            Lanes.subtractSquares(x[j], mean[j], scale[j], x[j + 1], mean[j + 1], scale[j + 1], q, n);
        }
        if (j < d) {
            Lanes.subtractSquare(x[j], mean[j], scale[j], q, n);
        }
    }

    @Override
    void addMoments(final int a, final int n) {
        final double[] mean = parameters.means()[active[a]];
        Lanes.clear(share[a], n);
        count[a] += Lanes.sum(share[a], n);
        for (int j = 0; j < d; j++) {
            Lanes.addQuarters(x[j], share[a], mean[j], first[a][j], second[a][j], (n + 3) / 4);
        }
    }

    @Override
    void addMoments(final int a, final double[] factor, final int n) {
        Lanes.multiply(share[a], factor, n);
        addMoments(a, n);
    }

    @Override
    void finish(final Statistics sums) {
        for (int a = 0; a < activeCount; a++) {
            final int k = active[a];
            sums.count[k] = count[a];
            for (int j = 0; j < d; j++) {
                sums.first[k][j] = Lanes.sum(first[a][j], first[a][j].length);
                sums.second[k][j][j] = Lanes.sum(second[a][j], second[a][j].length);
            }
        }
    }
}
