package org.modelcollapse.gmm;

import java.util.Arrays;

/**
 * Tells maxima from spikes. Where a component closes in on a few rows the likelihood of full or diagonal covariances has
 * no bound, so the highest value that can be reached says nothing about the data.
 */
final class Spikes {

    /** A component whose deviation (geometric mean of all directions) is so small a part of the median one is a spike. */
    private static final double PROPORTION = 0.01;

    private Spikes() {
    }

    /** Whether a component sits on fewer distinct rows than columns + 1, or on a volume out of all proportion. */
    static boolean has(final FitData data, final Parameters parameters) {
        final int k = parameters.components();
        if (k == 1 || parameters.type().isShared()) {
            return false;
        }
        final double[] size = new double[k];
        for (int c = 0; c < k; c++) {
            size[c] = parameters.factors()[c].logDeterminant() / parameters.dimension();
        }
        final double[] sorted = size.clone();
        Arrays.sort(sorted);
        if (sorted[0] < sorted[k / 2] + StrictMath.log(PROPORTION)) {
            return true;
        }
        for (int c = 0; c < k; c++) {
            // more rows than so many, of which some may be equal, are no matter of a few distinct ones unless rounded
            if (parameters.weights()[c] * data.size() < 10.0 * (parameters.dimension() + 1)
                && distinctRows(data, parameters, c) <= parameters.dimension()) {
                return true;
            }
        }
        return false;
    }

    /** The distinct rows within six standard deviations of a component, counted as far as columns + 1. */
    private static int distinctRows(final FitData data, final Parameters parameters, final int c) {
        final int enough = parameters.dimension() + 1;
        final int[] found = new int[enough];
        final double[] x = new double[parameters.dimension()];
        int count = 0;
        for (int i = 0; i < data.size() && count < enough; i++) {
            for (int j = 0; j < x.length; j++) {
                x[j] = data.value(i, j);
            }
            if (parameters.factors()[c].squaredDistance(x, parameters.means()[c]) < 36
                && !data.contains(found, count, i)) {
                found[count++] = i;
            }
        }
        return count;
    }
}
