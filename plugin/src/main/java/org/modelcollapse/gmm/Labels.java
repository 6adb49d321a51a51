package org.modelcollapse.gmm;

/** The sums of an E-step whose responsibilities are hard: each row belongs to one component. */
final class Labels {

    private Labels() {
    }

    /** Sums about the origin. */
    static Statistics sums(final FitData data, final int[] labels, final int components) {
        final int d = data.dimension();
        final Statistics sums = new Statistics(components, d);
        for (int i = 0; i < labels.length; i++) {
            final int k = labels[i];
            final double weight = data.weight(i);
            sums.count[k] += weight;
            for (int a = 0; a < d; a++) {
                final double weighted = weight * data.value(i, a);
                sums.first[k][a] += weighted;
                for (int b = 0; b <= a; b++) {
                    sums.second[k][a][b] += weighted * data.value(i, b);
                }
            }
        }
        return sums;
    }
}
