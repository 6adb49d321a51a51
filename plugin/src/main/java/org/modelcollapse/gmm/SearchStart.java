package org.modelcollapse.gmm;

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
            final int[] labels = KMeans.labels(Whitening.of(data).apply(data), k, random, monitor);
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
            final int[] labels = new int[data.size()];
            for (int i = 0; i < labels.length; i++) {
                double least = Double.POSITIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    double distance = 0;
                    for (int j = 0; j < white.dimension(); j++) {
                        final double difference = white.value(i, j) - white.value(rows[c], j);
                        distance += difference * difference;
                    }
                    if (distance < least) {
                        least = distance;
                        labels[i] = c;
                    }
                }
            }
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
