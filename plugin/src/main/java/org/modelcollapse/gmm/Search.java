package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The search for the highest maximum of the likelihood with one number of components. Starts of several kinds climb until
 * EM hardly gains; from the best maxima {@link LocalMoves} are tried; and that goes on, in rounds of a fixed number of
 * starts, until the best has come back as often as the effort asks. Every start and every refinement has random numbers of
 * its own, and their results are taken in their order: how many threads there are changes nothing.
 */
final class Search {

    /** Log-likelihoods, of all rows, that differ by less are the same maximum. */
    private static final double SAME = 0.05;

    /** EM of a start ends when the log-likelihood of all rows changes by less. */
    private static final double TOLERANCE = 1e-4;

    private static final int MOST_ITERATIONS = 300;

    /** Maxima on a part of the rows that are compared on all of them. */
    private static final int COMPARED = 3;

    private static final List<SearchStart> FIRST = List.of(new SearchStart.ByKMeans(), new SearchStart.BySplitting(),
        new SearchStart.ByNearestRows(), new SearchStart.ByRandomRows(), new SearchStart.ByWhitenedKMeans(),
        new SearchStart.ByNearestRows(), new SearchStart.ByRandomRows(), new SearchStart.ByKMeans());

    /** Two components have few maxima: a loop that fits them thousands of times needs no more starts that agree. */
    private static final int FIRST_OF_TWO = 4;

    private static final List<SearchStart> FURTHER = List.of(new SearchStart.ByNearestRows(),
        new SearchStart.ByRandomRows(), new SearchStart.ByNearestRows(), new SearchStart.ByRandomRows(),
        new SearchStart.ByNearestRows(), new SearchStart.ByKMeans(), new SearchStart.ByNearestRows(),
        new SearchStart.ByWhitenedKMeans());

    /** A maximum while it is looked for. */
    private static final class Peak {
        private final Parameters parameters;

        private final double score;

        private final boolean spike;

        private int found;

        private boolean refined;

        /** Where the moves lead from here, or null. */
        private Peak above;

        Peak(final Parameters parameters, final double score, final boolean spike) {
            this.parameters = parameters;
            this.score = score;
            this.spike = spike;
        }

        Peak summit() {
            Peak summit = this;
            while (summit.above != null) {
                summit = summit.above;
            }
            return summit;
        }
    }

    private record Ended(String start, Peak peak) {
    }

    private final AllRows all;

    private final FitData rows;

    private final FitSettings settings;

    private final FitSettings climbing;

    private final Effort effort;

    private final RandomStream random;

    private final Monitor monitor;

    private final SearchWorkers workers;

    private final List<Peak> peaks = new ArrayList<>();

    private final List<Ended> endings = new ArrayList<>();

    private int refinements;

    /**
     * @param all the data
     * @param rows what of them is searched
     * @param settings of the fit that is returned, with the number of components
     * @param effort how long
     * @param random split for every start, not drawn from
     * @param workers who work
     * @param monitor told of progress and asked whether to go on
     */
    Search(final AllRows all, final FitData rows, final FitSettings settings, final Effort effort,
        final RandomStream random, final SearchWorkers workers, final Monitor monitor) {
        this.all = all;
        this.rows = rows;
        this.settings = settings;
        this.effort = effort;
        this.random = random;
        this.workers = workers;
        this.monitor = monitor;
        climbing = settings.withThreads(1).withDegeneratePolicy(DegeneratePolicy.KEEP).withAccelerated(true)
            .withScored(false).withTolerance(TOLERANCE / rows.size()).withMaxIterations(MOST_ITERATIONS)
            .withStart(Start.kMeans()).withRestarts(1);
    }

    /** Searches from the given parameters, too. */
    void run(final String words, final List<Parameters> neighbours) {
        climbFrom(words, neighbours);
        if (settings.components() == 1) {
            if (endings.isEmpty()) {
                round(List.of(new SearchStart.ByKMeans()));
            }
            return;
        }
        round(settings.components() == 2 ? FIRST.subList(0, FIRST_OF_TWO) : FIRST);
        while (!enough()) {
            refine();
            if (!enough()) {
                round(FURTHER);
            }
        }
    }

    private boolean enough() {
        final int starts = endings.size();
        final Peak best = best();
        final boolean agreed = endings.stream().allMatch(e -> e.peak().summit() == best);
        return agreed && !best.spike || starts >= effort.mostStarts()
            || refinements > 0 && !best.spike && best.found >= effort.returns() && starts >= effort.leastStarts();
    }

    /** Climbs from parameters that others found. */
    final void climbFrom(final String words, final List<Parameters> starts) {
        final List<Supplier<EmRun>> tasks = new ArrayList<>();
        for (final Parameters start : starts) {
            tasks.add(() -> Climb.run(rows, climbing, start, random, quiet()));
        }
        workers.run(tasks).forEach(run -> endings.add(new Ended(words, peakOf(run))));
        recount();
    }

    private void round(final List<SearchStart> kinds) {
        final int before = endings.size();
        monitor.progress(Math.min(0.95, (double)before / effort.leastStarts()), this::words);
        final List<Supplier<EmRun>> tasks = new ArrayList<>();
        for (final SearchStart kind : kinds) {
            final RandomStream own = random.split(0, before + tasks.size());
            tasks.add(() -> Climb.run(rows, climbing, kind.parameters(rows, climbing, own, quiet()), own, quiet()));
        }
        final List<EmRun> runs = workers.run(tasks);
        for (int i = 0; i < runs.size(); i++) {
            endings.add(new Ended(kinds.get(i).words(), peakOf(runs.get(i))));
        }
        recount();
    }

    private String words() {
        return endings.isEmpty() ? "Looking for the best maximum"
            : "Looking for the best maximum: start " + (endings.size() + 1) + ", the best so far was found "
                + best().found + (best().found == 1 ? " time" : " times");
    }

    /** Tries moves from the best maxima that were not yet tried. */
    private void refine() {
        final List<Peak> next = peaks.stream().filter(p -> !p.spike && !p.refined && p.above == null)
            .sorted(Comparator.comparingDouble((Peak p) -> p.score).reversed()).limit(effort.refinements()).toList();
        final List<Supplier<EmRun>> tasks = new ArrayList<>();
        for (final Peak peak : next) {
            final RandomStream own = random.split(1, refinements++);
            tasks.add(() -> Climb.refine(rows, climbing, peak.parameters, peak.score, own, quiet()));
        }
        final List<EmRun> runs = workers.run(tasks);
        for (int i = 0; i < runs.size(); i++) {
            final Peak from = next.get(i);
            from.refined = true;
            if (runs.get(i) != null) {
                final Peak to = peakOf(runs.get(i)).summit();
                to.refined = true;
                if (!to.spike && to.score > from.score) {
                    from.above = to;
                }
            }
        }
        recount();
    }

    /** The known maximum at which a run ended, or a new one. */
    private Peak peakOf(final EmRun run) {
        for (final Peak peak : peaks) {
            if (Math.abs(peak.score - run.score()) * all.size() < SAME) {
                return peak;
            }
        }
        final Peak peak =
            new Peak(run.parameters(), run.score(), run.isDegenerate() || Spikes.has(rows, run.parameters()));
        peaks.add(peak);
        return peak;
    }

    private void recount() {
        peaks.forEach(p -> p.found = 0);
        endings.forEach(e -> e.peak().summit().found++);
    }

    private Peak best() {
        return ranked().get(0);
    }

    private List<Peak> ranked() {
        return peaks.stream().filter(p -> p.above == null && p.found > 0)
            .sorted(Comparator.comparing((Peak p) -> p.spike)
                .thenComparing(Comparator.comparingDouble((Peak p) -> p.score).reversed())).toList();
    }

    /** The splits of the best maximum, for one component more. */
    List<Parameters> splitsOfBest(final int most) {
        final LocalMoves moves = new LocalMoves(rows, climbing, best().parameters, random.split(2), quiet());
        return applied(moves, moves.splits(), most);
    }

    /** The merges of the best maximum, for one component fewer. */
    List<Parameters> mergesOfBest(final int most) {
        final LocalMoves moves = new LocalMoves(rows, climbing, best().parameters, random.split(3), quiet());
        return applied(moves, moves.merges(2 * settings.components()), most);
    }

    /** The best maximum, with the nearest covariances that another family allows; empty if there are none. */
    List<Parameters> bestAs(final CovarianceType family) {
        final Parameters best = best().parameters;
        final Parameters turned = Parameters.ofOrNull(family, best.weights(), best.means(),
            family.nearest(best.weights(), best.covariances(), best.type()));
        return best().spike || turned == null ? List.of() : List.of(turned);
    }

    private static List<Parameters> applied(final LocalMoves moves, final List<LocalMoves.Change> changes,
        final int most) {
        return changes.stream().limit(most).map(moves::applied).filter(p -> p != null).toList();
    }

    /** EM on all rows from the best maximum, to the end. */
    Fit fit() {
        final List<Peak> ranked = new ArrayList<>(ranked());
        if (rows != all) {
            compareOnAllRows(ranked);
        }
        final Peak best = ranked.get(0);
        final EmRun last = Climb.run(all, settings.withScored(true), best.parameters, random.split(4),
            new PartialMonitor(monitor, 19, 20, "best maximum: "));
        return last.toFit(report(ranked, last));
    }

    /** The log-likelihood of all rows at the best healthy maximum; minus infinity if there is none. */
    double bestOnAllRows() {
        final Peak best = best();
        if (best.spike) {
            return Double.NEGATIVE_INFINITY;
        }
        try (DataPass pass = DataPass.of(all, settings.components(), settings.threads(), monitor)) {
            return pass.sums(best.parameters, false).logLikelihood;
        }
    }

    private void compareOnAllRows(final List<Peak> ranked) {
        final List<Peak> healthy = ranked.stream().filter(p -> !p.spike).limit(COMPARED).toList();
        if (healthy.size() > 1) {
            try (DataPass pass = DataPass.of(all, settings.components(), settings.threads(), monitor)) {
                Peak highest = healthy.get(0);
                double most = Double.NEGATIVE_INFINITY;
                for (final Peak peak : healthy) {
                    final double logLikelihood = pass.sums(peak.parameters, false).logLikelihood;
                    if (logLikelihood > most) {
                        most = logLikelihood;
                        highest = peak;
                    }
                }
                ranked.remove(highest);
                ranked.add(0, highest);
            }
        }
    }

    private SearchReport report(final List<Peak> ranked, final EmRun last) {
        final double logLikelihood = last.score() * all.totalWeight();
        final List<SearchReport.Maximum> maxima = new ArrayList<>();
        for (final Peak peak : ranked) {
            final boolean first = maxima.isEmpty();
            maxima.add(new SearchReport.Maximum(
                (first ? last.parameters() : peak.parameters).toMixture(all).sortedByMean(),
                first ? logLikelihood : logLikelihood - (ranked.get(0).score - peak.score) * all.totalWeight(), peak.found,
                peak.spike));
        }
        return new SearchReport(effort, rows.size(), maxima, endings.stream()
            .map(e -> new SearchReport.Ending(e.start(), ranked.indexOf(e.peak().summit()))).toList());
    }

    /** For climbs, of which many are under way at a time: asks whether to go on, tells nothing. */
    private Monitor quiet() {
        return new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                // the rounds tell
            }

            @Override
            public void checkCanceled() {
                monitor.checkCanceled();
            }
        };
    }
}
