package org.modelcollapse.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.modelcollapse.gmm.GaussianMixture;

/** Mixtures as the pages take them. */
final class Mixtures {

    private Mixtures() {
    }

    /** @return weights, means and covariance matrices: all there is */
    static Map<String, Object> full(final GaussianMixture mixture) {
        final Map<String, Object> json = marginal(mixture);
        json.put("covariances",
            Arrays.stream(mixture.covariances()).map(Arrays::asList).toList());
        return json;
    }

    /** @return weights, means and standard deviations: enough to draw the density of each variable by itself */
    static Map<String, Object> marginal(final GaussianMixture mixture) {
        final int d = mixture.dimension();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("weights", mixture.weights());
        json.put("means", Arrays.asList(mixture.means()));
        json.put("sds", IntStream.range(0, mixture.components()).mapToObj(k -> IntStream.range(0, d)
            .mapToDouble(j -> Math.sqrt(mixture.covariance(k, j, j))).toArray()).toList());
        return json;
    }
}
