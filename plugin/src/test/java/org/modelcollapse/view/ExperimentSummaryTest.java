package org.modelcollapse.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.experiment.Band;
import org.modelcollapse.collapse.experiment.Bands;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.ScenarioSummary;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.StopRule;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

/** The summary of an experiment, read as its page reads it. */
class ExperimentSummaryTest {

    private static final Original UNIT =
        Original.of(GaussianMixture.of(new double[]{1}, new double[]{0}, new double[]{1}));

    private static Scenario gaussian(final String name, final int generations) {
        return Scenario.of(name, UNIT, 10, Regime.replace(), new GaussianLearner(0), generations);
    }

    private static ExperimentSummary summary(final Experiment experiment, final RunStore store) throws IOException {
        experiment.run(store, 1, Monitor.NONE);
        final var builder = ExperimentSummary.Builder.of(experiment, List.of("x"));
        for (int s = 0; s < experiment.scenarios().size(); s++) {
            final int number = s;
            Bands.of(experiment, s, store).forEach((t, bands) -> builder.addBands(number, t, bands), Monitor.NONE);
        }
        return builder.finish(store, ScenarioSummary.all(experiment, store, Monitor.NONE), Monitor.NONE);
    }

    private static ExperimentSummary summary(final int replicates, final Scenario... scenarios) throws IOException {
        return summary(Experiment.of(5, replicates, List.of(scenarios)), RunStore.inMemory());
    }

    /** @return the numbers of each list that a JSON text has under a name, gaps as NaN */
    private static List<double[]> lists(final String json, final String name) {
        final List<double[]> lists = new ArrayList<>();
        final Matcher matcher = Pattern.compile("\"" + name + "\":\\[([^\\[\\]]*)\\]").matcher(json);
        while (matcher.find()) {
            lists.add(numbers(matcher.group(1)));
        }
        return lists;
    }

    private static double[] numbers(final String list) {
        return list.isEmpty() ? new double[0] : Arrays.stream(list.split(","))
            .mapToDouble(v -> v.equals("null") ? Double.NaN : Double.parseDouble(v)).toArray();
    }

    @Test
    @DisplayName("has the bands of all generations, and of all metrics on demand, as they are computed")
    void bands() throws IOException {
        final Experiment experiment = Experiment.of(5, 9, List.of(gaussian("a", 30), gaussian("b", 40)));
        final RunStore store = RunStore.inMemory();
        final ExperimentSummary summary = summary(experiment, store);
        assertEquals(Json.write(experiment.scenarios().get(0).measured().names()),
            "[" + summary.initial().replaceAll(".*\"metrics\":\\[([^\\]]*)\\].*", "$1") + "]");
        assertTrue(summary.initial().endsWith(",\"bands\":" + summary.detail("bands/0") + "}"),
            "those of the first metric come along");
        final List<String> names = experiment.scenarios().get(1).measured().names();
        for (int m = 0; m < names.size(); m++) {
            final String json = summary.detail("bands/" + m);
            final List<Band> expected = new ArrayList<>();
            final int metric = m;
            Bands.of(experiment, 1, store).forEach((t, bands) -> expected.add(bands.get(metric)), Monitor.NONE);
            final double[] q1 = lists(json, "q1").get(1);
            final double[] law = lists(json, "expected").get(1);
            assertEquals(40, q1.length);
            for (int t = 0; t < 40; t++) {
                assertEquals((float)expected.get(t).q1(), (float)q1[t]);
                assertEquals((float)expected.get(t).expected().orElse(Double.NaN), (float)law[t]);
            }
        }
    }

    @Test
    @DisplayName("thins long lines alike for all statistics, from the first to the last generation")
    void thinned() throws IOException {
        final ExperimentSummary summary = summary(3,
            Scenario.of("long", UNIT, 1_000, Regime.replace(), new GaussianLearner(1), 3_000));
        final double[] x = lists(summary.initial(), "x").get(0);
        assertTrue(x.length <= 400 && x.length > 250, x.length + " points");
        assertEquals(1, x[0]);
        assertEquals(3_000, x[x.length - 1]);
        assertEquals(x.length, lists(summary.initial(), "median").get(0).length);
        final double[] runX = lists(summary.detail("runs/0/0"), "x").get(0);
        assertTrue(runX.length <= 200 && runX.length > 120, runX.length + " points of a run");
    }

    @Test
    @DisplayName("holds single runs, shorter where they ended before, with whether they widened")
    void runs() throws IOException {
        final Experiment experiment = Experiment.of(5, 8,
            List.of(gaussian("stops", 60).withStop(StopRule.of(0.3, false))));
        final RunStore store = RunStore.inMemory();
        final String json = summary(experiment, store).detail("runs/0/0");
        final String[] lines = json.replaceAll(".*\"y\":\\[\\[(.*)\\]\\]\\}", "$1").split("\\],\\[");
        final String[] widened = json.replaceAll(".*\"widened\":\\[([^\\]]*)\\].*", "$1").split(",");
        assertEquals(8, lines.length);
        boolean anyShorter = false;
        for (int r = 0; r < 8; r++) {
            final var run = store.get(0, r);
            final double[] line = numbers(lines[r]);
            assertEquals(run.recorded().size(), line.length);
            for (int t = 0; t < line.length; t++) {
                assertEquals((float)run.recorded().get(t)[0], (float)line[t]);
            }
            assertEquals(run.widened(), Boolean.parseBoolean(widened[r]));
            anyShorter |= line.length < 60;
        }
        assertTrue(anyShorter);
    }

    @Test
    @DisplayName("tells for each run when it lost half of the variance and when it collapsed, a gap where it did not")
    void times() throws IOException {
        final Experiment experiment = Experiment.of(5, 12, List.of(gaussian("a", 12)));
        final RunStore store = RunStore.inMemory();
        final String json = summary(experiment, store).initial();
        final double[] halfLives = lists(json, "halfLives").get(0);
        for (int r = 0; r < 12; r++) {
            final int halfLife = store.get(0, r).halfLife();
            assertEquals(halfLife == 0 ? Double.NaN : halfLife, halfLives[r]);
        }
        final long censored = DoubleStream.of(halfLives).filter(Double::isNaN).count();
        assertTrue(censored > 0 && censored < 12, "some were censored: " + Arrays.toString(halfLives));
        assertEquals(12, lists(json, "fits").get(0).length);
    }

    @Test
    @DisplayName("holds the kept training sets with the mixture fitted to each; rows as original are a histogram")
    void sets() throws IOException {
        final Scenario rows = Scenario.of("rows", Original.of(Points.of(1, 2, 2, 3, 5, 9)), 6, Regime.replace(),
            new KernelLearner(.3), 20).withKept(List.of(1, 20), 1);
        final ExperimentSummary summary = summary(3, gaussian("a", 30).withKept(List.of(1, 11, 30), 2), rows);
        assertEquals(List.of("sets/0/0", "sets/0/1", "sets/1/0"),
            summary.details().stream().filter(d -> d.startsWith("sets/")).toList());
        final String sets = summary.detail("sets/0/1");
        assertTrue(sets.startsWith("{\"original\":{\"weights\":[1],\"means\":[[0]],\"sds\":[[1]]},"), sets);
        assertEquals(List.of("1", "11", "30"), Pattern.compile("\"generation\":(\\d+)").matcher(sets).results()
            .map(m -> m.group(1)).toList());
        assertFalse(sets.contains("\"mixture\":null"), sets);
        final String ofRows = summary.detail("sets/1/0");
        assertTrue(ofRows.startsWith("{\"original\":null,\"first\":[{\"lower\":1,\"width\":1.6,\"counts\":["), ofRows);
        assertTrue(ofRows.contains("\"mixture\":null"), "kernels are no mixture");
    }

    @Test
    @DisplayName("a metric that a scenario lacks is null there, and has no runs of it")
    void lacking() throws IOException {
        final Scenario kernels = Scenario.of("kernels", UNIT, 10, Regime.replace(), new KernelLearner(.1), 5);
        final ExperimentSummary summary = summary(2, kernels, gaussian("a", 5));
        final int sd = IntStream.range(0, 20).filter(m -> summary.details().contains("bands/" + m)
            && summary.detail("bands/" + m).startsWith("[null,{")).findFirst().orElseThrow();
        assertFalse(summary.details().contains("runs/0/" + sd));
        assertTrue(summary.details().contains("runs/1/" + sd));
        assertThrows(IllegalArgumentException.class, () -> summary.detail("runs/0/" + sd));
    }

    @Test
    @DisplayName("stays small: fifty scenarios of two hundred runs, a hundred runs of two thousand generations")
    void bounded() throws IOException {
        final Scenario[] many = IntStream.range(0, 50).mapToObj(s -> gaussian("s" + s, 40)).toArray(Scenario[]::new);
        final ExperimentSummary wide = summary(200, many);
        assertTrue(wide.initial().length() < 1_500_000, wide.initial().length() + " characters at once");
        assertTrue(characters(wide) < 25_000_000, characters(wide) + " characters on demand");
        final ExperimentSummary longer =
            summary(100, Scenario.of("a", UNIT, 300, Regime.replace(), new GaussianLearner(1), 2_000));
        assertTrue(longer.initial().length() < 100_000, longer.initial().length() + " characters at once");
        assertTrue(characters(longer) < 3_000_000, characters(longer) + " characters on demand");
    }

    private static long characters(final ExperimentSummary summary) {
        // a tenth of them, evenly, tells the size of all
        final List<String> names = summary.details();
        return 10 * IntStream.range(0, names.size()).filter(i -> i % 10 == 0)
            .mapToLong(i -> summary.detail(names.get(i)).length()).sum();
    }
}
