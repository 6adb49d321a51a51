package org.modelcollapse.gmm;

import java.util.Arrays;

/** Where a climb of the search begins. Each kind gives other parameters with other random numbers. */
sealed interface SearchStart {

    /** The parameters that EM starts from; drawn anew at every call. */
    Parameters parameters(FitData data, FitSettings settings, RandomStream random, Monitor monitor);

    /** {@return a word or two for people} */
    String words();

    /** A cluster of next to no weight makes no component: then the start is by random rows. */
    private static Parameters orRandomRows(final Parameters start, final FitData data, final FitSettings settings,
        final RandomStream random) {
        return start != null ? start : Starts.randomPoints(data, settings, random);
    }

    /** Clusters by k-means, in the units of the columns. */
    record ByKMeans() implements SearchStart {
        @Override
        public Parameters parameters(final FitData data, final FitSettings settings, final RandomStream random,
            final Monitor monitor) {
            return Starts.kMeans(data, settings, random, monitor);
        }

        @Override
        public String words() {
            return "k-means";
        }
    }

    /** Clusters by k-means after the columns were made uncorrelated and of variance 1, so that no unit counts more. */
    record ByWhitenedKMeans() implements SearchStart {
        @Override
        public Parameters parameters(final FitData data, final FitSettings settings, final RandomStream random,
            final Monitor monitor) {
            final int k = settings.components();
            if (k == 1 || data.dimension() == 1) {
                return Starts.kMeans(data, settings, random, monitor);
            }
            final FitData white = Whitening.of(data).apply(data);
            final double[][] centres = KMeans.centres(white, k, random, monitor);
            final int[] labels = new int[data.size()];
            Arrays.setAll(labels, i -> white.nearest(i, centres));
            return orRandomRows(Starts.ofLabels(data, settings, labels), data, settings, random);
        }

        @Override
        public String words() {
            return "k-means on whitened data";
        }
    }

    /** Each row goes to the nearest of a few random rows, by the distance in whitened columns. */
    record ByNearestRows() implements SearchStart {
        @Override
        public Parameters parameters(final FitData data, final FitSettings settings, final RandomStream random,
            final Monitor monitor) {
            final int k = settings.components();
            final FitData white = Whitening.of(data).apply(data);
            final int[] rows = Starts.distinctRows(data, k, random);
            final double[][] seeds = new double[k][data.dimension()];
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < seeds[c].length; j++) {
                    seeds[c][j] = white.value(rows[c], j);
                }
            }
            final int[] labels = new int[data.size()];
            Arrays.setAll(labels, i -> white.nearest(i, seeds));
            return orRandomRows(Starts.ofLabels(data, settings, labels), data, settings, random);
        }

        @Override
        public String words() {
            return "nearest of random rows";
        }
    }

    /** Random rows as means, the covariance of all rows for every component. */
    record ByRandomRows() implements SearchStart {
        @Override
        public Parameters parameters(final FitData data, final FitSettings settings, final RandomStream random,
            final Monitor monitor) {
            return Starts.randomPoints(data, settings, random);
        }

        @Override
        public String words() {
            return "random rows";
        }
    }

    /** From one component upwards, the one whose split gains most is split, and EM run a few steps after each. */
    record BySplitting() implements SearchStart {
        private static final int STEPS = 10;

        @Override
        public Parameters parameters(final FitData data, final FitSettings settings, final RandomStream random,
            final Monitor monitor) {
            Parameters at = Starts.ofLabels(data, settings.withComponents(1), new int[data.size()]);
            while (at.components() < settings.components()) {
                final LocalMoves moves = new LocalMoves(data, settings, at, random, monitor);
                final Parameters split = moves.bestSplit();
                if (split == null) {
                    return Starts.randomPoints(data, settings, random);
                }
                at = Climb.run(data, settings.withComponents(split.components()).withMaxIterations(STEPS), split,
                    random, monitor).parameters();
            }
            return at;
        }

        @Override
        public String words() {
            return "splitting";
        }
    }
}
