package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Components merged to clusters, two at a time: a cluster that is not Gaussian takes several components, and these are told
 * apart by few rows. Each step merges the two clusters whose merger takes most from the entropy of the classification
 * (Baudry, Raftery, Celeux, Lo and Gottardo 2010, doi:10.1198/jcgs.2010.08111), until there is one; where the entropy stops
 * falling steeply is a good number of clusters. Immutable and safe for use by many threads.
 */
public final class Merging {

    /**
     * A step.
     *
     * @param clusters how many there are after it
     * @param first the cluster that the other one joins, from 0, by the numbers before the step
     * @param second the other one, greater than {@code first}; those after it move up by one
     * @param rows how many rows belong to either before the step
     */
    public record Step(int clusters, int first, int second, long rows) {
    }

    /** For one cluster to K of them: for each component its cluster. */
    private final int[][] clusters;

    /** For one cluster to K of them. */
    private final double[] entropies;

    private final List<Step> steps;

    private Merging(final int[][] clusters, final double[] entropies, final List<Step> steps) {
        this.clusters = clusters;
        this.entropies = entropies;
        this.steps = List.copyOf(steps);
    }

    /**
     * Merges the components of a mixture.
     *
     * @param rows {@code n} rows
     * @param mixture of {@code K} components, which describes them
     * @param monitor told of progress and asked whether to go on
     * @return the steps from {@code K} clusters to one
     * @throws IllegalArgumentException if the dimensions differ
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Merging of(final Points rows, final GaussianMixture mixture, final Monitor monitor) {
        Check.sameDimension("data set", rows.dimension(), mixture.dimension());
        final int k = mixture.components();
        final FitData data = FitData.ofAnyRange(rows, null);
        final double[][] shares = Zeros.of(k, rows.size());
        new Kernels(data, k).responsibilities(Parameters.of(mixture, data), 0, rows.size(), shares);
        final List<double[]> merged = new ArrayList<>(Arrays.asList(shares));
        int[] of = new int[k];
        Arrays.setAll(of, c -> c);
        final int[][] clusters = new int[k][];
        final double[] entropies = new double[k];
        final List<Step> steps = new ArrayList<>();
        final List<double[]> falls = falls(merged, monitor);
        for (int count = k; count >= 1; count--) {
            clusters[count - 1] = of;
            entropies[count - 1] = Math.max(0, -merged.stream().mapToDouble(Merging::sumOfLogs).sum());
            if (count > 1) {
                monitor.checkCanceled();
                final int steady = count;
                monitor.progress((double)(k - count) / k, () -> steady + " clusters");
                final Step step = step(merged, falls);
                steps.add(step);
                merge(step, merged, falls);
                of = Arrays.stream(of).map(c -> c == step.second ? step.first : c > step.second ? c - 1 : c).toArray();
            }
        }
        return new Merging(clusters, entropies, steps);
    }

    /** For each cluster, by how much merging it with each cluster before would lower the entropy. */
    private static List<double[]> falls(final List<double[]> shares, final Monitor monitor) {
        final List<double[]> falls = new ArrayList<>();
        for (int b = 0; b < shares.size(); b++) {
            final double[] row = new double[b];
            for (int a = 0; a < b; a++) {
                monitor.checkCanceled();
                row[a] = fall(shares.get(a), shares.get(b));
            }
            falls.add(row);
        }
        return falls;
    }

    private static double fall(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0 && b[i] > 0) { // else the sum is the larger of the two, and nothing falls
                sum += timesLog(a[i] + b[i]) - timesLog(a[i]) - timesLog(b[i]);
            }
        }
        return sum;
    }

    private static double sumOfLogs(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += timesLog(value);
        }
        return sum;
    }

    private static double timesLog(final double x) {
        return x > 0 ? x * StrictMath.log(x) : 0;
    }

    private static Step step(final List<double[]> shares, final List<double[]> falls) {
        int first = 0;
        int second = 1;
        for (int b = 1; b < falls.size(); b++) {
            for (int a = 0; a < b; a++) {
                if (falls.get(b)[a] > falls.get(second)[first]) {
                    first = a;
                    second = b;
                }
            }
        }
        long rows = 0;
        for (int i = 0; i < shares.get(0).length; i++) {
            int best = 0;
            for (int c = 1; c < shares.size(); c++) {
                best = shares.get(c)[i] > shares.get(best)[i] ? c : best;
            }
            rows += best == first || best == second ? 1 : 0;
        }
        return new Step(shares.size() - 1, first, second, rows);
    }

    private static void merge(final Step step, final List<double[]> shares, final List<double[]> falls) {
        final double[] joined = shares.get(step.first);
        final double[] other = shares.remove(step.second);
        for (int i = 0; i < joined.length; i++) {
            joined[i] += other[i];
        }
        falls.remove(step.second);
        for (int b = step.second; b < falls.size(); b++) {
            final double[] row = falls.get(b);
            final double[] shorter = new double[b];
            System.arraycopy(row, 0, shorter, 0, step.second);
            System.arraycopy(row, step.second + 1, shorter, step.second, b - step.second);
            falls.set(b, shorter);
        }
        for (int c = 0; c < shares.size(); c++) {
            if (c != step.first) {
                falls.get(Math.max(c, step.first))[Math.min(c, step.first)] = fall(joined, shares.get(c));
            }
        }
    }

    /** {@return the number of components K} */
    public int components() {
        return entropies.length;
    }

    /**
     * The clusters of the components.
     *
     * @param count how many clusters there are, 1 to K
     * @return for each component its cluster, from 0, in the order of their first components
     */
    public int[] clusters(final int count) {
        return clusters[count - 1].clone();
    }

    /**
     * How unsure the classification is.
     *
     * @param count how many clusters there are, 1 to K
     * @return the entropy of the rows' probabilities of the clusters, at least 0; 0 for one cluster but for rounding
     */
    public double entropy(final int count) {
        return entropies[count - 1];
    }

    /** {@return the steps, from K - 1 clusters to one} */
    public List<Step> steps() {
        return steps;
    }

    /**
     * {@return the number of clusters at which the entropy, over that number, bends: of two straight lines that meet there,
     * fitted by least squares, with the smallest error; K where there are fewer than three}
     */
    public int bend() {
        final int k = components();
        int best = k;
        double least = Double.POSITIVE_INFINITY;
        for (int count = 2; count < k; count++) {
            final double error = errorOfLine(1, count) + errorOfLine(count, k);
            if (error < least) {
                least = error;
                best = count;
            }
        }
        return best;
    }

    /** The sum of squares about the line through the entropies of some numbers of clusters. */
    private double errorOfLine(final int from, final int to) {
        final double n = to - from + 1.0;
        double mean = 0;
        for (int c = from; c <= to; c++) {
            mean += entropy(c) / n;
        }
        final double middle = (from + to) / 2.0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int c = from; c <= to; c++) {
            xx += (c - middle) * (c - middle);
            xy += (c - middle) * (entropy(c) - mean);
            yy += (entropy(c) - mean) * (entropy(c) - mean);
        }
        return Math.max(0, yy - xy * xy / xx);
    }

    /**
     * Adds up the probabilities of the components of each cluster.
     *
     * @param responsibilities of the components, K
     * @param count how many clusters there are, 1 to K
     * @return the probability of each cluster
     */
    public double[] probabilities(final double[] responsibilities, final int count) {
        Check.sameDimension("list of responsibilities", responsibilities.length, components());
        final double[] sums = new double[count];
        for (int c = 0; c < responsibilities.length; c++) {
            sums[clusters[count - 1][c]] += responsibilities[c];
        }
        return sums;
    }
}
