package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fits mixtures by EM from as many starts as it takes: looks for the highest maximum of the likelihood, where
 * {@link Fitter} takes the one that its start leads to. Each fit tells by {@link Fit#search()} how it was found.
 *
 * <p>Starts are k-means, k-means on whitened columns, greedy splitting, random rows, and clusters around random rows; from
 * the best maxima components are merged and split. Of many rows, a sample is searched, or in one column the cells of a
 * fine grid, and EM on all rows follows. Spikes, whose likelihood has no bound, never win over a healthy maximum.
 *
 * <p>All methods are safe for use by many threads, each with its own {@link RandomStream}; the same data, settings and
 * stream give the same bits on any number of threads.
 */
public final class BestFit {

    /** Fewer rows times components than this are searched by one thread: to start others would take longer. */
    private static final int WORTH_THREADS = 2000;

    /** Splits and merges of the neighbouring numbers of components that are tried. */
    private static final int NEIGHBOURS = 3;

    private BestFit() {
    }

    /**
     * Fits one mixture.
     *
     * @param data {@code n} rows, at least as many distinct ones of positive weight as there are components
     * @param rowWeights as for {@link Fitter#fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings how, usually {@link FitSettings#converged}; start and number of starts in it are not used, and the
     *            start must not be a given mixture
     * @param effort how long to search
     * @param random source of random numbers
     * @param monitor told of progress and asked whether to go on, by several threads if the settings give several
     * @return the fit
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in the best maximum and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Fit fit(final Points data, final double[] rowWeights, final FitSettings settings, final Effort effort,
        final RandomStream random, final Monitor monitor) {
        final int k = settings.components();
        return fits(FitData.of(data, rowWeights), settings, List.of(settings.covarianceType()), k, k, effort, random,
            monitor).get(0);
    }

    /**
     * Fits a mixture for each number of components in a range and says which one a criterion prefers. Each number is
     * searched from the splits of the best maximum of one component fewer, and from the merges of that of one more, too.
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @param settings as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}; the number of components in it is not used
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param effort how long to search
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return all fits and the choice
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in a best maximum and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Selection select(final Points data, final double[] rowWeights, final FitSettings settings,
        final int least, final int most, final Criterion criterion, final Effort effort, final RandomStream random,
        final Monitor monitor) {
        return select(FitData.of(data, rowWeights), settings, List.of(settings.covarianceType()), least, most, criterion,
            effort, random, monitor);
    }

    /**
     * Fits one mixture to rows that lie elsewhere.
     *
     * @param rows the rows
     * @param settings as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @param effort how long to search
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return what {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)} gives for the same rows
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in the best maximum and the settings say to fail
     */
    public static Fit fit(final RowBlocks rows, final FitSettings settings, final Effort effort,
        final RandomStream random, final Monitor monitor) {
        final int k = settings.components();
        return fits(RemoteRows.of(rows), settings, List.of(settings.covarianceType()), k, k, effort, random, monitor).get(0);
    }

    /**
     * Fits a mixture to rows that lie elsewhere for each of some covariance families and each number of components in a
     * range, and says which one a criterion prefers.
     *
     * @param rows the rows
     * @param settings as for {@link #fit(RowBlocks, FitSettings, Effort, RandomStream, Monitor)}; number of components and
     *            covariance type in it are not used
     * @param families at least one, all different
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param effort how long to search
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return all fits and the choice, the same as for the same rows in memory
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in a best maximum and the settings say to fail
     */
    public static Selection select(final RowBlocks rows, final FitSettings settings, final List<CovarianceType> families,
        final int least, final int most, final Criterion criterion, final Effort effort, final RandomStream random,
        final Monitor monitor) {
        return select(RemoteRows.of(rows), settings, families, least, most, criterion, effort, random, monitor);
    }

    /**
     * Fits a mixture for each of some covariance families and each number of components in a range and says which one a
     * criterion prefers. Each family is searched from the best maxima of the families next to it, too.
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link #fit}
     * @param settings as for {@link #fit}; number of components and covariance type in it are not used
     * @param families at least one, all different
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param effort how long to search
     * @param random source of random numbers
     * @param monitor as for {@link #fit}
     * @return all fits, family by family, and the choice
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in a best maximum and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Selection select(final Points data, final double[] rowWeights, final FitSettings settings,
        final List<CovarianceType> families, final int least, final int most, final Criterion criterion,
        final Effort effort, final RandomStream random, final Monitor monitor) {
        return select(FitData.of(data, rowWeights), settings, families, least, most, criterion, effort, random, monitor);
    }

    /**
     * Fits one mixture to rows of which some values are not known.
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link Fitter#fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @param effort how long to search
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return the fit
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in the best maximum and the settings say to fail
     */
    public static Fit fit(final PartialPoints data, final double[] rowWeights, final FitSettings settings,
        final Effort effort, final RandomStream random, final Monitor monitor) {
        final int k = settings.components();
        return fits(FitData.of(data, rowWeights, monitor), settings, List.of(settings.covarianceType()), k, k, effort,
            random, monitor).get(0);
    }

    /**
     * Chooses family and number of components for rows of which some values are not known.
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link Fitter#fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @param families at least one, all different
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param effort how long to search
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return all fits, family by family, and the choice
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses in a best maximum and the settings say to fail
     */
    public static Selection select(final PartialPoints data, final double[] rowWeights, final FitSettings settings,
        final List<CovarianceType> families, final int least, final int most, final Criterion criterion,
        final Effort effort, final RandomStream random, final Monitor monitor) {
        return select(FitData.of(data, rowWeights, monitor), settings, families, least, most, criterion, effort, random,
            monitor);
    }

    /**
     * How much higher than a fit of rows of which some values are not known other starts climb, by a quick search.
     *
     * @param data what was fitted
     * @param rowWeights as for {@link Fitter#fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings with which it was fitted; not from a given mixture
     * @param fit the fit
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return the log-likelihood at the best maximum found, less that of the fit; 0 if nothing better is found
     */
    public static double gain(final PartialPoints data, final double[] rowWeights, final FitSettings settings,
        final Fit fit, final RandomStream random, final Monitor monitor) {
        return gain(FitData.of(data, rowWeights, monitor), settings, fit, random, monitor);
    }

    private static Selection select(final AllRows data, final FitSettings settings,
        final List<CovarianceType> families, final int least, final int most, final Criterion criterion,
        final Effort effort, final RandomStream random, final Monitor monitor) {
        Check.atLeast("number of families", families.size(), 1);
        Check.atLeast("fewest components", least, 1);
        Check.atLeast("most components", most, least);
        Objects.requireNonNull(criterion, "criterion");
        return Selection.of(criterion, fits(data, settings, families, least, most, effort, random, monitor));
    }

    /**
     * How much higher than a fit of rows that lie elsewhere other starts climb, by a quick search.
     *
     * @param rows what was fitted
     * @param settings with which it was fitted; not from a given mixture
     * @param fit the fit
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return what {@link #gain(Points, double[], FitSettings, Fit, RandomStream, Monitor)} gives for the same rows
     */
    public static double gain(final RowBlocks rows, final FitSettings settings, final Fit fit, final RandomStream random,
        final Monitor monitor) {
        return gain(RemoteRows.of(rows), settings, fit, random, monitor);
    }

    /**
     * How much higher than a fit other starts climb, by a quick search.
     *
     * @param data what was fitted
     * @param rowWeights as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @param settings with which it was fitted; not from a given mixture
     * @param fit the fit
     * @param random source of random numbers
     * @param monitor as for {@link #fit(Points, double[], FitSettings, Effort, RandomStream, Monitor)}
     * @return the log-likelihood of all rows at the best maximum found, less that of the fit; 0 if nothing better is found
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static double gain(final Points data, final double[] rowWeights, final FitSettings settings, final Fit fit,
        final RandomStream random, final Monitor monitor) {
        return gain(FitData.of(data, rowWeights), settings, fit, random, monitor);
    }

    private static double gain(final AllRows data, final FitSettings settings, final Fit fit, final RandomStream random,
        final Monitor monitor) {
        final FitSettings like = settings.withComponents(fit.mixture().components());
        final FitData rows = searched(data, like.components(), random);
        final AllRows all = whole(rows, data);
        try (SearchWorkers workers = new SearchWorkers(1)) {
            final Search search = new Search(all, rows, like, Effort.QUICK, random, workers, monitor);
            search.run("", List.of());
            return Math.max(0, search.bestOnAllRows() - fit.score() * all.totalWeight());
        }
    }

    /** The data: if all of them are searched, those in memory, so that the search knows that it sees all. */
    private static AllRows whole(final FitData searched, final AllRows data) {
        return searched.size() == data.size() ? searched : data;
    }

    /** What of the data is searched. */
    private static FitData searched(final AllRows data, final int components, final RandomStream random) {
        final FitData part = SearchRows.of(data, components, random.split(0));
        final FitData rows = part.distinctRows(components) == components ? part : data.gather();
        // computed here, because several threads will read it
        rows.covariance();
        return rows;
    }

    private static List<Fit> fits(final AllRows data, final FitSettings settings, final List<CovarianceType> families,
        final int least, final int most, final Effort effort, final RandomStream random, final Monitor monitor) {
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(monitor, "monitor");
        if (settings.start() instanceof Start.Given) {
            throw new IllegalArgumentException(
                "From a start mixture EM climbs to one maximum: there is nothing to search. Take away the start mixture,"
                    + " or fit without a search.");
        }
        for (int k = least; k <= most; k++) {
            data.requireSuitable(settings.withComponents(k));
        }
        final FitData rows = searched(data, most, random);
        final AllRows all = whole(rows, data);
        final int threads = (long)rows.size() * most < WORTH_THREADS ? 1 : settings.threads();
        try (SearchWorkers workers = new SearchWorkers(threads)) {
            final Map<CovarianceType, List<Search>> searches = new EnumMap<>(CovarianceType.class);
            for (final CovarianceType family : families) {
                final Monitor ofFamily = families.size() == 1 ? monitor
                    : new PartialMonitor(monitor, searches.size(), families.size(), family + ", ");
                searches.put(family, searches(all, rows, settings.withCovarianceType(family), least, most, effort, random,
                    workers, ofFamily));
            }
            climbFromNeighbours(searches);
            return families.stream().flatMap(family -> searches.get(family).stream()).map(Search::fit).toList();
        }
    }

    /** A search for each number of components, each helped by those of one component fewer and more. */
    private static List<Search> searches(final AllRows data, final FitData rows, final FitSettings settings,
        final int least, final int most, final Effort effort, final RandomStream random, final SearchWorkers workers,
        final Monitor monitor) {
        final int steps = most - least + 1;
        final List<Search> searches = new ArrayList<>();
        for (int k = least; k <= most; k++) {
            final Monitor ofOne =
                steps == 1 ? monitor : new PartialMonitor(monitor, k - least, steps, k + " components: ");
            final Search search =
                new Search(data, rows, settings.withComponents(k), effort, random.split(k), workers, ofOne);
            search.run("split of " + (k - 1),
                searches.isEmpty() ? List.of() : searches.get(k - least - 1).splitsOfBest(NEIGHBOURS));
            searches.add(search);
        }
        for (int k = most - 1; k >= least; k--) {
            searches.get(k - least).climbFrom("merge of " + (k + 1),
                searches.get(k - least + 1).mergesOfBest(NEIGHBOURS));
        }
        return searches;
    }

    /** A maximum of a family is a good start for one that differs from it in a single letter. */
    private static void climbFromNeighbours(final Map<CovarianceType, List<Search>> searches) {
        searches.forEach((family, ofFamily) -> searches.forEach((other, ofOther) -> {
            if (family.differences(other) == 1) {
                for (int i = 0; i < ofFamily.size(); i++) {
                    ofFamily.get(i).climbFrom("best of " + other, ofOther.get(i).bestAs(family));
                }
            }
        }));
    }
}
