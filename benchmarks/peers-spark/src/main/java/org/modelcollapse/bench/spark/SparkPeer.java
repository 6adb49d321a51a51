package org.modelcollapse.bench.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.GaussianMixture;
import org.apache.spark.mllib.clustering.GaussianMixtureModel;
import org.apache.spark.mllib.linalg.DenseMatrix;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.stat.distribution.MultivariateGaussian;
import org.modelcollapse.bench.peers.Mix;
import org.modelcollapse.bench.peers.Peer;
import org.modelcollapse.bench.peers.PeerServer;

/** Spark MLlib on one local thread. Its tolerance is one of the sum over rows, not of the mean. */
public final class SparkPeer implements Peer {

    private final JavaSparkContext context;

    private JavaRDD<Vector> cached;

    private SparkPeer(final JavaSparkContext context) {
        this.context = context;
    }

    /**
     * Serves Spark.
     *
     * @param args not used
     * @throws IOException if standard input cannot be read
     */
    public static void main(final String[] args) throws IOException {
        final SparkConf conf = new SparkConf().setMaster("local[1]").setAppName("peer").set("spark.ui.enabled", "false")
            .set("spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1");
        PeerServer.serve(new SparkPeer(new JavaSparkContext(conf)));
    }

    @Override
    public Data prepare(final double[][] rows) {
        if (cached != null) {
            cached.unpersist();
        }
        final List<Vector> vectors = new ArrayList<>();
        for (final double[] row : rows) {
            vectors.add(Vectors.dense(row));
        }
        cached = context.parallelize(vectors, 1).cache();
        final JavaRDD<Vector> data = cached;
        return (start, iterations, tolerance) -> {
            final GaussianMixtureModel model = new GaussianMixture().setK(start.components())
                .setInitialModel(model(start)).setMaxIterations(iterations).setConvergenceTol(tolerance * rows.length)
                .run(data);
            final int k = start.components();
            final int d = start.dimension();
            final Mix mix = new Mix(model.weights(), new double[k][], new double[k][d][d]);
            for (int c = 0; c < k; c++) {
                mix.means()[c] = model.gaussians()[c].mu().toArray();
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        mix.covariances()[c][i][j] = model.gaussians()[c].sigma().apply(i, j);
                    }
                }
            }
            return new Answer(mix, -1);
        };
    }

    private static GaussianMixtureModel model(final Mix start) {
        final int d = start.dimension();
        final MultivariateGaussian[] parts = new MultivariateGaussian[start.components()];
        for (int k = 0; k < parts.length; k++) {
            final double[] values = new double[d * d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    values[j * d + i] = start.covariances()[k][i][j];
                }
            }
            parts[k] = new MultivariateGaussian(Vectors.dense(start.means()[k]), new DenseMatrix(d, d, values));
        }
        return new GaussianMixtureModel(start.weights().clone(), parts);
    }
}
