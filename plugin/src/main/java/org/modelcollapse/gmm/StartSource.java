package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes the starts of the fits of a call: what several fits can share is made once. For one thread. */
final class StartSource {

    /** A hierarchy takes time and memory with the square of the rows. */
    private static final int MOST_ROWS = 2000;

    private final AllRows data;

    private final RandomStream ofSample;

    private final Map<Boolean, Hierarchy> hierarchies = new HashMap<>();

    /**
     * @param data what is fitted
     * @param random split for the rows of which a hierarchy is made, not drawn from
     */
    StartSource(final AllRows data, final RandomStream random) {
        this.data = data;
        ofSample = random.split(0);
    }

    /**
     * The first start is as set; of the further ones every second is by random points, for variety.
     *
     * @param index of the start, from 0
     * @param settings of the fit
     * @param random drawn from
     * @param monitor told of progress and asked whether to go on
     * @return what EM starts from
     */
    Parameters start(final int index, final FitSettings settings, final RandomStream random, final Monitor monitor) {
        if (settings.start() instanceof Start.Given given && index == 0) {
            return Starts.given(data, settings, given.mixture());
        }
        if (settings.start() instanceof Start.KMeans && index % 2 == 0) {
            return Starts.kMeans(data, settings, random, monitor);
        }
        if (settings.start() instanceof Start.Hierarchical && index == 0) {
            return hierarchical(settings, random, monitor);
        }
        return Starts.randomPoints(data, settings, random);
    }

    private Parameters hierarchical(final FitSettings settings, final RandomStream random, final Monitor monitor) {
        final boolean oneVariance = data.dimension() == 1 && settings.covarianceType().hasCommonVolume();
        final Hierarchy hierarchy =
            hierarchies.computeIfAbsent(oneVariance, one -> Hierarchy.of(sample(), one, monitor));
        final Parameters start = hierarchy.distinctRows() < settings.components() ? null
            : Starts.ofLabels(hierarchy.rows(), settings, hierarchy.labels(settings.components()));
        return start != null ? start : Starts.randomPoints(data, settings, random);
    }

    private FitData sample() {
        if (data.size() <= MOST_ROWS) {
            return data.gather();
        }
        final int[] rows = ofSample.choose(data.size(), MOST_ROWS);
        Arrays.sort(rows);
        return data.rows(rows);
    }
}
