package org.modelcollapse.collapse.curation;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.collapse.model.MixtureModel;
import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.RandomStream;

/** Points of a mixture at a temperature, of its central part only. */
final class CuratedMixture implements PointSource {

    /** Below this share too few points are inside for drawing again to be the quicker way. */
    private static final double FEW = 0.1;

    private final MixtureModel model;
    private final MixtureTails tails;
    private final double fraction;
    private final double low;
    private final double high;

    private CuratedMixture(final MixtureModel model, final double fraction) {
        this.model = model;
        this.fraction = fraction;
        tails = MixtureTails.of(model.gaussians());
        low = tails.lowerQuantile((1 - fraction) / 2);
        high = tails.upperQuantile((1 - fraction) / 2);
    }

    static PointSource of(final GaussianMixture mixture, final Sampling sampling) {
        final MixtureModel tempered = new MixtureModel(tempered(mixture, sampling.temperature()));
        if (sampling.centralFraction() == 1) {
            return tempered;
        }
        if (mixture.dimension() != 1) {
            throw new IllegalArgumentException("The central fraction is defined in one dimension, but the model has "
                + mixture.dimension() + "; keep all points (central fraction 1)");
        }
        return new CuratedMixture(tempered, sampling.centralFraction());
    }

    static GaussianMixture tempered(final GaussianMixture mixture, final double temperature) {
        if (temperature == 1) {
            return mixture;
        }
        final double[] weights = mixture.weights();
        if (mixture.dimension() == 1) {
            final double[] means = new double[weights.length];
            final double[] sds = new double[weights.length];
            for (int k = 0; k < weights.length; k++) {
                means[k] = mixture.mean(k);
                sds[k] = mixture.sd(k) * Math.sqrt(temperature);
            }
            return GaussianMixture.of(weights, means, sds);
        }
        final double[][][] covariances = mixture.covariances();
        for (final double[][] covariance : covariances) {
            for (final double[] row : covariance) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= temperature;
                }
            }
        }
        final CovarianceType type = mixture.covarianceType();
        return GaussianMixture.of(type, weights, mixture.means(), covariances);
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public void fill(final double[][] columns, final int from, final int to, final RandomStream random) {
        if (fraction < FEW) {
            final double tail = (1 - fraction) / 2;
            for (int i = from; i < to; i++) {
                columns[0][i] = tails.lowerQuantile(tail + fraction * random.nextDouble());
            }
        } else {
            reject(columns, from, to, random);
        }
    }

    /**
     * Draws as many as are wanted, keeps those inside, and again for the rest. A round never yields too many, so that
     * nothing is cut off and it does not matter that a round comes component by component.
     */
    private void reject(final double[][] columns, final int from, final int to, final RandomStream random) {
        final double[] out = columns[0];
        int next = from;
        while (next < to) {
            model.fill(columns, next, to, random);
            int kept = next;
            for (int i = next; i < to; i++) {
                final double x = out[i];
                if (x >= low && x <= high) {
                    out[kept++] = x;
                }
            }
            next = kept;
        }
    }
}
