package org.modelcollapse.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.modelcollapse.collapse.experiment.RunResult;
import org.modelcollapse.collapse.experiment.Scenario;

/** The first runs of one scenario at some of their generations, to seven digits. Filled by one thread. */
final class RunCurves {

    private final List<String> names;

    private final int most;

    /** Of the recorded generations those that are drawn. */
    private final int[] places;

    private final float[] generations;

    /** By run, metric and generation; shorter where the run ended before. */
    private final List<float[][]> values = new ArrayList<>();

    private final List<Boolean> widened = new ArrayList<>();

    RunCurves(final Scenario scenario, final int mostRuns, final int mostPlaces) {
        final int[] recorded = scenario.recordedGenerations();
        names = scenario.measured().names();
        most = mostRuns;
        places = Places.of(recorded.length, mostPlaces);
        generations = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            generations[i] = recorded[places[i]];
        }
    }

    void add(final RunResult run) {
        if (values.size() == most) {
            return;
        }
        final List<double[]> recorded = run.recorded();
        final int reached = (int)Arrays.stream(places).filter(i -> i < recorded.size()).count();
        final float[][] lines = new float[names.size()][reached];
        for (int i = 0; i < reached; i++) {
            final double[] row = recorded.get(places[i]);
            for (int m = 0; m < lines.length; m++) {
                lines[m][i] = (float)row[m];
            }
        }
        values.add(lines);
        widened.add(run.widened());
    }

    /** @return how many runs there are */
    int size() {
        return values.size();
    }

    boolean has(final String metric) {
        return names.contains(metric);
    }

    /** @return {@code {x, widened, y}}: the generations, for each run whether it widened, and its values */
    Map<String, Object> toJson(final String metric) {
        final int m = names.indexOf(metric);
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("x", generations);
        json.put("widened", widened);
        json.put("y", values.stream().map(lines -> lines[m]).toList());
        return json;
    }
}
