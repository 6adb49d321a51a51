package org.modelcollapse.gmm;

import java.util.stream.IntStream;

/**
 * The E-step over rows of which some values are not known (Ghahramani and Jordan 1994; Little and Rubin, Statistical
 * Analysis with Missing Data, section 11.2): responsibilities and likelihood come from the columns that a row has, and to
 * the sums of a component go the expectations of the others and of their products, given those that it has. The M-step is
 * then that of complete rows, for every family.
 */
final class GapKernel implements ChunkKernel {

    /** What a component is to a pattern: its covariance with the known columns first, factored. */
    private record Part(Cholesky factor, double logScale) {
    }

    private final FitData data;

    private final Gaps gaps;

    /** For each pattern the known columns, then the unknown ones. */
    private final int[][] order;

    private final int[] known;

    private final Part[][] parts;

    private final double[] joint;

    /** For each component what is known less its mean, then what is expected of the others less theirs. */
    private final double[][] differences;

    private final double[] solved;

    private Parameters prepared;

    GapKernel(final FitData data, final int components) {
        this.data = data;
        gaps = data.gaps();
        final int d = data.dimension();
        order = new int[gaps.patterns().length][];
        known = new int[order.length];
        for (int p = 0; p < order.length; p++) {
            final boolean[] has = gaps.patterns()[p];
            order[p] = IntStream.concat(IntStream.range(0, d).filter(j -> has[j]), IntStream.range(0, d).filter(j -> !has[j]))
                .toArray();
            known[p] = (int)IntStream.range(0, d).filter(j -> has[j]).count();
        }
        parts = new Part[order.length][components];
        joint = new double[components];
        differences = Zeros.of(components, d);
        solved = new double[d];
    }

    private void prepare(final Parameters parameters) {
        if (parameters == prepared) {
            return;
        }
        prepared = parameters;
        for (int p = 0; p < order.length; p++) {
            for (int k = 0; k < joint.length; k++) {
                parts[p][k] = part(parameters, k, p);
            }
        }
    }

    private Part part(final Parameters parameters, final int k, final int p) {
        final int d = order[p].length;
        final double[][] turned = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                turned[i][j] = parameters.covariances()[k][order[p][i]][order[p][j]];
            }
        }
        Cholesky factor = Cholesky.ofOrNull(turned);
        if (factor == null) { // positive definite only in the order of the columns, by rounding
            factor = Cholesky.ofOrNull(Starts.positiveDefinite(turned));
        }
        double log = parameters.weights()[k] > 0 ? StrictMath.log(parameters.weights()[k]) : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < known[p]; i++) {
            log -= StrictMath.log(factor.lower(i, i)) + Parameters.HALF_LOG_TWO_PI;
        }
        return new Part(factor, log);
    }

    /** Fills the joint log densities and the differences of a row; returns the greatest of the former. */
    private double fill(final Parameters parameters, final int row) {
        final int p = gaps.ofRow()[row];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < joint.length; k++) {
            final Part part = parts[p][k];
            final double[] mean = parameters.means()[k];
            final double[] difference = differences[k];
            double square = 0;
            for (int i = 0; i < order[p].length; i++) {
                final boolean given = i < known[p];
                final double[] lower = part.factor().row(i);
                double rest = given ? data.value(row, order[p][i]) - mean[order[p][i]] : 0;
                difference[order[p][i]] = rest;
                for (int j = 0; j < Math.min(i, known[p]); j++) {
                    rest -= lower[j] * solved[j];
                }
                if (given) {
                    solved[i] = rest / lower[i];
                    square += solved[i] * solved[i];
                } else {
                    difference[order[p][i]] = -rest;
                }
            }
            // beyond the range of numbers
            joint[k] = part.logScale() - 0.5 * (square <= Double.MAX_VALUE ? square : Double.MAX_VALUE);
            largest = Math.max(largest, joint[k]);
        }
        return largest;
    }

    private double sum(final double largest) {
        double sum = 0;
        for (final double log : joint) {
            sum += StrictMath.exp(log - largest);
        }
        return sum;
    }

    @Override
    public Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        prepare(parameters);
        final Statistics sums = new Statistics(joint.length, data.dimension());
        final double[][] counts = Zeros.of(order.length, joint.length);
        for (int row = from; row < to; row++) {
            final double largest = fill(parameters, row);
            final double log = largest + StrictMath.log(sum(largest));
            final double weight = data.weight(row);
            sums.logLikelihood += weight * log;
            for (int k = 0; k < joint.length; k++) {
                final double share = StrictMath.exp(joint[k] - log);
                if (share > 0) {
                    sums.entropy -= weight * share * (joint[k] - log);
                    counts[gaps.ofRow()[row]][k] += weight * share;
                    add(sums, k, weight * share);
                }
            }
        }
        for (int p = 0; p < order.length; p++) {
            for (int k = 0; k < joint.length; k++) {
                if (counts[p][k] > 0) {
                    addSpread(sums.second[k], parts[p][k].factor(), p, counts[p][k]);
                }
            }
        }
        return sums;
    }

    private void add(final Statistics sums, final int k, final double share) {
        sums.count[k] += share;
        final double[] difference = differences[k];
        for (int i = 0; i < difference.length; i++) {
            final double along = share * difference[i];
            sums.first[k][i] += along;
            for (int j = 0; j <= i; j++) {
                sums.second[k][i][j] += along * difference[j];
            }
        }
    }

    /** The covariance of what is not known, given what is: the product of the last rows of the factor. */
    private void addSpread(final double[][] second, final Cholesky factor, final int p, final double count) {
        for (int i = known[p]; i < order[p].length; i++) {
            for (int j = known[p]; j <= i; j++) {
                double spread = 0;
                for (int m = known[p]; m <= j; m++) {
                    spread += factor.lower(i, m) * factor.lower(j, m);
                }
                second[Math.max(order[p][i], order[p][j])][Math.min(order[p][i], order[p][j])] += count * spread;
            }
        }
    }

    @Override
    public void logDensities(final Parameters parameters, final int from, final int to, final double[] out) {
        prepare(parameters);
        for (int row = from; row < to; row++) {
            final double largest = fill(parameters, row);
            out[row] = largest + StrictMath.log(sum(largest));
        }
    }

    @Override
    public void responsibilities(final Parameters parameters, final int from, final int to, final double[][] out) {
        prepare(parameters);
        for (int row = from; row < to; row++) {
            final double largest = fill(parameters, row);
            final double sum = sum(largest);
            for (int k = 0; k < joint.length; k++) {
                out[k][row] = StrictMath.exp(joint[k] - largest) / sum;
            }
        }
    }
}
