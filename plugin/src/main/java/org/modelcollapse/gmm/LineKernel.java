package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * The E-step in one dimension at a few nanoseconds a row and component. Rows are taken in blocks; see {@link Lanes} for
 * how. The likelihood comes from products of densities, of which one logarithm a chunk is taken.
 */
final class LineKernel implements ChunkKernel {

    private static final double SQRT_HALF = 0.70710678118654752440;

    /** The greatest square that leaves room for a difference. */
    private static final double GREATEST_SQUARE = 1e300;

    private final FitData data;

    private final double[] x = new double[Lanes.BLOCK];

    private final double[] largest = new double[Lanes.BLOCK];

    private final double[] sum = new double[Lanes.BLOCK];

    private final double[] moment = new double[Lanes.BLOCK];

    private final double[] inverse = new double[Lanes.BLOCK];

    private final double[] difference = new double[Lanes.BLOCK];

    private final double[] product = new double[Lanes.BLOCK];

    private final double[] largestLanes = new double[Lanes.BLOCK];

    private final double[] entropyLanes = new double[Lanes.BLOCK];

    private boolean wantEntropy;

    private final double[][] joint;

    private final double[][] share;

    private final double[][] count;

    private final double[][] first;

    private final double[][] second;

    private final double[] mean;

    private final double[] g;

    private final double[] c;

    /** The components with a weight, and how many they are. */
    private final int[] active;

    private int components;

    LineKernel(final FitData data, final int k) {
        this.data = data;
        joint = new double[k][Lanes.BLOCK];
        share = new double[k][Lanes.BLOCK];
        count = new double[k][Lanes.BLOCK];
        first = new double[k][Lanes.BLOCK];
        second = new double[k][Lanes.BLOCK];
        mean = new double[k];
        g = new double[k];
        c = new double[k];
        active = new int[k];
    }

    /** Whether the arithmetic holds: no square overflows. */
    static boolean suits(final FitData data, final Parameters parameters) {
        if (data.dimension() != 1 || data.rowWeights() != null) {
            return false;
        }
        for (int k = 0; k < parameters.components(); k++) {
            final double mean = parameters.means()[k][0];
            final double reach = Math.max(data.greatest(0) - mean, mean - data.least(0));
            final double t = reach / parameters.factors()[k].lower(0, 0);
            if (!(t * t < GREATEST_SQUARE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        wantEntropy = entropy;
        prepare(parameters);
        final Statistics sums = new Statistics(parameters.components(), 1);
        // each row multiplies a lane by at most the number of components
        final int blocksToOverflow = 1000 / (32 - Integer.numberOfLeadingZeros(components));
        int blocks = 0;
        final double[] column = data.column(0);
        for (int at = from; at < to; at += Lanes.BLOCK) {
            final int n = Math.min(Lanes.BLOCK, to - at);
            System.arraycopy(column, at, x, 0, n);
            addBlock(n);
            blocks++;
            if (blocks == blocksToOverflow) {
                takeLogs(sums);
                blocks = 0;
            }
        }
        takeLogs(sums);
        sums.entropy += sums.logLikelihood + Lanes.total(entropyLanes);
        sums.logLikelihood += Lanes.total(largestLanes);
        for (int a = 0; a < components; a++) {
            final int k = active[a];
            sums.count[k] = Lanes.total(count[a]);
            sums.first[k][0] = Lanes.total(first[a]);
            sums.second[k][0][0] = Lanes.total(second[a]);
        }
        return sums;
    }

    private void prepare(final Parameters parameters) {
        components = 0;
        for (int k = 0; k < parameters.components(); k++) {
            if (parameters.weights()[k] > 0) {
                final int a = components++;
                active[a] = k;
                mean[a] = parameters.means()[k][0];
                g[a] = SQRT_HALF / parameters.factors()[k].lower(0, 0);
                c[a] = parameters.logScale(k);
                Arrays.fill(count[a], 0);
                Arrays.fill(first[a], 0);
                Arrays.fill(second[a], 0);
            }
        }
        Arrays.fill(product, 1);
        Arrays.fill(largestLanes, 0);
        Arrays.fill(entropyLanes, 0);
    }

    private void takeLogs(final Statistics sums) {
        sums.logLikelihood += Lanes.totalLog(product);
        Arrays.fill(product, 1);
    }

    private void addBlock(final int n) {
        Lanes.logJoint(x, joint[0], n, mean[0], g[0], c[0]);
        if (components == 2) {
            addSharesOfTwo(n);
        } else {
            addSharesOfMany(n);
        }
        for (int a = 0; a < components; a++) {
            Lanes.addMoments(x, share[a], count[a], first[a], second[a], n, mean[a]);
        }
    }

    private void addSharesOfTwo(final int n) {
        Lanes.logJoint(x, joint[1], n, mean[1], g[1], c[1]);
        Lanes.pairExponentials(joint[0], joint[1], difference, largestLanes, sum, n);
        Lanes.pairShares(difference, sum, product, share[0], share[1], n);
        if (wantEntropy) {
            Lanes.addPairEntropy(difference, sum, entropyLanes, n);
        }
    }

    private void addSharesOfMany(final int n) {
        System.arraycopy(joint[0], 0, largest, 0, n);
        for (int a = 1; a < components; a++) {
            Lanes.logJointAndMax(x, joint[a], largest, n, mean[a], g[a], c[a]);
        }
        Lanes.exponentials(joint[0], largest, share[0], n);
        System.arraycopy(share[0], 0, sum, 0, n);
        for (int a = 1; a < components; a++) {
            Lanes.exponentials(joint[a], largest, share[a], n);
            Lanes.add(share[a], sum, n);
        }
        Lanes.closeRows(sum, largest, inverse, product, largestLanes, n);
        if (wantEntropy) {
            Arrays.fill(moment, 0, n, 0);
            for (int a = 0; a < components; a++) {
                Lanes.addLogMoment(joint[a], largest, share[a], moment, n);
            }
            Lanes.addEntropy(moment, inverse, entropyLanes, n);
        }
        for (int a = 0; a < components; a++) {
            Lanes.multiply(share[a], inverse, n);
        }
    }
}
