package org.modelcollapse.bench.peers;

import java.util.ArrayList;
import java.util.List;

import elki.clustering.em.EM;
import elki.clustering.em.models.EMClusterModel;
import elki.clustering.em.models.EMClusterModelFactory;
import elki.clustering.em.models.MultivariateGaussianModel;
import elki.data.Cluster;
import elki.data.NumberVector;
import elki.data.model.EMModel;
import elki.data.type.TypeUtil;
import elki.database.Database;
import elki.database.StaticArrayDatabase;
import elki.database.relation.Relation;
import elki.datasource.ArrayAdapterDatabaseConnection;

/** ELKI. It stops by itself after some iterations without progress, too. */
final class ElkiPeer implements Peer {

    @Override
    public Data prepare(final double[][] rows) {
        final Database database = new StaticArrayDatabase(new ArrayAdapterDatabaseConnection(rows));
        database.initialize();
        final Relation<NumberVector> relation = database.getRelation(TypeUtil.NUMBER_VECTOR_FIELD);
        return (start, iterations, tolerance) -> {
            final Given given = new Given(start);
            final List<Cluster<EMModel>> clusters = new EM<NumberVector, EMModel>(start.components(), tolerance, given,
                iterations + 1, 0, false).run(relation).getAllClusters();
            final Mix mix = Mix.create(start.components(), start.dimension());
            for (int k = 0; k < clusters.size(); k++) {
                mix.weights()[k] = given.models.get(k).getWeight();
                mix.means()[k] = clusters.get(k).getModel().getMean();
                mix.covariances()[k] = clusters.get(k).getModel().getCovarianceMatrix();
            }
            return new Answer(mix, -1);
        };
    }

    /** Begins with given parameters, and keeps the models, since only they know the weights. */
    private static final class Given implements EMClusterModelFactory<NumberVector, EMModel> {

        private final List<MultivariateGaussianModel> models = new ArrayList<>();

        Given(final Mix start) {
            for (int k = 0; k < start.components(); k++) {
                models.add(new MultivariateGaussianModel(start.weights()[k], start.means()[k].clone(),
                    start.covariances()[k]));
            }
        }

        @Override
        public List<? extends EMClusterModel<NumberVector, EMModel>> buildInitialModels(
            final Relation<? extends NumberVector> relation, final int k) {
            return models;
        }
    }
}
