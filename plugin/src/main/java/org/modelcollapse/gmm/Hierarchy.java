package org.modelcollapse.gmm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Model-based hierarchical clustering (Fraley 1998, doi:10.1137/S1064827596311451), as R's mclust starts EM with: from every
 * distinct row by itself, the two clusters are merged whose merger costs the classification likelihood least, until one is
 * left. In several columns clusters have covariances of their own (VVV), and the columns are scaled by their singular value
 * decomposition first; in one column they have one variance (E) or each its own (V).
 */
final class Hierarchy {

    /** The cost of a cluster: what its likelihood charges, up to a constant. */
    private interface Cost {
        double of(double count, double trace, double[][] scatter);
    }

    private final FitData rows;

    private final Cost cost;

    /** The group that each row belongs to at first, numbered in the order of their first rows. */
    private final int[] first;

    /** The groups merged, two numbers a merger; the lower one stands for both afterwards. */
    private final int[][] mergers;

    private final double[] count;

    private final double[][] mean;

    private final double[][][] scatter;

    private final double[] trace;

    private final double[] term;

    private final int[] number;

    private Hierarchy(final FitData rows, final FitData scaled, final Cost cost, final int[] first, final int groups,
        final Monitor monitor) {
        this.rows = rows;
        this.cost = cost;
        this.first = first;
        final int d = scaled.dimension();
        mergers = new int[groups - 1][];
        count = new double[groups];
        mean = Zeros.of(groups, d);
        scatter = new double[groups][][];
        trace = new double[groups];
        term = new double[groups];
        number = IntStream.range(0, groups).toArray();
        for (int i = 0; i < first.length; i++) {
            count[first[i]] += scaled.weight(i);
            for (int j = 0; j < d; j++) {
                mean[first[i]][j] = scaled.value(i, j);
            }
        }
        final double[][] none = Zeros.of(d, d);
        for (int g = 0; g < groups; g++) {
            scatter[g] = none;
            term[g] = cost.of(count[g], 0, none);
        }
        mergeAll(monitor);
    }

    /**
     * Clusters rows.
     *
     * @param rows at most a few thousand, since time and memory grow with the square of their number
     * @param oneVariance in one column, whether all clusters have the same variance
     * @param monitor asked whether to go on
     */
    static Hierarchy of(final FitData rows, final boolean oneVariance, final Monitor monitor) {
        final Map<List<Double>, Integer> groups = new LinkedHashMap<>();
        final int[] first = new int[rows.size()];
        for (int i = 0; i < first.length; i++) {
            final int row = i;
            // adding zero makes -0 and 0 the same
            final List<Double> values =
                IntStream.range(0, rows.dimension()).mapToObj(j -> rows.value(row, j) + 0.0).toList();
            first[i] = groups.computeIfAbsent(values, v -> groups.size());
        }
        final FitData scaled = rows.dimension() == 1 ? rows : scaled(rows);
        final double spread = JointStep.trace(scaled.covariance()) / scaled.dimension();
        return new Hierarchy(rows, scaled, rows.dimension() > 1 ? new OwnCovariance(rows.dimension(), spread)
            : oneVariance ? (n, trace, s) -> trace : (n, trace, s) -> n * StrictMath.log((trace + spread) / n), first,
            groups.size(), monitor);
    }

    /** The rows that were clustered. */
    FitData rows() {
        return rows;
    }

    /**
     * The clusters when so many are left.
     *
     * @param clusters at most as many as there are distinct rows
     * @return for each row its cluster, numbered in the order of their first rows
     */
    int[] labels(final int clusters) {
        final int[] of = IntStream.rangeClosed(0, mergers.length).toArray();
        for (int m = 0; m <= mergers.length - clusters; m++) {
            of[mergers[m][1]] = mergers[m][0];
        }
        final Map<Integer, Integer> names = new LinkedHashMap<>();
        final int[] labels = new int[first.length];
        for (int i = 0; i < labels.length; i++) {
            int group = first[i];
            while (of[group] != group) {
                group = of[group];
            }
            labels[i] = names.computeIfAbsent(group, g -> names.size());
        }
        return labels;
    }

    /** How many distinct rows there are. */
    int distinctRows() {
        return mergers.length + 1;
    }

    private void mergeAll(final Monitor monitor) {
        int left = mergers.length + 1;
        // for each group the costs of merging it with those before it
        final double[][] costs = new double[left][];
        for (int j = 0; j < left; j++) {
            monitor.checkCanceled();
            costs[j] = new double[j];
            for (int i = 0; i < j; i++) {
                costs[j][i] = change(i, j);
            }
        }
        for (int m = 0; m < mergers.length; m++) {
            monitor.checkCanceled();
            int a = 0;
            int b = 1;
            for (int j = 1; j < left; j++) {
                for (int i = 0; i < j; i++) {
                    if (costs[j][i] <= costs[b][a]) {
                        a = i;
                        b = j;
                    }
                }
            }
            mergers[m] = new int[]{Math.min(number[a], number[b]), Math.max(number[a], number[b])};
            merge(a, b);
            left--;
            move(left, b, costs);
            for (int i = 0; i < a; i++) {
                costs[a][i] = change(i, a);
            }
            for (int j = a + 1; j < left; j++) {
                costs[j][a] = change(a, j);
            }
        }
    }

    /** What the merger of two groups costs. */
    private double change(final int a, final int b) {
        final double both = count[a] + count[b];
        final double[][] together = together(a, b);
        return cost.of(both, trace(a, b), together) - (term[a] + term[b]);
    }

    private double trace(final int a, final int b) {
        double square = 0;
        for (int j = 0; j < mean[a].length; j++) {
            final double difference = mean[a][j] - mean[b][j];
            square += difference * difference;
        }
        return trace[a] + trace[b] + count[a] * count[b] / (count[a] + count[b]) * square;
    }

    /** The sums of squares of two groups about their common mean, the lower triangle. */
    private double[][] together(final int a, final int b) {
        final int d = mean[a].length;
        final double share = count[a] * count[b] / (count[a] + count[b]);
        final double[][] result = new double[d][];
        for (int i = 0; i < d; i++) {
            result[i] = new double[i + 1];
            final double along = share * (mean[a][i] - mean[b][i]);
            for (int j = 0; j <= i; j++) {
                result[i][j] = scatter[a][i][j] + scatter[b][i][j] + along * (mean[a][j] - mean[b][j]);
            }
        }
        return result;
    }

    private void merge(final int a, final int b) {
        scatter[a] = together(a, b);
        trace[a] = trace(a, b);
        final double both = count[a] + count[b];
        for (int j = 0; j < mean[a].length; j++) {
            mean[a][j] = (count[a] * mean[a][j] + count[b] * mean[b][j]) / both;
        }
        count[a] = both;
        term[a] = cost.of(both, trace[a], scatter[a]);
        number[a] = Math.min(number[a], number[b]);
    }

    /** The last group takes the place of one that is gone. */
    private void move(final int last, final int place, final double[][] costs) {
        if (last == place) {
            return;
        }
        count[place] = count[last];
        mean[place] = mean[last];
        scatter[place] = scatter[last];
        trace[place] = trace[last];
        term[place] = term[last];
        number[place] = number[last];
        for (int i = 0; i < place; i++) {
            costs[place][i] = costs[last][i];
        }
        for (int j = place + 1; j < last; j++) {
            costs[j][place] = costs[last][j];
        }
    }

    /**
     * n log(det(W/n) + (tr W + a)/n), the first only where there are more rows than columns: the trace keeps apart what
     * the determinant does not, as long as clusters are small.
     *
     * @param d number of columns
     * @param spread the mean variance of the columns
     */
    private record OwnCovariance(int d, double spread) implements Cost {
        @Override
        public double of(final double count, final double trace, final double[][] scatter) {
            final double small = (trace + spread) / count;
            if (count <= d || trace == 0) {
                return count * StrictMath.log(small);
            }
            final Cholesky factor = Cholesky.ofOrNull(scatter);
            if (factor == null) {
                return count * StrictMath.log(small);
            }
            final double log = 2 * factor.logDeterminant() - d * StrictMath.log(count);
            return count * (log <= 0 ? StrictMath.log(StrictMath.exp(log) + small)
                : StrictMath.log(1 + StrictMath.exp(-log) * small) + log);
        }
    }

    /** The rows along the axes of their correlations, each divided by the square root of its singular value. */
    private static FitData scaled(final FitData rows) {
        final int d = rows.dimension();
        final int n = rows.size();
        final double[] sd = new double[d];
        final double[] mean = new double[d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < n; i++) {
                mean[j] += rows.weight(i) * rows.value(i, j) / rows.totalWeight();
            }
            sd[j] = Math.sqrt(rows.covariance()[j][j] * rows.totalWeight() / Math.max(1, rows.totalWeight() - 1));
        }
        final int[] used = IntStream.range(0, d).filter(j -> sd[j] > 0).toArray();
        if (used.length == 0) {
            return rows;
        }
        final double[][] products = Zeros.of(used.length, used.length);
        for (int i = 0; i < used.length; i++) {
            for (int j = 0; j < used.length; j++) {
                products[i][j] =
                    rows.covariance()[used[i]][used[j]] * rows.totalWeight() / (sd[used[i]] * sd[used[j]]);
            }
        }
        final SymmetricEigen axes = SymmetricEigen.of(products);
        final double[][] columns = new double[used.length][n];
        for (int a = 0; a < used.length; a++) {
            final double singular = Math.sqrt(Math.max(axes.values()[a], 1e-12 * axes.values()[0]));
            final double scale = Math.sqrt(singular);
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < used.length; j++) {
                    sum += axes.vectors()[j][a] * (rows.value(i, used[j]) - mean[used[j]]) / sd[used[j]];
                }
                columns[a][i] = sum / scale;
            }
        }
        return FitData.ofAnyRange(Points.wrap(columns), rows.rowWeights());
    }
}
