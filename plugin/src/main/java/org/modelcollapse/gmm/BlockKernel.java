package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * The E-step in blocks of rows that fit the first-level cache, at a few nanoseconds a row and component in one
 * dimension; see {@link Lanes} for how. Without row weights the log-likelihood comes from products of densities, of
 * which one logarithm a chunk is taken.
 */
abstract class BlockKernel implements ChunkKernel {

    /** Twice the exponent range of a double, roughly halved for safety. */
    private static final int ROOM = 1000;

    final FitData data;

    /**
     * For each active component, of the rows of the block: first log w_k N(x; ...), in the end the responsibilities
     * times the rows' weights. One array for both, because the first-level cache is small.
     */
    final double[][] share;

    /** The components with a weight, of which there are {@link #activeCount}. */
    final int[] active;

    int activeCount;

    /** The largest log joint density of a row; of two components, the first less the second. */
    private final double[] largest;

    private final double[] sum;

    private final double[] product;

    private final double[] largestLanes;

    /** Made when first needed, as are the next three. */
    private double[] inverse;

    private double[] moment;

    private double[] logLanes;

    private double[] entropyLanes;

    BlockKernel(final FitData data, final int components) {
        this.data = data;
        active = new int[components];
        final int block = block(data);
        share = Zeros.of(components, block);
        largest = new double[block];
        sum = new double[block];
        product = new double[block];
        largestLanes = new double[block];
    }

    /** Rows of a block, fewer than {@link Lanes#BLOCK} where there are no more; the sums are the same. */
    static int block(final FitData data) {
        return Math.min(Lanes.BLOCK, data.size() + 3 & ~3);
    }

    /** Prepares for the active components of these parameters. */
    abstract void prepare(Parameters parameters);

    /** Takes in the rows of the next block. */
    abstract void load(int from, int n);

    /** Fills the log joint densities of an active component. */
    abstract void fillJoint(int a, double[] q, int n);

    /** Adds the moments of the block, weighted by the shares, of an active component. */
    abstract void addMoments(int a, int n);

    /** The same where the shares have still to be multiplied by a factor of each row. */
    abstract void addMoments(int a, double[] factor, int n);

    /** Hands over the moments since {@link #prepare}. */
    abstract void finish(Statistics sums);

    private void activate(final Parameters parameters) {
        activeCount = 0;
        for (int k = 0; k < parameters.components(); k++) {
            if (parameters.weights()[k] > 0) {
                active[activeCount++] = k;
            }
        }
        prepare(parameters);
    }

    @Override
    public final void logDensities(final Parameters parameters, final int from, final int to, final double[] out) {
        activate(parameters);
        for (int at = from; at < to; at += Lanes.BLOCK) {
            final int n = Math.min(Lanes.BLOCK, to - at);
            load(at, n);
            addExponentials(n);
            for (int i = 0; i < n; i++) {
                out[at + i] = largest[i] + Lanes.log(sum[i]);
            }
        }
    }

    @Override
    public final void responsibilities(final Parameters parameters, final int from, final int to,
        final double[][] out) {
        activate(parameters);
        for (final double[] ofComponent : out) {
            Arrays.fill(ofComponent, from, to, 0);
        }
        for (int at = from; at < to; at += Lanes.BLOCK) {
            final int n = Math.min(Lanes.BLOCK, to - at);
            load(at, n);
            addExponentials(n);
            for (int a = 0; a < activeCount; a++) {
                for (int i = 0; i < n; i++) {
                    out[active[a]][at + i] = share[a][i] / sum[i];
                }
            }
        }
    }

    @Override
    public final Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        activate(parameters);
        Arrays.fill(product, 1);
        Arrays.fill(largestLanes, 0);
        logLanes = data.rowWeights() == null ? null : zeros(logLanes);
        entropyLanes = entropy ? zeros(entropyLanes) : null;
        final Statistics sums = new Statistics(parameters.components(), parameters.dimension());
        // each row multiplies a lane by at most the number of components
        final int blocksToOverflow = ROOM / (32 - Integer.numberOfLeadingZeros(activeCount));
        int blocks = 0;
        double logs = 0;
        for (int at = from; at < to; at += Lanes.BLOCK) {
            final int n = Math.min(Lanes.BLOCK, to - at);
            addBlock(at, n, entropy);
            blocks++;
            if (blocks == blocksToOverflow) {
                logs += Lanes.totalLog(product);
                Arrays.fill(product, 1);
                blocks = 0;
            }
        }
        logs += Lanes.totalLog(product) + (logLanes == null ? 0 : Lanes.total(logLanes));
        sums.logLikelihood = logs + Lanes.total(largestLanes);
        sums.entropy = entropy ? logs + Lanes.total(entropyLanes) : 0;
        finish(sums);
        return sums;
    }

    /** A block of zeros in the given array, or in a new one. */
    private double[] zeros(final double[] lanes) {
        if (lanes == null) {
            return new double[product.length];
        }
        Arrays.fill(lanes, 0);
        return lanes;
    }

    private void addBlock(final int at, final int n, final boolean entropy) {
        load(at, n);
        final double[] weights = data.rowWeights();
        if (weights == null && activeCount <= 2) {
            if (activeCount == 1) {
                addSharesOfOne(n);
            } else {
                addSharesOfTwo(n, entropy);
            }
            for (int a = 0; a < activeCount; a++) {
                addMoments(a, n);
            }
            return;
        }
        addSharesOfMany(at, n, entropy);
    }

    private void addSharesOfOne(final int n) {
        fillJoint(0, share[0], n);
        Lanes.add(share[0], largestLanes, n);
        Arrays.fill(share[0], 0, n, 1);
    }

    private void addSharesOfTwo(final int n, final boolean entropy) {
        fillJoint(0, share[0], n);
        fillJoint(1, share[1], n);
        Lanes.pairExponentials(share[0], share[1], largest, largestLanes, sum, n);
        Lanes.pairShares(largest, sum, product, share[0], share[1], n);
        if (entropy) {
            Lanes.addPairEntropy(largest, sum, entropyLanes, n);
        }
    }

    /**
     * The exponentials of the log joint densities, relative to the largest of a row, and their sums. The first component
     * is no special case: a second call would be a second copy of the loops in the compiled code, and their constants
     * more than there are registers.
     */
    private void addExponentials(final int n) {
        Arrays.fill(largest, 0, n, Double.NEGATIVE_INFINITY);
        for (int a = 0; a < activeCount; a++) {
            fillJoint(a, share[a], n);
            Lanes.raise(largest, share[a], n);
        }
        Arrays.fill(sum, 0, n, 0);
        for (int a = 0; a < activeCount; a++) {
            Lanes.exponentials(share[a], largest, n);
            Lanes.add(share[a], sum, n);
        }
    }

    private void addSharesOfMany(final int at, final int n, final boolean entropy) {
        addExponentials(n);
        inverse = inverse == null ? zeros(null) : inverse;
        if (data.rowWeights() != null) {
            System.arraycopy(data.rowWeights(), at, inverse, 0, n);
            Lanes.closeWeightedRows(sum, largest, inverse, logLanes, largestLanes, n);
        } else {
            Lanes.closeRows(sum, largest, inverse, product, largestLanes, n);
        }
        if (entropy) {
            moment = zeros(moment);
            for (int a = 0; a < activeCount; a++) {
                fillJoint(a, sum, n);
                Lanes.addLogMoment(sum, largest, share[a], moment, n);
            }
            Lanes.addEntropy(moment, inverse, entropyLanes, n);
        }
        for (int a = 0; a < activeCount; a++) {
            addMoments(a, inverse, n);
        }
    }
}
