package org.modelcollapse.gmm;

import java.util.Arrays;

/** The E-step in one dimension. */
final class LineKernel extends BlockKernel {

    private static final double SQRT_HALF = 0.70710678118654752440;

    /** The greatest square that leaves room for a difference. */
    private static final double GREATEST_SQUARE = 1e300;

    private final double[] x;

    private final double[][] count;

    private final double[][] first;

    private final double[][] second;

    private final double[] mean;

    /** 1 / (sd sqrt 2). */
    private final double[] g;

    /** log w_k - log sd - 1/2 log 2 pi. */
    private final double[] c;

    LineKernel(final FitData data, final int k) {
        super(data, k);
        final int block = block(data);
        x = new double[block];
        count = Zeros.of(k, block);
        first = Zeros.of(k, block);
        second = Zeros.of(k, block);
        mean = new double[k];
        g = new double[k];
        c = new double[k];
    }

    /** Whether the arithmetic holds: no square overflows. */
    static boolean suits(final FitData data, final Parameters parameters) {
        for (int k = 0; k < parameters.components(); k++) {
            final double center = parameters.means()[k][0];
            final double reach = Math.max(data.greatest(0) - center, center - data.least(0));
            final double t = reach / parameters.factors()[k].lower(0, 0);
            if (!(t * t < GREATEST_SQUARE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void prepare(final Parameters parameters) {
        for (int a = 0; a < activeCount; a++) {
            final int k = active[a];
            mean[a] = parameters.means()[k][0];
            g[a] = SQRT_HALF / parameters.factors()[k].lower(0, 0);
            c[a] = parameters.logScale(k);
            Arrays.fill(count[a], 0);
            Arrays.fill(first[a], 0);
            Arrays.fill(second[a], 0);
        }
    }

    @Override
    void load(final int from, final int n) {
        data.copy(0, from, n, x);
    }

    @Override
    void fillJoint(final int a, final double[] q, final int n) {
        Lanes.logJoint(x, q, n, mean[a], g[a], c[a]);
    }

    @Override
    void addMoments(final int a, final int n) {
        Lanes.addMoments(x, share[a], count[a], first[a], second[a], n, mean[a]);
    }

    @Override
    void addMoments(final int a, final double[] factor, final int n) {
        Lanes.addMoments(x, share[a], factor, count[a], first[a], second[a], n, mean[a]);
    }

    @Override
    void finish(final Statistics sums) {
        for (int a = 0; a < activeCount; a++) {
            final int k = active[a];
            sums.count[k] = Lanes.total(count[a]);
            sums.first[k][0] = Lanes.total(first[a]);
            sums.second[k][0][0] = Lanes.total(second[a]);
        }
    }
}
