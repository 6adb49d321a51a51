package org.modelcollapse.collapse.experiment;

import java.util.List;
import java.util.Optional;

import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.ModelShape;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * How wide the components are when a run ends, beside those that the original has in the same places. Immutable.
 *
 * <p>Components of fitted model and original are in the order of their means. Where they have drifted through each
 * other, the comparison is with the component whose place one has taken.
 */
public final class ComponentSpread {

    private final double[] original;
    private final int[] places;
    private final boolean deviations;

    private ComponentSpread(final double[] original, final int[] places, final boolean deviations) {
        this.original = original;
        this.places = places;
        this.deviations = deviations;
    }

    /**
     * @param scenario the settings
     * @return the comparison; empty where there is none: the original is rows, the models have no components or another
     *         number of them, or the components are not measured
     */
    public static Optional<ComponentSpread> of(final Scenario scenario) {
        final ModelShape shape = scenario.shape();
        final Optional<GaussianMixture> given = scenario.original().mixture()
            .filter(mixture -> shape.mixture() && mixture.components() == shape.components());
        if (given.isEmpty() || !scenario.metrics().contains(Metric.COMPONENTS)) {
            return Optional.empty();
        }
        final GaussianMixture sorted = given.get().sortedByMean();
        final List<String> names = scenario.measured().names();
        final double[] original = new double[shape.components()];
        final int[] places = new int[original.length];
        for (int k = 0; k < original.length; k++) {
            for (int j = 0; j < sorted.dimension(); j++) {
                original[k] += sorted.covariance(k, j, j);
            }
            places[k] = names.indexOf(shape.spreadName(k + 1));
        }
        return Optional.of(new ComponentSpread(original, places, shape.dimension() == 1));
    }

    /**
     * @param run a run of the scenario
     * @return for each component of its last fit the variance (in several dimensions the trace of the covariance) as a
     *         share of that of the original's component
     */
    public double[] varianceShares(final RunResult run) {
        final double[] shares = new double[original.length];
        for (int k = 0; k < shares.length; k++) {
            final double measured = run.last()[places[k]];
            shares[k] = Math.min((deviations ? measured * measured : measured) / original[k], Double.MAX_VALUE);
        }
        return shares;
    }

    /**
     * @param run a run of the scenario
     * @return how many components of its last fit are wider than those of the original
     */
    public int wider(final RunResult run) {
        int wider = 0;
        for (final double share : varianceShares(run)) {
            wider += share > 1 ? 1 : 0;
        }
        return wider;
    }
}
