package org.modelcollapse.gmm;

import java.util.BitSet;

/** The M-step: new parameters from the sums of the E-step. */
final class Maximization {

    /** A component with less than this share of an average row is dead. */
    private static final double DEAD_COUNT = 1e-10;

    private final AllRows data;

    private final FitSettings settings;

    private final VarianceFloor floor;

    /** Of the prior, or null. */
    private final PseudoRows prior;

    private final BitSet dead = new BitSet();

    private final BitSet floored = new BitSet();

    Maximization(final AllRows data, final FitSettings settings) {
        this.data = data;
        this.settings = settings;
        floor = new VarianceFloor(data, settings);
        prior = settings.prior()
            .map(p -> PseudoRows.of(p, data, settings.covarianceType(), settings.components())).orElse(null);
    }

    /** What is added to the counts, in the rows' average weight. */
    private double offset() {
        return settings.countOffset() * averageWeight();
    }

    private double averageWeight() {
        return data.totalWeight() / data.size();
    }

    /** Which components had died at the last step. */
    BitSet dead() {
        return dead;
    }

    /** Which components had their variance held up at the last step. */
    BitSet floored() {
        return floored;
    }

    /** The logarithm of the prior's density, up to a constant; 0 without one. */
    double logPrior(final Parameters at) {
        return prior == null ? 0 : prior.logDensity(at);
    }

    /** The parameters that the sums, taken at the old parameters, lead to. */
    Parameters step(final Statistics sums, final Parameters old) {
        final int components = old.components();
        final double offset = offset();
        final double[] weights = new double[components];
        final double[][] means = new double[components][];
        final double[][][] scatters = new double[components][][];
        dead.clear();
        floored.clear();
        for (int k = 0; k < components; k++) {
            final double count = sums.count[k] + offset;
            weights[k] = count / data.totalWeight();
            dead.set(k, !(sums.count[k] > DEAD_COUNT * averageWeight()));
            if (dead.get(k)) {
                means[k] = old.means()[k];
            } else {
                means[k] = mean(sums, old, k, count, offset);
                scatters[k] = scatter(sums, k, old.means()[k], means[k]);
                if (prior != null) {
                    prior.addTo(scatters[k], sums.count[k], means[k]);
                    prior.draw(means[k], sums.count[k]);
                }
            }
        }
        return withCovariances(sums, old, weights, means, scatters);
    }

    private static double[] mean(final Statistics sums, final Parameters old, final int k, final double count,
        final double offset) {
        final double[] mean = old.means()[k].clone();
        for (int j = 0; j < mean.length; j++) {
            mean[j] += (sums.first[k][j] - offset * mean[j]) / count;
        }
        return mean;
    }

    /** The second moments about the new mean, both triangles. */
    private static double[][] scatter(final Statistics sums, final int k, final double[] oldMean,
        final double[] newMean) {
        final int d = newMean.length;
        final double[][] scatter = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            final double moveI = newMean[i] - oldMean[i];
            for (int j = 0; j <= i; j++) {
                final double moveJ = newMean[j] - oldMean[j];
                scatter[i][j] = sums.second[k][i][j] - moveI * sums.first[k][j] - moveJ * sums.first[k][i]
                    + moveI * moveJ * sums.count[k];
                scatter[j][i] = scatter[i][j];
            }
        }
        return scatter;
    }

    private Parameters withCovariances(final Statistics sums, final Parameters old, final double[] weights,
        final double[][] means, final double[][][] scatters) {
        final double[] counts = new double[weights.length];
        final double offset = offset();
        for (int k = 0; k < counts.length; k++) {
            counts[k] = sums.count[k] + offset + (prior == null ? 0 : prior.count());
        }
        final Scatters result = new Scatters(scatters, counts, settings.ridge(), old, dead, floored, floor);
        settings.covarianceType().step().fit(result);
        return new Parameters(settings.covarianceType(), weights, means, result.covariances, result.factors);
    }
}
