package org.modelcollapse.collapse.model;

import java.util.ArrayList;
import java.util.List;

import org.modelcollapse.gmm.GaussianMixture;

/**
 * What the models of one learner have in common: which numbers they have.
 *
 * @param mixture whether they are Gaussian mixtures, with weights, means and covariances
 * @param dimension number of columns of a point
 * @param components number of their weights, those of components, bins or categories; 0 if they have none
 */
public record ModelShape(boolean mixture, int dimension, int components) {

    /** The shape of Gaussian mixtures. */
    public static ModelShape ofMixture(final int dimension, final int components) {
        return new ModelShape(true, dimension, components);
    }

    /** The shape of models with weights only. */
    static ModelShape ofBins(final int dimension, final int bins) {
        return new ModelShape(false, dimension, bins);
    }

    /** The shape of models without weights. */
    static ModelShape ofKernels(final int dimension) {
        return new ModelShape(false, dimension, 0);
    }

    /** @return whether the models have weights */
    public boolean weighted() {
        return components > 0;
    }

    /** @throws IllegalArgumentException if a model is of another shape */
    public void require(final FittedModel fitted) {
        if (fitted.dimension() != dimension || fitted.weights().length != components) {
            throw new IllegalArgumentException("Metrics were announced for " + components + " component(s) in "
                + dimension + " dimension(s), but the model has " + fitted.weights().length + " in "
                + fitted.dimension());
        }
    }

    /** @return a name for the mean in each column */
    public List<String> meanNames(final String label) {
        final List<String> names = new ArrayList<>();
        for (int j = 1; j <= dimension; j++) {
            names.add(dimension == 1 ? label : label + " (x" + j + ")");
        }
        return names;
    }

    /** @param k number of the component, from 1 */
    public String spreadName(final int k) {
        return (dimension == 1 ? "Sd " : "Variance ") + k;
    }

    /** @return a name for each number that {@link #putComponents} writes */
    public List<String> componentNames() {
        final List<String> names = new ArrayList<>();
        for (int k = 1; k <= components; k++) {
            names.add("Weight " + k);
            if (mixture) {
                names.addAll(meanNames("Mean " + k));
                names.add(spreadName(k));
            }
        }
        return names;
    }

    /**
     * Writes the numbers of the components from a place on.
     *
     * @return the place after the last one
     */
    public int putComponents(final FittedModel fitted, final double[] out, final int from) {
        final double[] weights = fitted.weights();
        int at = from;
        for (int k = 0; k < components; k++) {
            out[at++] = weights[k];
            if (mixture) {
                final GaussianMixture gaussians = fitted.mixture().orElseThrow();
                double trace = 0;
                for (int j = 0; j < dimension; j++) {
                    out[at++] = gaussians.mean(k, j);
                    trace += gaussians.covariance(k, j, j);
                }
                out[at++] = dimension == 1 ? Math.sqrt(trace) : trace;
            }
        }
        return at;
    }
}
