package org.modelcollapse.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.modelcollapse.collapse.experiment.Band;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.law.ComponentBands;

/** The bands of one scenario at some of its generations, to seven digits. Filled by one thread. */
final class BandCurves {

    /** A number of a band and the name that the page knows it by. */
    private record Statistic(String name, ToDoubleFunction<Band> of) {
    }

    private static final List<Statistic> STATISTICS = List.of(new Statistic("runs", Band::runs),
        new Statistic("p05", Band::p05), new Statistic("q1", Band::q1), new Statistic("median", Band::median),
        new Statistic("q3", Band::q3), new Statistic("p95", Band::p95), new Statistic("mean", Band::mean),
        new Statistic("expected", band -> band.expected().orElse(Double.NaN)),
        new Statistic("z", band -> band.z().orElse(Double.NaN)));

    /** Numbers a metric and generation. */
    static final int NUMBERS = STATISTICS.size();

    private final List<String> names;

    private final int[] generations;

    /** By metric and statistic; NaN where there is no such number. */
    private final float[][][] values;

    private int filled;

    BandCurves(final Scenario scenario, final int most) {
        final int[] recorded = scenario.recordedGenerations();
        names = scenario.measured().names();
        generations = Arrays.stream(Places.of(recorded.length, most)).map(i -> recorded[i]).toArray();
        values = new float[names.size()][NUMBERS][generations.length];
    }

    /** Takes the bands of a generation, in ascending order, and passes over those that are not to be drawn. */
    void add(final int generation, final List<Band> bands) {
        if (filled == generations.length || generations[filled] != generation) {
            return;
        }
        for (int m = 0; m < values.length; m++) {
            for (int i = 0; i < NUMBERS; i++) {
                values[m][i][filled] = (float)STATISTICS.get(i).of().applyAsDouble(bands.get(m));
            }
        }
        filled++;
    }

    /** @return the generations drawn, up to the last that a run reached */
    float[] generations() {
        final float[] reached = new float[filled];
        for (int i = 0; i < filled; i++) {
            reached[i] = generations[i];
        }
        return reached;
    }

    /**
     * @param law of the components, or null if there is none
     * @return {@code {runs, p05, q1, median, ...}}, each a list of numbers, and the curves of the law of a component
     *         where there is one; null if there is no such metric
     */
    Map<String, Object> toJson(final String metric, final ComponentBands law) {
        final int m = names.indexOf(metric);
        if (m < 0) {
            return null;
        }
        final Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < NUMBERS; i++) {
            json.put(STATISTICS.get(i).name(), Arrays.copyOf(values[m][i], filled));
        }
        final Map<String, Object> ofLaw = law == null ? null : new ComponentCurves(law).ofComponent(metric);
        if (ofLaw != null) {
            json.put("component", ofLaw);
        }
        return json;
    }
}
