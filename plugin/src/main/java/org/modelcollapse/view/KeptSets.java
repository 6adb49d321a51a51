package org.modelcollapse.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.modelcollapse.collapse.experiment.RunResult.Kept;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/**
 * The kept training sets of one run, as histograms, with the mixtures fitted to them.
 *
 * @param beginning what the run began from
 * @param sets some of the kept sets, by generation
 */
record KeptSets(Beginning beginning, List<Summary> sets) {

    /**
     * An original without its rows, of which there may be many: its mixture, or their histograms, one a variable; the
     * other is null.
     */
    record Beginning(GaussianMixture mixture, List<Histogram> rows) {

        static Beginning of(final Original original) {
            return new Beginning(original.mixture().orElse(null), original.rows().map(KeptSets::histograms).orElse(null));
        }
    }

    /** A training set: its histograms, one a variable, and the components as {@link Kept} has them. */
    record Summary(int generation, int rows, List<Histogram> histograms, List<double[]> components) {
    }

    /**
     * @param most how many sets may stay, at least 2: the first, the last, and others at equal distances
     */
    static KeptSets of(final Beginning beginning, final List<Kept> kept, final int most) {
        final int n = kept.size();
        final int some = Math.min(n, most);
        final List<Summary> sets = new ArrayList<>();
        for (int i = 0; i < some; i++) {
            final Kept set = kept.get(some == 1 ? 0 : (int)((long)i * (n - 1) / (some - 1)));
            sets.add(new Summary(set.generation(), set.points().size(), histograms(set.points()), set.components()));
        }
        return new KeptSets(beginning, sets);
    }

    private static List<Histogram> histograms(final Points points) {
        final List<Histogram> histograms = new ArrayList<>();
        for (int j = 0; j < points.dimension(); j++) {
            histograms.add(Histogram.of(points.column(j), null));
        }
        return histograms;
    }

    /** {@return the sets as the panel takes them that plays through training sets} */
    Map<String, Object> toJson() {
        final Map<String, Object> json = new LinkedHashMap<>();
        final boolean rows = beginning.mixture() == null;
        json.put("original", rows ? null : Mixtures.marginal(beginning.mixture()));
        json.put("first", json(rows ? beginning.rows() : sets.get(0).histograms()));
        json.put("kept", sets.stream().map(KeptSets::json).toList());
        return json;
    }

    private static Map<String, Object> json(final Summary set) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("generation", set.generation());
        json.put("rows", set.rows());
        json.put("histograms", json(set.histograms()));
        json.put("mixture", set.components().isEmpty() ? null : mixture(set.components()));
        return json;
    }

    private static List<Map<String, Object>> json(final List<Histogram> histograms) {
        return histograms.stream().map(Histogram::toJson).toList();
    }

    private static Map<String, Object> mixture(final List<double[]> components) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("weights", components.stream().mapToDouble(c -> c[0]).toArray());
        json.put("means", components.stream().map(c -> everySecond(c, 1)).toList());
        json.put("sds", components.stream().map(c -> everySecond(c, 2)).toList());
        return json;
    }

    private static double[] everySecond(final double[] values, final int from) {
        final double[] some = new double[(values.length - 1) / 2];
        Arrays.setAll(some, j -> values[from + 2 * j]);
        return some;
    }
}
