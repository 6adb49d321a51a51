package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a maximum can be changed into nearby: two components merged and a third split (Ueda, Nakano, Ghahramani and Hinton
 * 2000, doi:10.1162/089976600300015088), or two components cut along another direction. What a change is worth is told by
 * fits to the rows of the components concerned alone, weighted by responsibility, which cost a small part of a step of EM
 * on all components.
 */
final class LocalMoves {

    /** EM steps of a fit of two components to the rows of one or two. */
    private static final int STEPS = 10;

    /** Rows of less responsibility are left out of such a fit. */
    private static final double LEAST_SHARE = 0.01;

    /** So many cuts across the axes of the whitened rows, and so many across random directions. */
    private static final int AXES = 4;

    private static final int RANDOM_CUTS = 2;

    private final FitData data;

    private final FitSettings two;

    private final FitSettings one;

    private final Parameters at;

    private final RandomStream random;

    private final Monitor monitor;

    private final double[][] shares;

    /** A change: which components it replaces, by what, and by how much the log-likelihood changes, as estimated. */
    record Change(int[] replaced, Parameters by, double gain) {
    }

    LocalMoves(final FitData data, final FitSettings settings, final Parameters at, final RandomStream random,
        final Monitor monitor) {
        this.data = data;
        this.at = at;
        this.random = random;
        this.monitor = monitor;
        one = settings.withComponents(1).withThreads(1).withAccelerated(false).withScored(true).withMaxIterations(1);
        two = settings.withComponents(2).withThreads(1).withAccelerated(false).withScored(true).withMaxIterations(STEPS)
            .withTolerance(1e-4);
        shares = Zeros.of(at.components(), data.size());
        new Kernels(data, at.components()).responsibilities(at, 0, data.size(), shares);
    }

    /** The parameters with the component split whose split gains most, or null if none can be split. */
    Parameters bestSplit() {
        final List<Change> splits = splits();
        return splits.isEmpty() ? null : applied(splits.get(0));
    }

    /** Splits of all components, the most gain first. */
    List<Change> splits() {
        final List<Change> splits = new ArrayList<>();
        for (int k = 0; k < at.components(); k++) {
            final Change split = split(k);
            if (split != null) {
                splits.add(split);
            }
        }
        splits.sort(Comparator.comparingDouble(Change::gain).reversed());
        return splits;
    }

    /** Merges of those pairs that overlap most, the least loss first. */
    List<Change> merges(final int pairs) {
        final List<Change> merges = new ArrayList<>();
        for (final int[] pair : overlapping(pairs)) {
            final FitData rows = rowsOf(pair);
            if (rows != null) {
                final EmRun merged = single(rows);
                merges.add(new Change(pair, merged.parameters(),
                    (merged.score() - score(rows, pairOf(pair))) * rows.totalWeight()));
            }
        }
        merges.sort(Comparator.comparingDouble(Change::gain).reversed());
        return merges;
    }

    /** Parameters that may lead to a better maximum with as many components, the most promising first. */
    List<Parameters> proposals(final int most) {
        final int k = at.components();
        final List<Change> splits = splits();
        final List<Change> merges = merges(2 * k);
        record Proposal(double gain, Change first, Change second) {
        }
        final List<Proposal> proposals = new ArrayList<>();
        for (final Change merge : merges) {
            for (final Change split : splits) {
                final int s = split.replaced()[0];
                if (s != merge.replaced()[0] && s != merge.replaced()[1]) {
                    proposals.add(new Proposal(merge.gain() + split.gain(), merge, split));
                }
            }
        }
        for (final Change merge : merges.subList(0, Math.min(k, merges.size()))) {
            final Change cut = cutAnew(merge.replaced());
            if (cut != null) {
                proposals.add(new Proposal(cut.gain(), cut, null));
            }
        }
        proposals.sort(Comparator.comparingDouble(Proposal::gain).reversed());
        final List<Parameters> result = new ArrayList<>();
        for (final Proposal proposal : proposals) {
            if (result.size() == most) {
                break;
            }
            final Parameters changed = proposal.second() == null ? applied(proposal.first())
                : applied(proposal.first(), proposal.second());
            if (changed != null) {
                result.add(changed);
            }
        }
        return result;
    }

    private Change split(final int k) {
        final int[] replaced = {k};
        final FitData rows = rowsOf(replaced);
        if (rows == null) {
            return null;
        }
        return bestCut(replaced, rows, single(rows).score());
    }

    /** Two components refitted from other cuts, if that gains. */
    private Change cutAnew(final int[] pair) {
        final FitData rows = rowsOf(pair);
        if (rows == null) {
            return null;
        }
        final Change cut = bestCut(pair, rows, score(rows, pairOf(pair)));
        return cut == null || cut.gain() < 0.1 ? null : cut;
    }

    /** The best of two components on some rows, from cuts through their middle along axes and random directions. */
    private Change bestCut(final int[] replaced, final FitData rows, final double score) {
        final FitData white = Whitening.of(rows).apply(rows);
        final int d = rows.dimension();
        Change best = null;
        for (int cut = 0; cut < (d == 1 ? 2 : Math.min(d, AXES) + RANDOM_CUTS); cut++) {
            monitor.checkCanceled();
            final int[] labels = cut(white, direction(d, cut), d == 1 ? 0.8 * (cut - 0.5) : 0);
            final int ones = IntStream.of(labels).sum();
            final Parameters start =
                Math.min(ones, labels.length - ones) > d ? Starts.ofLabels(rows, two, labels) : null;
            if (start != null) {
                final EmRun run = Climb.run(rows, two, start, random, monitor);
                final double gain = (run.score() - score) * rows.totalWeight();
                if (!run.isDegenerate() && (best == null || gain > best.gain())) {
                    best = new Change(replaced, run.parameters(), gain);
                }
            }
        }
        return best;
    }

    /** The first cuts are across the axes of the whitened rows, further ones across random directions. */
    private double[] direction(final int d, final int cut) {
        final double[] direction = new double[d];
        if (d == 1 || cut < Math.min(d, AXES)) {
            direction[d == 1 ? 0 : cut] = 1;
            return direction;
        }
        double square = 0;
        for (int j = 0; j < d; j++) {
            direction[j] = random.nextGaussian();
            square += direction[j] * direction[j];
        }
        for (int j = 0; j < d; j++) {
            direction[j] /= Math.sqrt(square);
        }
        return direction;
    }

    /** 1 for rows that lie farther than a threshold beyond the mean, in standard deviations, 0 for the others. */
    private static int[] cut(final FitData white, final double[] direction, final double threshold) {
        final int n = white.size();
        final double[] along = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < direction.length; j++) {
                along[i] += direction[j] * white.value(i, j);
            }
            mean += white.weight(i) * along[i];
        }
        final double border = mean / white.totalWeight() + threshold;
        return IntStream.range(0, n).map(i -> along[i] > border ? 1 : 0).toArray();
    }

    /** The one component that describes rows best, with its score; null if there is none. */
    private EmRun single(final FitData rows) {
        final Parameters start = Starts.ofLabels(rows, one, new int[rows.size()]);
        return start == null ? null : Climb.run(rows, one, start, random, monitor);
    }

    private double score(final FitData rows, final Parameters parameters) {
        try (DataPass pass = DataPass.of(rows, parameters.components(), 1, monitor)) {
            return pass.sums(parameters, false).logLikelihood / rows.totalWeight();
        }
    }

    /** The rows of some components, each with the responsibility of these; null if they are too few. */
    private FitData rowsOf(final int[] components) {
        final double[] share = new double[data.size()];
        for (final int k : components) {
            for (int i = 0; i < share.length; i++) {
                share[i] += shares[k][i];
            }
        }
        final int[] rows = IntStream.range(0, share.length).filter(i -> share[i] > LEAST_SHARE).toArray();
        if (rows.length < 2 * (data.dimension() + 1)) {
            return null;
        }
        return data.rows(rows, IntStream.of(rows).mapToDouble(i -> share[i] * data.weight(i)).toArray());
    }

    /** Two components by themselves, their weights summing to 1. */
    private Parameters pairOf(final int[] pair) {
        final int a = pair[0];
        final int b = pair[1];
        final double sum = at.weights()[a] + at.weights()[b];
        return new Parameters(at.type(), new double[]{at.weights()[a] / sum, at.weights()[b] / sum},
            new double[][]{at.means()[a], at.means()[b]}, new double[][][]{at.covariances()[a], at.covariances()[b]},
            new Cholesky[]{at.factors()[a], at.factors()[b]});
    }

    /** The pairs whose responsibilities overlap most, relative to the smaller of the two. */
    private List<int[]> overlapping(final int most) {
        record Pair(int a, int b, double overlap) {
        }
        final List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < at.components(); a++) {
            for (int b = a + 1; b < at.components(); b++) {
                double overlap = 0;
                for (int i = 0; i < shares[a].length; i++) {
                    overlap += data.weight(i) * shares[a][i] * shares[b][i];
                }
                pairs.add(new Pair(a, b, overlap / Math.min(at.weights()[a], at.weights()[b])));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        return pairs.stream().limit(most).map(p -> new int[]{p.a(), p.b()}).toList();
    }

    /** The parameters after changes of different components; null if a covariance is not positive definite. */
    Parameters applied(final Change... changes) {
        final List<double[]> means = new ArrayList<>();
        final List<double[][]> covariances = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();
        final BitSet gone = new BitSet();
        for (final Change change : changes) {
            double weight = 0;
            for (final int k : change.replaced()) {
                gone.set(k);
                weight += at.weights()[k];
            }
            for (int c = 0; c < change.by().components(); c++) {
                weights.add(weight * change.by().weights()[c]);
                means.add(change.by().means()[c]);
                covariances.add(change.by().covariances()[c]);
            }
        }
        for (int k = gone.nextClearBit(0); k < at.components(); k = gone.nextClearBit(k + 1)) {
            weights.add(at.weights()[k]);
            means.add(at.means()[k]);
            covariances.add(at.covariances()[k]);
        }
        final double[] shares = weights.stream().mapToDouble(w -> w).toArray();
        final double[][][] all = covariances.toArray(double[][][]::new);
        if (at.type().isShared()) {
            Arrays.fill(all, all[all.length - 1]);
        }
        return Parameters.ofOrNull(at.type(), shares, means.toArray(double[][]::new),
            at.type().isSeparate() || at.type().isShared() ? all : at.type().step().nearest(shares, all));
    }
}
