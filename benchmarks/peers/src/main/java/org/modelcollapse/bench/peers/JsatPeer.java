package org.modelcollapse.bench.peers;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import jsat.SimpleDataSet;
import jsat.classifiers.CategoricalData;
import jsat.classifiers.DataPoint;
import jsat.clustering.EMGaussianMixture;
import jsat.linear.DenseMatrix;
import jsat.linear.DenseVector;
import jsat.linear.Matrix;
import jsat.linear.Vec;

/**
 * JSAT. It has a setting for the number of iterations but does not look at it, so the list of means counts the
 * M-steps and stops it by an exception; weights and tolerance can be reached by reflection only.
 */
final class JsatPeer implements Peer {

    @Override
    public Data prepare(final double[][] rows) {
        final List<DataPoint> points = new ArrayList<>();
        for (final double[] row : rows) {
            points.add(new DataPoint(new DenseVector(row), new int[0], new CategoricalData[0]));
        }
        final SimpleDataSet data = new SimpleDataSet(points);
        return (start, iterations, tolerance) -> new Run(start, tolerance).fit(data, iterations);
    }

    private static Field field(final String name) throws ReflectiveOperationException {
        final Field field = EMGaussianMixture.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** The M-step asks for an iterator of the means once, at its begin. */
    private static final class Means extends ArrayList<Vec> {

        private static final long serialVersionUID = 1;

        private int steps;

        private int most;

        @Override
        public Iterator<Vec> iterator() {
            if (steps == most) {
                throw new Enough();
            }
            steps++;
            return super.iterator();
        }
    }

    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private static final class Run extends EMGaussianMixture {

        private static final long serialVersionUID = 1;

        private final Means means = new Means();

        private final List<Matrix> covariances = new ArrayList<>();

        Run(final Mix start, final double tolerance) throws ReflectiveOperationException {
            for (int k = 0; k < start.components(); k++) {
                means.add(new DenseVector(start.means()[k].clone()));
                covariances.add(new DenseMatrix(start.covariances()[k]));
            }
            field("a_k").set(this, start.weights().clone());
            field("tolerance").set(this, tolerance);
        }

        Answer fit(final SimpleDataSet data, final int iterations) throws ReflectiveOperationException {
            means.most = iterations;
            final int k = means.size();
            try {
                clusterCompute(k, data, new int[data.getSampleSize()], means, covariances, null);
            } catch (Enough enough) {
                // the lists hold the parameters after the last M-step
            }
            final int d = means.get(0).length();
            final Mix mix = new Mix(((double[])field("a_k").get(this)).clone(), new double[k][], new double[k][d][d]);
            for (int c = 0; c < k; c++) {
                mix.means()[c] = means.get(c).arrayCopy();
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        mix.covariances()[c][i][j] = covariances.get(c).get(i, j);
                    }
                }
            }
            return new Answer(mix, means.steps);
        }
    }
}
