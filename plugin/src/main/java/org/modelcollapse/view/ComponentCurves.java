package org.modelcollapse.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.modelcollapse.collapse.law.ComponentBands;

/** The law of the components as pages take it, at some of its places, up to the last that is valid. */
final class ComponentCurves {

    /** Most points a curve: bands are smooth. */
    private static final int MOST = 200;

    /** What the quantiles of {@link ComponentBands#LEVELS} are called. */
    private static final List<String> NAMES = List.of("p05", "q1", "median", "q3", "p95");

    private final ComponentBands bands;
    private final int components;
    private final int[] places;

    ComponentCurves(final ComponentBands bands) {
        this.bands = bands;
        components = bands.quantiles()[0].length / 3;
        // place 0 is the original, which no chart of fits has
        final int valid = bands.validPlaces() - 1;
        places = IntStream.of(Places.of(valid, MOST)).map(i -> i + 1).toArray();
    }

    /**
     * @param statistic as metrics are called: Weight, Mean, Sd or Variance
     * @return {@code {x, p05, q1, median, q3, p95}} of each component; empty for any other metric
     */
    List<Map<String, Object>> of(final String statistic) {
        final int kind = List.of("Weight", "Mean", "Variance").indexOf(statistic.equals("Sd") ? "Variance" : statistic);
        final List<Map<String, Object>> curves = new ArrayList<>();
        for (int k = 0; kind >= 0 && k < components; k++) {
            final int parameter = kind * components + k;
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("x", Arrays.stream(places).mapToDouble(i -> bands.generations()[i]).toArray());
            for (int level = 0; level < NAMES.size(); level++) {
                final int at = level;
                json.put(NAMES.get(level), Arrays.stream(places).mapToDouble(i -> bands.quantiles()[i][parameter][at])
                    .map(statistic.equals("Sd") ? Math::sqrt : y -> y).toArray());
            }
            curves.add(json);
        }
        return curves;
    }

    /** @return the curve of a metric of one component, as {@code Sd 2}; null for any other metric */
    Map<String, Object> ofComponent(final String metric) {
        final String[] words = metric.split(" ");
        if (words.length != 2 || !words[1].matches("[1-9][0-9]*")) {
            return null;
        }
        final List<Map<String, Object>> curves = of(words[0]);
        final int k = Integer.parseInt(words[1]);
        return k > curves.size() ? null : curves.get(k - 1);
    }
}
