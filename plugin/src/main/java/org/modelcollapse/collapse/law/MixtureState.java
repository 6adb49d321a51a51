package org.modelcollapse.collapse.law;

import java.util.Arrays;

import org.modelcollapse.collapse.math.Weights;
import org.modelcollapse.gmm.GaussianMixture;

/** Weights, means and variances of a one-dimensional mixture, as arrays that a path changes in place. */
final class MixtureState {

    final double[] weights;
    final double[] means;
    final double[] variances;

    private MixtureState(final double[] weights, final double[] means, final double[] variances) {
        this.weights = weights;
        this.means = means;
        this.variances = variances;
    }

    static MixtureState of(final GaussianMixture mixture) {
        final int k = mixture.components();
        final double[] means = new double[k];
        final double[] variances = new double[k];
        for (int c = 0; c < k; c++) {
            means[c] = mixture.mean(c);
            variances[c] = mixture.variance(c);
        }
        return new MixtureState(mixture.weights(), means, variances);
    }

    MixtureState copy() {
        return new MixtureState(weights.clone(), means.clone(), variances.clone());
    }

    int components() {
        return weights.length;
    }

    /** A parameter by its number: all weights, all means, all variances. */
    double parameter(final int i) {
        final int k = weights.length;
        return switch (i / k) {
            case 0 -> weights[i];
            case 1 -> means[i - k];
            default -> variances[i - 2 * k];
        };
    }

    double smallestWeight() {
        return Arrays.stream(weights).min().orElseThrow();
    }
}
