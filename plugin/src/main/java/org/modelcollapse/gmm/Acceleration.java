package org.modelcollapse.gmm;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Anderson acceleration of EM (Anderson 1965, doi:10.1145/321296.321305; with EM, Henderson and Varadhan 2019,
 * doi:10.1080/10618600.2019.1594835): from the last few iterations, the combination whose step would be smallest, in
 * coordinates where every point is a valid mixture: logarithms of weights and of the diagonals of the Cholesky factors.
 */
final class Acceleration {

    /** How many differences are kept. */
    private static final int MEMORY = 6;

    /** A direction of which so little is not spanned by newer ones is dropped. */
    private static final double DEPENDENT = 1e-6;

    private final CovarianceType type;

    /** Differences of points and of their EM steps, newest first. */
    private final Deque<double[]> pointChanges = new ArrayDeque<>();

    private final Deque<double[]> stepChanges = new ArrayDeque<>();

    /** Units of the columns, so that what is combined does not depend on those of the data. */
    private double[] unit;

    /** How far a proposal may lie from the end of the EM step, in lengths of that step. */
    private double reach = 100;

    private double lastReach;

    private double[] lastPoint;

    private double[] lastStep;

    Acceleration(final CovarianceType type) {
        this.type = type;
    }

    /** Takes notice that the last proposal was good: the next may go farther. */
    void accepted() {
        reach *= 2;
    }

    /** Takes notice that the last proposal was bad: what led to it is forgotten, and the next must not go as far. */
    void rejected() {
        forget();
        reach = Math.max(1, Math.min(reach, lastReach) / 4);
    }

    /** Begins anew. */
    void forget() {
        pointChanges.clear();
        stepChanges.clear();
        lastPoint = null;
    }

    /**
     * Takes notice of an EM step and proposes where to go instead.
     *
     * @param from the parameters before the step
     * @param to the parameters after it
     * @return a proposal, or null if there is none
     */
    Parameters propose(final Parameters from, final Parameters to) {
        for (final double weight : to.weights()) {
            if (!(weight > 0)) {
                forget();
                return null;
            }
        }
        if (unit == null) {
            unit = new double[to.dimension()];
            for (int j = 0; j < unit.length; j++) {
                unit[j] = Math.sqrt(to.covariances()[0][j][j]);
            }
        }
        final double[] point = coordinates(from);
        final double[] step = difference(coordinates(to), point);
        if (lastPoint != null) {
            pointChanges.addFirst(difference(point, lastPoint));
            stepChanges.addFirst(difference(step, lastStep));
            if (pointChanges.size() > MEMORY) {
                pointChanges.removeLast();
                stepChanges.removeLast();
            }
        }
        lastPoint = point;
        lastStep = step;
        return pointChanges.isEmpty() ? null : parameters(combined(point, step), to);
    }

    /**
     * Makes the step as small as the changes allow (least squares by modified Gram-Schmidt, newest change first) and
     * applies the same combination to the points.
     */
    private double[] combined(final double[] point, final double[] step) {
        final double[] rest = step.clone();
        final double[] target = point.clone();
        final double[][] basis = new double[MEMORY][];
        final double[][] moves = new double[MEMORY][];
        int size = 0;
        final Iterator<double[]> points = pointChanges.iterator();
        for (final double[] stepChange : stepChanges) {
            final double[] direction = stepChange.clone();
            final double[] move = points.next().clone();
            final double length = Math.sqrt(dot(direction, direction));
            for (int b = 0; b < size; b++) {
                final double share = dot(direction, basis[b]);
                addTo(direction, -share, basis[b]);
                addTo(move, -share, moves[b]);
            }
            final double left = Math.sqrt(dot(direction, direction));
            if (left > DEPENDENT * length) {
                scale(direction, 1 / left);
                scale(move, 1 / left);
                basis[size] = direction;
                moves[size] = move;
                size++;
                final double share = dot(rest, direction);
                addTo(rest, -share, direction);
                addTo(target, -share, move);
            }
        }
        addTo(target, 1, rest);
        return limited(target, point, step);
    }

    /**
     * Holds a proposal back to the reach. One that leads backwards comes from steps that grow, as EM's do when it
     * leaves a saddle, which is where the combination would return to: then the step itself is lengthened instead.
     */
    private double[] limited(final double[] target, final double[] point, final double[] step) {
        final double[] plain = point.clone();
        addTo(plain, 1, step);
        double[] beyond = difference(target, plain);
        final double length = dot(step, step);
        lastReach = Math.sqrt(dot(beyond, beyond) / length);
        double share = lastReach > reach ? reach / lastReach : 1;
        if (dot(beyond, step) < -0.5 * length) {
            beyond = step;
            share = Math.min(reach, lastReach);
        }
        lastReach = Math.min(reach, lastReach);
        addTo(plain, share, beyond);
        return plain;
    }

    private double[] coordinates(final Parameters p) {
        final int k = p.components();
        final int d = p.dimension();
        final int matrices = type.isShared() ? 1 : k;
        final double[] result = new double[k + k * d + matrices * d * (d + 1) / 2];
        int at = 0;
        for (int c = 0; c < k; c++) {
            result[at++] = StrictMath.log(p.weights()[c]);
            for (int j = 0; j < d; j++) {
                result[at++] = p.means()[c][j] / unit[j];
            }
        }
        for (int c = 0; c < matrices; c++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    final double entry = p.factors()[c].lower(i, j);
                    result[at++] = i == j ? StrictMath.log(entry / unit[i]) : entry / unit[i];
                }
            }
        }
        return result;
    }

    /** The parameters at the coordinates, if they are numbers that can be worked with. */
    private Parameters parameters(final double[] coordinates, final Parameters like) {
        final int k = like.components();
        final int d = like.dimension();
        final double[] weights = new double[k];
        final double[][] means = Zeros.of(k, d);
        final double[][][] covariances = new double[k][][];
        int at = 0;
        double sum = 0;
        for (int c = 0; c < k; c++) {
            weights[c] = StrictMath.exp(coordinates[at++]);
            sum += weights[c];
            for (int j = 0; j < d; j++) {
                means[c][j] = coordinates[at++] * unit[j];
            }
        }
        if (!(sum > 0.5 && sum < 2)) {
            return null;
        }
        for (int c = 0; c < k; c++) {
            weights[c] /= sum;
        }
        final int size = d * (d + 1) / 2;
        for (int c = 0; c < k; c++) {
            covariances[c] = type.isShared() && c > 0 ? covariances[0]
                : product(Arrays.copyOfRange(coordinates, at, at + size), d);
            at += size;
        }
        for (final double coordinate : coordinates) {
            if (!(Math.abs(coordinate) < Double.POSITIVE_INFINITY)) {
                return null;
            }
        }
        // what is combined is linear in these coordinates, but not every family
        return Parameters.ofOrNull(type, weights, means,
            type.isLinear() ? covariances : type.step().nearest(weights, covariances));
    }

    /** L L' from the triangle of L with logarithms on its diagonal. */
    private double[][] product(final double[] triangle, final int d) {
        final double[][] lower = Zeros.of(d, d);
        int at = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                lower[i][j] = unit[i] * (i == j ? StrictMath.exp(triangle[at]) : triangle[at]);
                at++;
            }
        }
        final double[][] product = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int m = 0; m <= Math.min(i, j); m++) {
                    product[i][j] += lower[i][m] * lower[j][m];
                }
            }
        }
        return product;
    }

    private static double[] difference(final double[] a, final double[] b) {
        final double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addTo(final double[] sum, final double factor, final double[] term) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * term[i];
        }
    }

    private static void scale(final double[] a, final double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }
}
