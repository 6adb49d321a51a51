package org.modelcollapse.bench.peers;

import java.util.ArrayList;

import weka.clusterers.EM;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Weka. It knows diagonal covariances only and starts by its own k-means, whatever start is given. */
final class WekaPeer implements Peer {

    @Override
    public Data prepare(final double[][] rows) {
        final int d = rows[0].length;
        if (d > 1) {
            throw new UnsupportedOperationException("Weka's EM has diagonal covariances only");
        }
        final ArrayList<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("x"));
        final Instances data = new Instances("data", attributes, rows.length);
        for (final double[] row : rows) {
            data.add(new DenseInstance(1, row));
        }
        return (start, iterations, tolerance) -> {
            final EM em = new EM();
            em.setNumClusters(start.components());
            em.setNumKMeansRuns(1);
            em.setMaxIterations(iterations);
            // it would stop by rounding errors where all iterations are wanted
            em.setMinLogLikelihoodImprovementIterating(tolerance > 0 ? tolerance : -1e300);
            em.buildClusterer(data);
            final Mix mix = Mix.create(start.components(), 1);
            final double[][][] models = em.getClusterModelsNumericAtts();
            for (int k = 0; k < start.components(); k++) {
                mix.weights()[k] = em.getClusterPriors()[k];
                mix.means()[k][0] = models[k][0][0];
                mix.covariances()[k][0][0] = models[k][0][1] * models[k][0][1];
            }
            return new Answer(mix, -1);
        };
    }
}
