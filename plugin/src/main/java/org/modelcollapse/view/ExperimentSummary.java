package org.modelcollapse.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.modelcollapse.collapse.experiment.Band;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunResult;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.ScenarioSummary;
import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.Monitor;

/**
 * What the view of an experiment shows. At once: what became of the runs of each scenario, and the bands of one metric.
 * On demand: the bands of the others ({@code bands/metric}), the kept training sets of a run ({@code
 * sets/scenario/replicate}), and single runs ({@code runs/scenario/metric}), all numbered from 0. However large the
 * experiment is, some tens of megabytes hold it: lines are thinned, and of very many runs only the first are kept.
 * Immutable once made.
 */
public final class ExperimentSummary implements PageData {

    /** Most points a line: about one for two pixels of a wide screen. */
    private static final int MOST_PLACES = 400;

    /** Most points of a single run, which is thin and one of many. */
    private static final int MOST_PLACES_OF_RUN = 200;

    private static final int FEWEST_PLACES = 25;

    /** Most numbers in all bands together: 16 MB in memory. */
    private static final int BAND_NUMBERS = 4_000_000;

    /** Most numbers in all single runs together: 8 MB in memory, about as much in a file. */
    private static final int RUN_NUMBERS = 2_000_000;

    /** Most single runs a scenario: more hide each other. */
    private static final int MOST_RUNS = 100;

    /** Most training sets in all: each takes about a kilobyte a variable. */
    private static final int MOST_SETS = 3_000;

    /** Most training sets of one run, as many as a slider can tell apart, and the fewest worth having. */
    private static final int MOST_SETS_OF_RUN = 200;

    private static final int FEWEST_SETS_OF_RUN = 2;

    private static final int MOST_KEPT_REPLICATES = 20;

    private final String initial;

    private final Map<String, Supplier<Object>> details = new LinkedHashMap<>();

    private ExperimentSummary(final Builder made, final List<Map<String, Object>> scenarios,
        final List<ComponentBands> laws) {
        // the details must not hold the builder, which holds the experiment and with it the rows of the original
        final List<BandCurves> bands = made.bands;
        for (int m = 0; m < made.names.size(); m++) {
            final String name = made.names.get(m);
            details.put("bands/" + m, () -> IntStream.range(0, bands.size())
                .mapToObj(s -> bands.get(s).toJson(name, laws.get(s))).toList());
        }
        made.kept.forEach((name, sets) -> details.put(name, sets::toJson));
        for (int m = 0; m < made.names.size(); m++) {
            final String name = made.names.get(m);
            for (int s = 0; s < made.runs.size(); s++) {
                final RunCurves runs = made.runs.get(s);
                if (runs.has(name)) {
                    details.put("runs/" + s + "/" + m, () -> runs.toJson(name));
                }
            }
        }
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("variables", made.variables);
        json.put("replicates", made.experiment.replicates());
        json.put("metrics", made.names);
        json.put("scenarios", scenarios);
        json.put("bands", details.get("bands/0").get());
        initial = Json.write(json);
    }

    @Override
    public String initial() {
        return initial;
    }

    @Override
    public List<String> details() {
        return List.copyOf(details.keySet());
    }

    @Override
    public String detail(final String name) {
        return details.containsKey(name) ? Json.write(details.get(name).get()) : PageData.super.detail(name);
    }

    /** Takes the results of an experiment while its tables are written. Not thread-safe. */
    public static final class Builder {

        private final Experiment experiment;

        private final List<String> variables;

        private final List<String> names;

        private final List<BandCurves> bands = new ArrayList<>();

        private final List<RunCurves> runs = new ArrayList<>();

        private final Map<String, KeptSets> kept = new LinkedHashMap<>();

        /** The scenarios mostly begin from one and the same original, whose rows are counted once. */
        private final Map<Original, KeptSets.Beginning> beginnings = new IdentityHashMap<>();

        private Builder(final Experiment experiment, final List<String> variables) {
            this.experiment = experiment;
            this.variables = List.copyOf(variables);
            names = experiment.measured();
            final long lines = (long)experiment.scenarios().size() * names.size();
            final int bandPlaces = places(MOST_PLACES, BAND_NUMBERS / (BandCurves.NUMBERS * lines));
            final int mostRuns = (int)Math.max(1, Math.min(Math.min(MOST_RUNS, experiment.replicates()),
                RUN_NUMBERS / (FEWEST_PLACES * lines)));
            final int runPlaces = places(MOST_PLACES_OF_RUN, RUN_NUMBERS / (mostRuns * lines));
            for (final Scenario scenario : experiment.scenarios()) {
                bands.add(new BandCurves(scenario, bandPlaces));
                runs.add(new RunCurves(scenario, mostRuns, runPlaces));
            }
        }

        private static int places(final int most, final long affordable) {
            return (int)Math.max(FEWEST_PLACES, Math.min(most, affordable));
        }

        /**
         * @param experiment whose results are to come
         * @param variables a name a dimension
         * @return a builder that has seen nothing
         */
        public static Builder of(final Experiment experiment, final List<String> variables) {
            return new Builder(experiment, variables);
        }

        /**
         * Takes the bands of a generation; of each scenario those of all recorded generations must come, in order.
         *
         * @param scenario number of the scenario, from 0
         * @param generation number of the generation
         * @param ofGeneration a band for each name that the scenario measures
         */
        public void addBands(final int scenario, final int generation, final List<Band> ofGeneration) {
            bands.get(scenario).add(generation, ofGeneration);
        }

        /**
         * Takes the runs.
         *
         * @param store where they are
         * @param summaries of all scenarios
         * @param monitor asked for each run whether to go on
         * @return the summary
         * @throws IOException if a run cannot be read
         */
        public ExperimentSummary finish(final RunStore store, final List<ScenarioSummary> summaries,
            final Monitor monitor) throws IOException {
            final List<Map<String, Object>> scenarios = new ArrayList<>();
            for (int s = 0; s < experiment.scenarios().size(); s++) {
                final Times times = new Times(experiment.replicates());
                for (int r = 0; r < experiment.replicates(); r++) {
                    monitor.checkCanceled();
                    final RunResult run = store.get(s, r);
                    times.add(run);
                    runs.get(s).add(run);
                    keep(run);
                }
                scenarios.add(scenario(s, times, summaries.get(s)));
            }
            return new ExperimentSummary(this, scenarios,
                summaries.stream().map(summary -> summary.componentBands().orElse(null)).toList());
        }

        private void keep(final RunResult run) {
            if (run.kept().isEmpty() || run.replicate() >= MOST_KEPT_REPLICATES) {
                return;
            }
            final Scenario scenario = experiment.scenarios().get(run.scenario());
            final int keptRuns =
                Math.min(scenario.keptReplicates(), MOST_KEPT_REPLICATES) * experiment.scenarios().size();
            final int most = Math.max(FEWEST_SETS_OF_RUN, Math.min(MOST_SETS_OF_RUN, MOST_SETS / keptRuns));
            kept.put("sets/" + run.scenario() + "/" + run.replicate(),
                KeptSets.of(beginnings.computeIfAbsent(scenario.original(), KeptSets.Beginning::of), run.kept(), most));
        }

        private Map<String, Object> scenario(final int s, final Times times, final ScenarioSummary summary) {
            final Scenario scenario = experiment.scenarios().get(s);
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", scenario.name());
            json.put("rows", scenario.n());
            json.put("generations", scenario.generations());
            json.put("originalVariance", scenario.originalVariance());
            json.put("collapseShare", scenario.collapseShare());
            json.put("stepZ", orNull(summary.steps().z()));
            json.put("halfLife", orNull(summary.halfLife()));
            json.put("collapseTime", orNull(summary.collapseTime()));
            json.put("widened", summary.widenedShare());
            final Map<String, Object> ended = new LinkedHashMap<>();
            summary.reasons().forEach((reason, count) -> ended.put(reason.label(), count));
            json.put("ended", ended);
            json.put("fits", times.fits);
            json.put("halfLives", times.halfLives);
            json.put("collapseTimes", times.collapseTimes);
            json.put("x", bands.get(s).generations());
            json.put("runs", runs.get(s).size());
            json.put("keptReplicates",
                kept.keySet().stream().filter(name -> name.startsWith("sets/" + s + "/")).count());
            return json;
        }

        private static Double orNull(final OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }

    /** When what happened to the runs of a scenario, in generations; a gap where it did not happen. */
    private static final class Times {

        private final float[] fits;

        private final float[] halfLives;

        private final float[] collapseTimes;

        private Times(final int replicates) {
            fits = new float[replicates];
            halfLives = new float[replicates];
            collapseTimes = new float[replicates];
        }

        private void add(final RunResult run) {
            fits[run.replicate()] = run.fits();
            halfLives[run.replicate()] = run.halfLife() == 0 ? Float.NaN : run.halfLife();
            collapseTimes[run.replicate()] = run.collapsedAt() == 0 ? Float.NaN : run.collapsedAt();
        }
    }
}
