package org.modelcollapse.collapse.model;

import java.util.Optional;

import org.modelcollapse.collapse.math.Moments;
import org.modelcollapse.collapse.math.Normal;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;

/** A Gaussian kernel of one bandwidth on every row of a training set. The columns are shared, nobody writes to them. */
record KernelModel(double[][] rows, double bandwidth) implements FittedModel {

    @Override
    public int dimension() {
        return rows.length;
    }

    @Override
    public double[] mean() {
        final double[] mean = new double[rows.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = Moments.mean(rows[j]);
        }
        return mean;
    }

    @Override
    public double totalVariance() {
        double trace = 0;
        for (final double[] column : rows) {
            trace += Moments.variance(column, Moments.mean(column)) + bandwidth * bandwidth;
        }
        return trace;
    }

    @Override
    public double[] weights() {
        return new double[0];
    }

    @Override
    public double below(final double x) {
        double sum = 0;
        for (final double centre : rows[0]) {
            sum += Normal.lower((x - centre) / bandwidth);
        }
        return sum / rows[0].length;
    }

    @Override
    public double above(final double x) {
        double sum = 0;
        for (final double centre : rows[0]) {
            sum += Normal.upper((x - centre) / bandwidth);
        }
        return sum / rows[0].length;
    }

    @Override
    public Optional<GaussianMixture> mixture() {
        return Optional.empty();
    }

    @Override
    public void fill(final double[][] columns, final int from, final int to, final RandomStream random) {
        final int size = rows[0].length;
        for (int i = from; i < to; i++) {
            final int row = random.nextInt(size);
            for (int j = 0; j < rows.length; j++) {
                columns[j][i] = Math.fma(bandwidth, random.nextGaussian(), rows[j][row]);
            }
        }
    }
}
