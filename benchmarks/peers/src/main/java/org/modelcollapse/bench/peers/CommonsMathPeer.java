package org.modelcollapse.bench.peers;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.distribution.MixtureMultivariateNormalDistribution;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.apache.commons.math3.distribution.fitting.MultivariateNormalMixtureExpectationMaximization;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.util.Pair;

/** Apache Commons Math 3. It refuses a single column, makes one iteration more than asked, and then throws. */
final class CommonsMathPeer implements Peer {

    @Override
    public Data prepare(final double[][] rows) {
        final MultivariateNormalMixtureExpectationMaximization em =
            new MultivariateNormalMixtureExpectationMaximization(rows);
        return (start, iterations, tolerance) -> {
            try {
                em.fit(distribution(start), iterations - 1, Math.max(tolerance, Double.MIN_VALUE));
            } catch (ConvergenceException atLimit) {
                // the model is there all the same
            }
            final List<Pair<Double, MultivariateNormalDistribution>> parts = em.getFittedModel().getComponents();
            final Mix mix = Mix.create(start.components(), start.dimension());
            for (int k = 0; k < parts.size(); k++) {
                mix.weights()[k] = parts.get(k).getFirst();
                mix.means()[k] = parts.get(k).getSecond().getMeans();
                mix.covariances()[k] = parts.get(k).getSecond().getCovariances().getData();
            }
            return new Answer(mix, -1);
        };
    }

    private static MixtureMultivariateNormalDistribution distribution(final Mix start) {
        final List<Pair<Double, MultivariateNormalDistribution>> parts = new ArrayList<>();
        for (int k = 0; k < start.components(); k++) {
            parts.add(new Pair<>(start.weights()[k],
                new MultivariateNormalDistribution(start.means()[k], start.covariances()[k])));
        }
        return new MixtureMultivariateNormalDistribution(parts);
    }
}
