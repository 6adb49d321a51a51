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

    @Override
    public Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        for (int k = 0; k < logScales.length; k++) {
            logScales[k] = parameters.logScale(k);
        }
        final Statistics sums = new Statistics(joint.length, x.length);
        for (int i = from; i < to; i++) {
            for (int j = 0; j < x.length; j++) {
                x[j] = data.value(i, j);
            }
            addRow(parameters, sums, data.weight(i));
        }
        return sums;
    }

    private void addRow(final Parameters parameters, final Statistics sums, final double rowWeight) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < joint.length; k++) {
            joint[k] = logScales[k] - 0.5 * parameters.factors()[k].squaredDistance(x, parameters.means()[k]);
            largest = Math.max(largest, joint[k]);
        }
        double sum = 0;
        for (final double term : joint) {
            sum += StrictMath.exp(term - largest);
        }
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
