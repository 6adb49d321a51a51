package org.modelcollapse.gmm;

/**
 * The E-step as books have it, row by row with {@link StrictMath}: any dimension, any covariances, exact at any
 * distance. It serves where the quick kernels' bounds do not hold, and in tests as what they are compared with.
 */
final class TextbookKernel implements ChunkKernel {

    private final FitData data;

    private final double[] logScales;

    private final double[] joint;

    private final double[] x;

    TextbookKernel(final FitData data, final int components) {
        this.data = data;
        logScales = new double[components];
        joint = new double[components];
        x = new double[data.dimension()];
    }

    private void prepare(final Parameters parameters) {
        for (int k = 0; k < logScales.length; k++) {
            logScales[k] = parameters.logScale(k);
        }
    }

    @Override
    public void logDensities(final Parameters parameters, final int from, final int to, final double[] out) {
        prepare(parameters);
        for (int i = from; i < to; i++) {
            load(i);
            final double largest = fillJoint(parameters);
            out[i] = largest + StrictMath.log(sum(largest));
        }
    }

    @Override
    public void responsibilities(final Parameters parameters, final int from, final int to, final double[][] out) {
        prepare(parameters);
        for (int i = from; i < to; i++) {
            load(i);
            final double largest = fillJoint(parameters);
            final double sum = sum(largest);
            for (int k = 0; k < joint.length; k++) {
                out[k][i] = StrictMath.exp(joint[k] - largest) / sum;
            }
        }
    }

    @Override
    public Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        prepare(parameters);
        final Statistics sums = new Statistics(joint.length, x.length);
        for (int i = from; i < to; i++) {
            load(i);
            addRow(parameters, sums, data.weight(i));
        }
        return sums;
    }

    private void load(final int i) {
        for (int j = 0; j < x.length; j++) {
            x[j] = data.value(i, j);
        }
    }

    /** Fills the log joint densities and returns the largest. */
    private double fillJoint(final Parameters parameters) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < joint.length; k++) {
            final double square = parameters.factors()[k].squaredDistance(x, parameters.means()[k]);
            joint[k] = logScales[k] - 0.5 * square;
            largest = Math.max(largest, joint[k]);
        }
        return largest;
    }

    private double sum(final double largest) {
        double sum = 0;
        for (final double term : joint) {
            sum += StrictMath.exp(term - largest);
        }
        return sum;
    }

    private void addRow(final Parameters parameters, final Statistics sums, final double rowWeight) {
        final double largest = fillJoint(parameters);
        final double sum = sum(largest);
        final double logSum = StrictMath.log(sum);
        sums.logLikelihood += rowWeight * (largest + logSum);
        for (int k = 0; k < joint.length; k++) {
            final double aboveLargest = joint[k] - largest;
            final double share = rowWeight * (StrictMath.exp(aboveLargest) / sum);
            if (share > 0) {
                sums.entropy -= share * (aboveLargest - logSum);
                addShare(parameters.means()[k], sums, k, share);
            }
        }
    }

    private void addShare(final double[] mean, final Statistics sums, final int k, final double share) {
        sums.count[k] += share;
        for (int i = 0; i < x.length; i++) {
            final double weighted = share * (x[i] - mean[i]);
            sums.first[k][i] += weighted;
            for (int j = 0; j <= i; j++) {
                sums.second[k][i][j] += weighted * (x[j] - mean[j]);
            }
        }
    }
}
