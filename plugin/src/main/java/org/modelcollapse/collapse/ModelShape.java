package org.modelcollapse.collapse;

import java.util.ArrayList;
import java.util.List;

/** What the models of one learner have in common: which numbers they have. */
record ModelShape(Kind kind, int dimension, int components) {

    enum Kind {
        /** Weights, means and covariances. */
        MIXTURE,
        /** Weights only. */
        BINS,
        /** Neither. */
        KERNELS
    }

    static ModelShape of(final Learner learner, final int dimension) {
        if (learner instanceof Learner.Mixture mixture) {
            return new ModelShape(Kind.MIXTURE, dimension, mixture.settings().components());
        }
        if (learner instanceof Learner.Gaussian) {
            return new ModelShape(Kind.MIXTURE, dimension, 1);
        }
        if (learner instanceof Learner.KernelDensity) {
            return new ModelShape(Kind.KERNELS, dimension, 0);
        }
        return new ModelShape(Kind.BINS, dimension, learner instanceof Learner.Histogram histogram ? histogram.bins()
            : ((Learner.Categorical)learner).categories());
    }

    boolean has(final Metric metric) {
        return switch (metric) {
            case TOTAL_VARIANCE, MEAN, LOWER_TAIL, UPPER_TAIL -> true;
            case COMPONENTS, WEIGHT_ENTROPY, WEIGHT_DIVERSITY, SURVIVING_COMPONENTS -> kind != Kind.KERNELS;
            default -> kind == Kind.MIXTURE;
        };
    }

    void require(final FittedModel fitted) {
        if (fitted.dimension() != dimension || fitted.weights().length != components) {
            throw new IllegalArgumentException("Metrics were announced for " + components + " component(s) in "
                + dimension + " dimension(s), but the model has " + fitted.weights().length + " in "
                + fitted.dimension());
        }
    }

    List<String> meanNames(final String label) {
        final List<String> names = new ArrayList<>();
        for (int j = 1; j <= dimension; j++) {
            names.add(dimension == 1 ? label : label + " (x" + j + ")");
        }
        return names;
    }

    /** @param k number of the component, from 1 */
    String spreadName(final int k) {
        return (dimension == 1 ? "Sd " : "Variance ") + k;
    }

    List<String> componentNames() {
        final List<String> names = new ArrayList<>();
        for (int k = 1; k <= components; k++) {
            names.add("Weight " + k);
            if (kind == Kind.MIXTURE) {
                names.addAll(meanNames("Mean " + k));
                names.add(spreadName(k));
            }
        }
        return names;
    }

    int putComponents(final FittedModel fitted, final double[] out, final int from) {
        final double[] weights = fitted.weights();
        int at = from;
        for (int k = 0; k < components; k++) {
            out[at++] = weights[k];
            if (kind == Kind.MIXTURE) {
                final var mixture = fitted.mixture().orElseThrow();
                double trace = 0;
                for (int j = 0; j < dimension; j++) {
                    out[at++] = mixture.mean(k, j);
                    trace += mixture.covariance(k, j, j);
                }
                out[at++] = dimension == 1 ? Math.sqrt(trace) : trace;
            }
        }
        return at;
    }
}
