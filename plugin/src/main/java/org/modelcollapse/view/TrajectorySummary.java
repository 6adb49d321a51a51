package org.modelcollapse.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.law.ComponentSteps;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/**
 * What the view of a recursion shows: lines over the generations for each metric, the law beside the total variance,
 * and the training sets that were kept under the densities fitted to them.
 *
 * @param variables a name a dimension
 * @param fits the fitted mixture of each generation, at least one
 * @param expected the expected total variance of each generation by the exact law, or null if there is none
 * @param stepScores the z-score of the steps of the total variance up to each generation, NaN while there are too few
 * @param original the mixture that the recursion began from, or null if it began from rows
 * @param first the first training set, which is the original where that is made of rows
 * @param kept the training sets kept, by generation from 1
 * @param components the law of the components, or null where it is not valid
 * @param componentSteps the steps of the components against their law, or null if there are none to compare
 * @param others further metrics by name, a value a generation; they are shown last
 */
public record TrajectorySummary(List<String> variables, List<GaussianMixture> fits, double[] expected,
    double[] stepScores, GaussianMixture original, RowsSummary first, SortedMap<Integer, RowsSummary> kept,
    ComponentBands components, ComponentSteps componentSteps, Map<String, double[]> others) {

    /** Most numbers in all lines together: about two megabytes of text. */
    static final int MOST_NUMBERS = 200_000;

    /** Most points a line: about one a pixel of a wide screen. */
    static final int MOST_POINTS = 2_000;

    private static final int FEWEST_POINTS = 200;

    /** Most kept training sets that are sent, and that a slider can tell apart. */
    static final int MOST_KEPT = 200;

    /** Copies what could be changed. */
    public TrajectorySummary {
        variables = List.copyOf(variables);
        fits = List.copyOf(fits);
        expected = expected == null ? null : expected.clone();
        stepScores = stepScores.clone();
        kept = new TreeMap<>(kept);
        others = new LinkedHashMap<>(others);
    }

    /**
     * Summarises kept training sets: all of them, or if they are very many, the first, the last, and others at equal
     * distances.
     *
     * @param kept by generation
     * @return their summaries by generation
     */
    public static SortedMap<Integer, RowsSummary> summarise(final SortedMap<Integer, Points> kept) {
        final List<Integer> generations = List.copyOf(kept.keySet());
        final int n = generations.size();
        final int most = Math.min(n, MOST_KEPT);
        final SortedMap<Integer, RowsSummary> rows = new TreeMap<>();
        for (int i = 0; i < most; i++) {
            final int generation = generations.get(most == 1 ? 0 : (int)((long)i * (n - 1) / (most - 1)));
            rows.put(generation, RowsSummary.of(kept.get(generation), null));
        }
        return rows;
    }

    /** {@return the text that the page takes} */
    public String toJson() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("variables", variables);
        json.put("generations", fits.size());
        json.put("stepZ", stepScores[stepScores.length - 1]);
        if (components != null) {
            json.put("componentsValidTo", components.validTo());
        }
        if (componentSteps != null) {
            json.put("componentSteps", scores());
        }
        json.put("metrics", metrics());
        json.put("original", original == null ? null : Mixtures.marginal(original));
        json.put("first", histograms(first));
        json.put("kept", kept.entrySet().stream().map(e -> kept(e.getKey(), e.getValue())).toList());
        return Json.write(json);
    }

    /** The z-scores of weights, means and variances, a list each. */
    private Map<String, Object> scores() {
        final int k = componentSteps.components();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", componentSteps.count());
        final List<String> names = List.of("weights", "means", "variances");
        for (int i = 0; i < names.size(); i++) {
            json.put(names.get(i), IntStream.range(i * k, (i + 1) * k).mapToDouble(componentSteps::z).toArray());
        }
        json.put("lengths", componentSteps.chiSquareZ());
        return json;
    }

    private Map<String, Object> kept(final int generation, final RowsSummary rows) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("generation", generation);
        json.put("rows", rows.total());
        json.put("histograms", histograms(rows));
        json.put("mixture", Mixtures.marginal(fits.get(generation - 1)));
        return json;
    }

    private static List<Map<String, Object>> histograms(final RowsSummary rows) {
        return rows.histograms().stream().map(Histogram::toJson).toList();
    }

    private List<Map<String, Object>> metrics() {
        final int count = fits.stream().mapToInt(GaussianMixture::components).max().orElseThrow();
        final int d = variables.size();
        final int lines = 3 + count * (3 * d + 1) + d + others.size();
        final int most = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, MOST_NUMBERS / lines));
        final List<Map<String, Object>> metrics = new ArrayList<>();
        final List<Map<String, Object>> total = new ArrayList<>();
        total.add(line("Total variance", GaussianMixture::totalVariance, most));
        if (expected != null) {
            final Map<String, Object> law = named("Expected by the law", expected, most);
            law.put("law", true);
            total.add(law);
        }
        metrics.add(metric("Total variance", total));
        for (int j = 0; j < d; j++) {
            final int i = j;
            metrics.add(byComponent("Variance", i, count, most, (m, k) -> m.covariance(k, i, i)));
            metrics.add(byComponent("Sd", i, count, most, (m, k) -> Math.sqrt(m.covariance(k, i, i))));
            metrics.add(byComponent("Mean", i, count, most, (m, k) -> m.mean(k, i)));
        }
        metrics.add(withLaw("Weight", metric("Weight", byComponent(count, most, GaussianMixture::weight))));
        metrics.add(metric("Mean of the mixture", IntStream.range(0, d)
            .mapToObj(j -> line(d == 1 ? "Mean" : variables.get(j), m -> m.mean()[j], most)).toList()));
        if (!Double.isNaN(stepScores[stepScores.length - 1])) {
            metrics.add(metric("Step z-score", List.of(named("Step z-score", stepScores, most))));
        }
        others.forEach((name, y) -> metrics.add(metric(name, List.of(named(name, y, most)))));
        return metrics;
    }

    @FunctionalInterface
    private interface Statistic {
        double of(GaussianMixture mixture, int k);
    }

    private Map<String, Object> byComponent(final String statistic, final int j, final int count, final int most,
        final Statistic value) {
        return withLaw(statistic, metric(
            variables.size() == 1 ? statistic : statistic + " (" + variables.get(j) + ")",
            byComponent(count, most, value)));
    }

    /** Puts the law of the components behind a metric that has one. */
    private Map<String, Object> withLaw(final String statistic, final Map<String, Object> metric) {
        if (components != null) {
            metric.put("bands", new ComponentCurves(components).of(statistic));
        }
        return metric;
    }

    private List<Map<String, Object>> byComponent(final int count, final int most, final Statistic value) {
        return IntStream.range(0, count).mapToObj(
            k -> line("Component " + (k + 1), m -> k < m.components() ? value.of(m, k) : Double.NaN, most)).toList();
    }

    private Map<String, Object> line(final String name, final ToDoubleFunction<GaussianMixture> value,
        final int most) {
        return named(name, fits.stream().mapToDouble(value).toArray(), most);
    }

    private static Map<String, Object> named(final String name, final double[] y, final int most) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.putAll(Line.of(y, most));
        return json;
    }

    private static Map<String, Object> metric(final String name, final List<Map<String, Object>> lines) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("lines", lines);
        return json;
    }
}
