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
            add(data, i, labels[i], sums);
        }
        return sums;
    }

    private static void add(final FitData data, final int i, final int k, final Statistics sums) {
        final double weight = data.weight(i);
        sums.count[k] += weight;
        for (int a = 0; a < data.dimension(); a++) {
            final double weighted = weight * data.value(i, a);
            sums.first[k][a] += weighted;
            for (int b = 0; b <= a; b++) {
                sums.second[k][a][b] += weighted * data.value(i, b);
            }
        }
    }

    /** Sums about the origin, each row belonging to the nearest of some centres. */
    record OfNearest(double[][] centres) implements ChunkTask<Statistics> {
        @Override
        public Statistics of(final Chunk chunk) {
            final Statistics sums = new Statistics(centres.length, centres[0].length);
            for (int i = chunk.from(); i < chunk.to(); i++) {
                add(chunk.rows(), i, chunk.rows().nearest(i, centres), sums);
            }
            return sums;
        }

        @Override
        public Statistics sum(final Statistics earlier, final Statistics later) {
            earlier.add(later);
            return earlier;
        }
    }
}
