package org.modelcollapse.gmm;

/** The E-step in several dimensions, for any covariances; see {@link DiagonalKernel} and {@link TiedKernel} for easier ones. */
final class SpaceKernel extends BlockKernel {

    private static final double GREATEST_SQUARE = 1e300;

    private final int d;

    private final double[][] x;

    /** x - mean of one component. */
    private final double[][] difference;

    /** L^-1 (x - mean) of one component, and later the shares times the differences. */
    private final double[][] scaled;

    private final double[] logScale;

    private Parameters parameters;

    private Statistics collected;

    SpaceKernel(final FitData data, final int k) {
        super(data, k);
        d = data.dimension();
        x = Zeros.of(d, block(data));
        difference = Zeros.of(d, block(data));
        scaled = Zeros.of(d, block(data));
        logScale = new double[k];
    }

    /** Whether the arithmetic holds: no square overflows. */
    static boolean suits(final FitData data, final Parameters parameters) {
        for (int k = 0; k < parameters.components(); k++) {
            final Cholesky factor = parameters.factors()[k];
            // bounds the solution of L y = x - mean row by row
            final double[] bound = new double[data.dimension()];
            double square = 0;
            for (int i = 0; i < bound.length; i++) {
                final double center = parameters.means()[k][i];
                bound[i] = Math.max(data.greatest(i) - center, center - data.least(i));
                for (int j = 0; j < i; j++) {
                    bound[i] += Math.abs(factor.lower(i, j)) * bound[j];
                }
                bound[i] /= factor.lower(i, i);
                square += bound[i] * bound[i];
            }
            if (!(square < GREATEST_SQUARE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void prepare(final Parameters at) {
        parameters = at;
        collected = new Statistics(at.components(), d);
        for (int a = 0; a < activeCount; a++) {
            logScale[a] = at.logScale(active[a]);
        }
    }

    @Override
    void load(final int from, final int n) {
        for (int j = 0; j < d; j++) {
            data.copy(j, from, n, x[j]);
        }
    }

    @Override
    void fillJoint(final int a, final double[] q, final int n) {
        final Cholesky factor = parameters.factors()[active[a]];
        final double[] mean = parameters.means()[active[a]];
        java.util.Arrays.fill(q, 0, n, logScale[a]);
        for (int i = 0; i < d; i++) {
            final double[] row = factor.row(i);
            final double[] y = scaled[i];
            Lanes.subtract(x[i], mean[i], y, n);
            int j = 0;
            for (; j + 3 < i; j += 4) {
                Lanes.subtractFour(row[j], scaled[j], row[j + 1], scaled[j + 1], row[j + 2], scaled[j + 2], row[j + 3],
                    scaled[j + 3], y, n);
            }
            for (; j < i; j++) {
                Lanes.subtractOne(row[j], scaled[j], y, n);
            }
            Lanes.divideAndSubtractHalfSquare(1 / row[i], y, q, n);
        }
    }

    @Override
    void addMoments(final int a, final int n) {
        final int k = active[a];
        final double[] mean = parameters.means()[k];
        collected.count[k] += Lanes.sum(share[a], n);
        for (int i = 0; i < d; i++) {
            Lanes.subtract(x[i], mean[i], difference[i], n);
            Lanes.product(share[a], difference[i], scaled[i], n);
            collected.first[k][i] += Lanes.sum(scaled[i], n);
        }
        Lanes.addProducts(scaled, difference, collected.second[k], n);
    }

    @Override
    void addMoments(final int a, final double[] factor, final int n) {
        Lanes.multiply(share[a], factor, n);
        addMoments(a, n);
    }

    @Override
    void finish(final Statistics sums) {
        sums.addMoments(collected);
    }
}
